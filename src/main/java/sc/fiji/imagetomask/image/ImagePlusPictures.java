package sc.fiji.imagetomask.image;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.Coverage;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.channel.Yuv;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * The slices of an ImageJ image as pictures.
 *
 * <p>Design decisions: ImageJ leaves the top byte of RGB pixels undefined, so an RGB image has no alpha. An image of
 * type 8-bit is grey, whatever its colour table is; one of type 8-bit Color goes through its table.
 */
public final class ImagePlusPictures {

    private ImagePlusPictures() {}

    /**
     * The picture in slice {@code n} of the image's stack, 1 being the first.
     *
     * @throws IllegalArgumentException if the image is empty or of a type without 8 bits per channel
     */
    public static Picture slice(ImagePlus image, int n) {
        requirePixels(image);
        ImageProcessor slice = image.getStack().getProcessor(n);
        return new MemoryPicture(pixels(image, slice), slice.getWidth(), slice.getHeight());
    }

    /**
     * All slices of a mask image, as they multiply a mask: grey bytes as they are, colours as their {@link Yuv#luma}.
     *
     * @throws IllegalArgumentException if the image is empty or of a type without 8 bits per channel
     */
    public static List<Coverage> masks(ImagePlus image) {
        requirePixels(image);
        if (image.getType() == ImagePlus.GRAY16 || image.getType() == ImagePlus.GRAY32) throw notEightBit(image);
        List<Coverage> masks = new ArrayList<>();
        for (int n = 1; n <= image.getStackSize(); n++) {
            ImageProcessor slice = image.getStack().getProcessor(n);
            byte[] bytes = image.getType() == ImagePlus.GRAY8 ? (byte[]) slice.getPixels() : luma(slice);
            masks.add(new MemoryMask(bytes, slice.getWidth(), slice.getHeight()));
        }
        return masks;
    }

    private static byte[] luma(ImageProcessor slice) {
        int[] rgb = (int[]) slice.convertToColorProcessor().getPixels();
        byte[] luma = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++)
            luma[i] = (byte) Yuv.luma(rgb[i] >> 16 & 255, rgb[i] >> 8 & 255, rgb[i] & 255);
        return luma;
    }

    private static Pixels pixels(ImagePlus image, ImageProcessor slice) {
        return switch (image.getType()) {
            case ImagePlus.COLOR_RGB -> new Pixels.Packed((int[]) slice.getPixels(), 0, slice.getPixelCount(), false);
            case ImagePlus.GRAY8 ->
                new Pixels.Planar(new byte[][] {(byte[]) slice.getPixels()}, 0, slice.getPixelCount());
            case ImagePlus.COLOR_256 -> {
                ColorProcessor rgb = slice.convertToColorProcessor();
                yield new Pixels.Packed((int[]) rgb.getPixels(), 0, rgb.getPixelCount(), false);
            }
            default -> throw notEightBit(image);
        };
    }

    static void requirePixels(ImagePlus image) {
        if (image == null || image.getWidth() == 0 || image.getProcessor() == null)
            throw new IllegalArgumentException("image has no pixels, but must be an open image.");
    }

    private static IllegalArgumentException notEightBit(ImagePlus image) {
        return new IllegalArgumentException("The image '" + image.getTitle() + "' has " + image.getBitDepth()
                + " bits per pixel, but must be RGB or 8-bit.");
    }
}
