package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import java.awt.Point;
import java.util.ArrayList;
import java.util.Arrays;
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
                            + " three selections, one on each pure stain; there are " + selections.length + ".");
        ColorProcessor shown = shown(image);
        double[][] densities = Arrays.stream(selections)
                .map(selection -> density(shown, selection, background))
                .toArray(double[][]::new);
        return Stains.of(densities).with(background);
    }

    private static double[] density(ColorProcessor shown, Roi selection, White background) {
        double[] sum = new double[3];
        int count = 0;
        for (Point point : selection) {
            if (point.x < 0 || point.y < 0 || point.x >= shown.getWidth() || point.y >= shown.getHeight()) continue;
            int rgb = shown.get(point.x, point.y);
            for (int c = 0; c < 3; c++) sum[c] += background.density(c, rgb >> 16 - 8 * c & 255);
            count++;
        }
        if (count == 0)
            throw new IllegalArgumentException("stains is 'From selections', but the selection " + selection.getName()
                    + " lies outside of the image.");
        for (int c = 0; c < 3; c++) sum[c] /= count;
        return sum;
    }

    private static ColorProcessor shown(ImagePlus image) {
        return image.getType() == ImagePlus.COLOR_RGB
                ? (ColorProcessor) image.getProcessor()
                : new ColorProcessor(image.getImage());
    }
}
