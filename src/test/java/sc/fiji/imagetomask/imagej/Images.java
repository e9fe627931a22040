package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.util.Random;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;

/** Pictures for tests, and their masks computed by the core alone. */
public final class Images {

    private Images() {}

    /** Random colours. */
    public static ImagePlus noise(String title, int width, int height, long seed) {
        return new ImagePlus(
                title,
                new ColorProcessor(
                        width, height, new Random(seed).ints(width * height).toArray()));
    }

    /** The bytes that the mask of an RGB picture must have; mask and roi may be null. */
    public static byte[] expected(ImagePlus rgb, MaskSettings settings, byte[] mask, byte[] roi) {
        int width = rgb.getWidth();
        int height = rgb.getHeight();
        int[] pixels = (int[]) rgb.getProcessor().getPixels();
        MaskInput frame = new MaskInput(
                new MemoryPicture(new Pixels.Packed(pixels, 0, pixels.length, false), width, height),
                mask == null ? null : new MemoryMask(mask, width, height),
                roi == null ? null : new MemoryMask(roi, width, height));
        MemoryMask result = new MemoryMask(width, height);
        new ImageToMask(new JavaEngine(), settings).mask(frame, result);
        return result.bytes();
    }

    /** All values of a coverage. */
    public static byte[] bytes(WeightMap coverage) {
        int width = (int) coverage.width();
        int height = (int) coverage.height();
        ByteSpan run = (ByteSpan) coverage.read(new Tile(0, 0, width, height));
        byte[] bytes = new byte[width * height];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) run.get(i);
        return bytes;
    }

    /** The values of one slice of an 8-bit image. */
    public static byte[] bytes(ImagePlus image, int slice) {
        return (byte[]) image.getStack().getPixels(slice);
    }
}
