package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.channel.White;

/** Colours of an image, as it is displayed, where a user points. */
public final class PickedColour {

    /** Stains that can be told apart. */
    private static final int LEAST_STAINS = 2;

    private PickedColour() {}

    /** The mean colour, {@code 0xRRGGBB}, of the 3 x 3 pixels around that one, as far as they lie in the image. */
    public static int at(ImagePlus image, int x, int y) {
        List<Point> points = new ArrayList<>();
        for (int j = y - 1; j <= y + 1; j++)
            for (int i = x - 1; i <= x + 1; i++)
                if (i >= 0 && j >= 0 && i < image.getWidth() && j < image.getHeight()) points.add(new Point(i, j));
        ColorProcessor shown = shown(image);
        int rgb = 0;
        for (int bits = 16; bits >= 0; bits -= 8) {
            int shift = bits;
            double mean = points.stream()
                    .mapToInt(point -> shown.get(point.x, point.y) >> shift & 255)
                    .average()
                    .orElse(0);
            rgb |= (int) Math.round(mean) << shift;
        }
        return rgb;
    }

    /**
     * Stains from selections, each of which lies on one pure stain: the mean optical density of its pixels.
     *
     * @param selections two or three
     * @param background the white of the slide
     * @throws IllegalArgumentException if there are more or fewer, one is empty, or two have nearly the same colour
     */
    public static Stains stains(ImagePlus image, Roi[] selections, White background) {
        if (selections.length < LEAST_STAINS || selections.length > Stains.COUNT)
            throw new IllegalArgumentException(
                    "stains is 'From selections', but the ROI Manager or the overlay must have two or"
                            + " three selections, one on each pure stain, and not " + selections.length + ".");
        ColorProcessor shown = shown(image);
        double[][] densities = new double[selections.length][];
        for (int i = 0; i < selections.length; i++) {
            densities[i] = mean(shown, selections[i], background::density);
            if (densities[i] == null)
                throw new IllegalArgumentException("stains is 'From selections', but selection " + (i + 1)
                        + " lies outside of the image '" + image.getTitle() + "'.");
        }
        return Stains.of(densities).with(background);
    }

    /**
     * The white of the slide: the mean colour of the image's selection, which lies on an empty place.
     *
     * @throws IllegalArgumentException if there is no selection, or it is black, or lies outside of the image
     */
    public static White background(ImagePlus image) {
        Roi selection = image.getRoi();
        double[] mean = selection == null ? null : mean(shown(image), selection, (c, value) -> value);
        if (mean == null)
            throw new IllegalArgumentException("background is 'From selection', but the image '" + image.getTitle()
                    + "' must have a selection, on an empty place of the slide.");
        return new White((int) Math.round(mean[0]), (int) Math.round(mean[1]), (int) Math.round(mean[2]));
    }

    /** What a byte of red (0), green (1) or blue (2) counts. */
    private interface Measure {
        double of(int colour, int value);
    }

    /** The means of red, green and blue in a selection; null if it lies outside of the image. */
    private static double[] mean(ColorProcessor shown, Roi selection, Measure measure) {
        double[] sum = new double[3];
        int count = 0;
        for (Point point : selection) {
            if (point.x < 0 || point.y < 0 || point.x >= shown.getWidth() || point.y >= shown.getHeight()) continue;
            int rgb = shown.get(point.x, point.y);
            for (int c = 0; c < 3; c++) sum[c] += measure.of(c, rgb >> 16 - 8 * c & 255);
            count++;
        }
        if (count == 0) return null;
        for (int c = 0; c < 3; c++) sum[c] /= count;
        return sum;
    }

    private static ColorProcessor shown(ImagePlus image) {
        return image.getType() == ImagePlus.COLOR_RGB
                ? (ColorProcessor) image.getProcessor()
                : new ColorProcessor(image.getImage());
    }
}
