package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.channel.Yuv;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.MaskPixels;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.reading.ShownColours;

/**
 * The pictures in an ImageJ image: one for each z and t, read when asked for, so that a virtual stack stays virtual.
 *
 * <p>Design decisions: ImageJ leaves the top byte of RGB pixels undefined, so an RGB image has no alpha. The channels
 * of an image become colours as {@link ChannelOrder} says: by default as they are shown, see {@link ShownComposite}; one
 * alone is grey, whatever its colour table is. An image of type 8-bit Color goes through its table. {@link DisplayRanges}
 * says how values are scaled.
 */
public final class ImagePlusPictures {

    private final PictureSource source;
    private final int[] firstSlices;

    private ImagePlusPictures(PictureSource source, int[] firstSlices) {
        this.source = source;
        this.firstSlices = firstSlices;
    }

    /**
     * The pictures of all slices, or of one.
     *
     * @param reading how values become colours; display ranges are those of this moment
     * @param shown a slice of the image's stack, 1 being the first, whose picture {@link Slices#CURRENT} stands for
     * @throws IllegalArgumentException if the image is empty, or does not have the channels that are asked for
     */
    public static ImagePlusPictures of(ImagePlus image, Reading reading, Slices slices, int shown) {
        requirePixels(image);
        PictureSource source = PictureSource.of(image, reading);
        int channels = ImageChannels.count(image);
        IntStream pictures =
                slices == Slices.ALL ? IntStream.range(0, count(image)) : IntStream.of((shown - 1) / channels);
        return new ImagePlusPictures(source, pictures.map(i -> i * channels + 1).toArray());
    }

    /**
     * How many pictures an image holds.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static int count(ImagePlus image) {
        requirePixels(image);
        return image.getStackSize() / ImageChannels.count(image);
    }

    /** How many pictures there are. */
    public int count() {
        return firstSlices.length;
    }

    /** How they are read, with the numbers that the image's display range or type stood for. */
    public Reading reading() {
        return source.reading();
    }

    /** The colours of the channels that are shown, at this moment; null if the colours are not used. */
    public ShownColours colours() {
        return source.shown() == null ? null : source.shown().colours();
    }

    /** Picture i, 0 being the first. */
    public Picture picture(int i) {
        return source.picture(firstSlices[i]);
    }

    /** Picture i as a mask image: grey values without change, colours as their {@link Yuv#luma}. */
    WeightMap mask(int i) {
        int width = image().getWidth();
        int height = image().getHeight();
        return MaskPixels.of(picture(i).read(new Tile(0, 0, width, height)), width, height);
    }

    /** The place of picture i among all pictures of the image, 0 being the first. */
    int number(int i) {
        return (firstSlices[i] - 1) / ImageChannels.count(image());
    }

    /** The number of the picture of an image, 0 being the first, that a selection lies on; the shown one if it says none. */
    static int numberOf(ImagePlus image, Roi selection) {
        int slice = image.getCurrentSlice();
        if (selection.hasHyperStackPosition() && image.isHyperStack()) {
            int z = selection.getZPosition() > 0 ? selection.getZPosition() : image.getZ();
            int t = selection.getTPosition() > 0 ? selection.getTPosition() : image.getT();
            slice = image.getStackIndex(1, z, t);
        } else if (selection.getPosition() > 0 && selection.getPosition() <= image.getStackSize())
            slice = selection.getPosition();
        return (slice - 1) / ImageChannels.count(image);
    }

    /** The label of picture i in the stack; null if it has none. */
    String label(int i) {
        return image().getStack().getSliceLabel(firstSlices[i]);
    }

    private ImagePlus image() {
        return source.image();
    }

    /** @throws IllegalArgumentException if the image is empty */
    public static void requirePixels(ImagePlus image) {
        if (image == null || image.getWidth() == 0 || image.getProcessor() == null)
            throw new IllegalArgumentException("image has no pixels, but must be an open image.");
    }
}
