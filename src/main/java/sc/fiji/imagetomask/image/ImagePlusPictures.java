package sc.fiji.imagetomask.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.channel.Yuv;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * The pictures in an ImageJ image: one for each z and t, read when asked for, so that a virtual stack stays virtual.
 *
 * <p>Design decisions: ImageJ leaves the top byte of RGB pixels undefined, so an RGB image has no alpha. The channels
 * of an 8-bit image are r, g, b and a in their order; one alone is grey, whatever its colour table is. An image of type
 * 8-bit Color goes through its table.
 */
public final class ImagePlusPictures {

    private static final int MOST_CHANNELS = 4;

    private final ImagePlus image;
    private final int[] firstSlices;
    private final int channels;

    private ImagePlusPictures(ImagePlus image, int[] firstSlices, int channels) {
        this.image = image;
        this.firstSlices = firstSlices;
        this.channels = channels;
    }

    /**
     * The pictures of all slices, or of one.
     *
     * @param shown a slice of the image's stack, 1 being the first, whose picture {@link Slices#CURRENT} stands for
     * @throws IllegalArgumentException if the image is empty, or not of 8 bits per channel and at most 4 channels
     */
    public static ImagePlusPictures of(ImagePlus image, Slices slices, int shown) {
        requirePixels(image);
        if (image.getType() == ImagePlus.GRAY16 || image.getType() == ImagePlus.GRAY32)
            throw new IllegalArgumentException("The image '" + image.getTitle() + "' has " + image.getBitDepth()
                    + " bits per pixel, but must be RGB or 8-bit.");
        int channels = image.getType() == ImagePlus.GRAY8 ? image.getNChannels() : 1;
        if (channels > MOST_CHANNELS)
            throw new IllegalArgumentException("The image '" + image.getTitle() + "' has " + channels
                    + " channels, but must have 1 to " + MOST_CHANNELS + ".");
        IntStream pictures = slices == Slices.ALL
                ? IntStream.range(0, image.getStackSize() / channels)
                : IntStream.of((shown - 1) / channels);
        return new ImagePlusPictures(image, pictures.map(i -> i * channels + 1).toArray(), channels);
    }

    /** How many pictures there are. */
    public int count() {
        return firstSlices.length;
    }

    /** Picture i, 0 being the first. */
    public Picture picture(int i) {
        return new MemoryPicture(pixels(i), image.getWidth(), image.getHeight());
    }

    /** Picture i as it multiplies a mask: grey bytes as they are, colours as their {@link Yuv#luma}. */
    MemoryMask mask(int i) {
        Pixels.EightBit pixels = pixels(i);
        byte[] bytes = pixels instanceof Pixels.Planar planar && planar.isGrey() ? planar.channels()[0] : luma(pixels);
        return new MemoryMask(bytes, image.getWidth(), image.getHeight());
    }

    /** The place of picture i among all pictures of the image, 0 being the first. */
    int number(int i) {
        return (firstSlices[i] - 1) / channels;
    }

    /** The label of picture i in the stack; null if it has none. */
    String label(int i) {
        return image.getStack().getSliceLabel(firstSlices[i]);
    }

    private Pixels.EightBit pixels(int i) {
        int n = image.getWidth() * image.getHeight();
        ImageProcessor first = image.getStack().getProcessor(firstSlices[i]);
        if (image.getType() == ImagePlus.COLOR_RGB) return new Pixels.Packed((int[]) first.getPixels(), 0, n, false);
        if (image.getType() == ImagePlus.COLOR_256)
            return new Pixels.Packed((int[]) first.convertToColorProcessor().getPixels(), 0, n, false);
        byte[][] planes = new byte[channels == 2 ? 3 : channels][];
        planes[0] = (byte[]) first.getPixels();
        for (int c = 1; c < channels; c++)
            planes[c] =
                    (byte[]) image.getStack().getProcessor(firstSlices[i] + c).getPixels();
        if (channels == 2) planes[2] = new byte[n]; // red and green: no blue
        return new Pixels.Planar(planes, 0, n);
    }

    private static byte[] luma(Pixels.EightBit pixels) {
        int[] argb = new int[pixels.length()];
        pixels.pack(0, argb.length, argb);
        byte[] luma = new byte[argb.length];
        for (int i = 0; i < argb.length; i++)
            luma[i] = (byte) Yuv.luma(argb[i] >> 16 & 255, argb[i] >> 8 & 255, argb[i] & 255);
        return luma;
    }

    static void requirePixels(ImagePlus image) {
        if (image == null || image.getWidth() == 0 || image.getProcessor() == null)
            throw new IllegalArgumentException("image has no pixels, but must be an open image.");
    }
}
