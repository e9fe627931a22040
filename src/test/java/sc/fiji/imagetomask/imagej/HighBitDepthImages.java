package sc.fiji.imagetomask.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.Random;
import java.util.function.IntFunction;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryFloatMask;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;

/** Images of 16 and 32 bits for tests, and their masks computed by the core alone. */
final class HighBitDepthImages {

    static final int WIDTH = 37;
    static final int HEIGHT = 23;
    static final int PIXELS = WIDTH * HEIGHT;

    private HighBitDepthImages() {}

    /** Random values below {@code most}. */
    static short[] shorts(long seed, int most) {
        short[] values = new short[PIXELS];
        Random random = new Random(seed);
        for (int i = 0; i < PIXELS; i++) values[i] = (short) random.nextInt(most);
        return values;
    }

    /** Random values from min to max. */
    static float[] floats(long seed, float min, float max) {
        float[] values = new float[PIXELS];
        Random random = new Random(seed);
        for (int i = 0; i < PIXELS; i++) values[i] = min + random.nextFloat() * (max - min);
        return values;
    }

    /** An image of bytes, shorts or floats; several planes are the channels of a composite image. */
    static ImagePlus image(String title, Object... planes) {
        return stack(title, planes.length, planes);
    }

    /** The same with that many channels and the other planes as z. */
    static ImagePlus stack(String title, int channels, Object... planes) {
        return stack(title, WIDTH, HEIGHT, channels, planes);
    }

    /** A composite image of that size. */
    static ImagePlus square(String title, int side, Object... planes) {
        return stack(title, side, side, planes.length, planes);
    }

    private static ImagePlus stack(String title, int width, int height, int channels, Object... planes) {
        ImageStack stack = new ImageStack(width, height);
        for (Object plane : planes) stack.addSlice(processor(width, height, plane));
        ImagePlus image = new ImagePlus(title, stack);
        image.setDimensions(channels, planes.length / channels, 1);
        image.setOpenAsHyperStack(planes.length > 1);
        return channels == 1 ? image : new CompositeImage(image, CompositeImage.COMPOSITE);
    }

    private static ImageProcessor processor(int width, int height, Object plane) {
        if (plane instanceof byte[] bytes) return new ByteProcessor(width, height, bytes);
        if (plane instanceof short[] shorts) return new ShortProcessor(width, height, shorts, null);
        return new FloatProcessor(width, height, (float[]) plane);
    }

    /** The channels of a composite image, displayed from min to max: pairs for each channel. */
    static void display(ImagePlus image, double... ends) {
        for (int c = 0; c < ends.length / 2; c++) {
            image.setPosition(c + 1, image.getZ(), image.getT());
            image.setDisplayRange(ends[2 * c], ends[2 * c + 1]);
        }
    }

    /** That many channels of samples. */
    static Pixels.HighBitDepth pixels(int channels, IntFunction<Samples> samples) {
        Samples[] all = new Samples[channels];
        for (int c = 0; c < channels; c++) all[c] = samples.apply(c);
        return new Pixels.HighBitDepth(all, 0, PIXELS);
    }

    static Samples samples(short[] values, float min, float max) {
        return new Samples.Shorts(values, new Samples.Range(min, max));
    }

    static Samples samples(float[] values, float min, float max) {
        return new Samples.Floats(values, new Samples.Range(min, max));
    }

    /** The bytes that the mask of these pixels must have. */
    static byte[] expected(Pixels pixels, MaskSettings settings, WeightMap mask) {
        MemoryMask result = new MemoryMask(WIDTH, HEIGHT);
        new ImageToMask(new JavaEngine(), settings)
                .mask(new MaskInput(new MemoryPicture(pixels, WIDTH, HEIGHT), mask, null), result);
        return result.bytes();
    }

    /** The floats that it must have. */
    static float[] expectedFloats(Pixels pixels, MaskSettings settings, WeightMap mask) {
        MemoryFloatMask result = new MemoryFloatMask(WIDTH, HEIGHT);
        new ImageToMask(new JavaEngine(), settings)
                .mask(new MaskInput(new MemoryPicture(pixels, WIDTH, HEIGHT), mask, null), result);
        return result.values();
    }
}
