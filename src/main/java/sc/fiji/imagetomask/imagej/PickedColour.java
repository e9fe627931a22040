package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Point;
import java.awt.Rectangle;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.channel.White;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.reading.Reading;

/**
 * Colours of an image where a user points: those that a mask is made from, which need not be what is displayed.
 *
 * <pre>{@code
 * int rgb = new PickedColour(image, options.reading()).at(x, y);
 * }</pre>
 *
 * @param image the image
 * @param reading how its values become colours
 */
public record PickedColour(ImagePlus image, Reading reading) {

    /** Stains that can be told apart. */
    private static final int LEAST_STAINS = 2;

    /** The mean colour, {@code 0xRRGGBB}, of the 3 x 3 pixels around that one of the shown slice, as far as they lie in it. */
    public int at(int x, int y) {
        double[] mean = mean(new Roi(x - 1, y - 1, 3, 3), image.getCurrentSlice(), (c, value) -> value);
        return rounded(mean[0]) << 16 | rounded(mean[1]) << 8 | rounded(mean[2]);
    }

    /**
     * Stains from selections, each of which lies on one pure stain: the mean optical density of its pixels. A selection
     * without a position is on the slice that is shown.
     *
     * @param selections two or three
     * @param background the white of the slide
     * @throws IllegalArgumentException if there are more or fewer, one is empty, or two have nearly the same colour
     */
    public Stains stains(Roi[] selections, White background) {
        if (selections.length < LEAST_STAINS || selections.length > Stains.COUNT)
            throw new IllegalArgumentException(
                    "stains is 'From selections', but the ROI Manager or the overlay must have two or"
                            + " three selections, one on each pure stain, and not " + selections.length + ".");
        double[][] densities = new double[selections.length][];
        for (int i = 0; i < selections.length; i++) {
            int slice = ImagePlusPictures.numberOf(image, selections[i]) * ImageChannels.count(image) + 1;
            densities[i] = mean(selections[i], slice, background::density);
            if (densities[i] == null)
                throw new IllegalArgumentException("stains is 'From selections', but selection " + (i + 1)
                        + " lies outside of the image '" + image.getTitle() + "'.");
        }
        return Stains.of(densities).with(background);
    }

    /**
     * The white of the slide: the mean colour of the image's selection, which lies on an empty place of the shown slice.
     *
     * @throws IllegalArgumentException if there is no selection, or it is black, or lies outside of the image
     */
    public White background() {
        Roi selection = image.getRoi();
        double[] mean = selection == null ? null : mean(selection, image.getCurrentSlice(), (c, value) -> value);
        if (mean == null)
            throw new IllegalArgumentException("background is 'From selection', but the image '" + image.getTitle()
                    + "' must have a selection, on an empty place of the slide.");
        return new White(rounded(mean[0]), rounded(mean[1]), rounded(mean[2]));
    }

    /** What a value, 0..255, of red (0), green (1) or blue (2) counts. */
    private interface Measure {
        double of(int colour, double value);
    }

    /** The means of red, green and blue in a selection, read row by row; null if it lies outside of the image. */
    private double[] mean(Roi selection, int slice, Measure measure) {
        Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
        Picture picture =
                ImagePlusPictures.of(image, reading, Slices.CURRENT, slice).picture(0);
        Pixels row = null;
        int y = -1;
        double[] sum = new double[3];
        long count = 0;
        for (Point point : selection) {
            if (!all.contains(point)) continue;
            if (point.y != y) {
                if (row != null) picture.release(row);
                y = point.y;
                row = picture.read(new Tile(0, y, all.width, 1));
            }
            for (int c = 0; c < 3; c++) sum[c] += measure.of(c, value(row, c, point.x));
            count++;
        }
        if (count == 0) return null;
        picture.release(row);
        for (int c = 0; c < 3; c++) sum[c] /= count;
        return sum;
    }

    /** Red (0), green (1) or blue (2) of pixel i, 0..255; no number counts as 0. */
    private static double value(Pixels pixels, int colour, int i) {
        if (pixels instanceof Pixels.EightBit bytes) return bytes.argb(i) >> 16 - 8 * colour & 255;
        Pixels.HighBitDepth deep = (Pixels.HighBitDepth) pixels;
        float scaled = colour == 0 ? deep.red(i) : colour == 1 ? deep.green(i) : deep.blue(i);
        return Float.isNaN(scaled) ? 0 : 255 * Math.max(0, Math.min(1, scaled));
    }

    private static int rounded(double value) {
        return (int) Math.round(value);
    }
}
