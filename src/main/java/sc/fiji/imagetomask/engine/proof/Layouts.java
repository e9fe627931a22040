package sc.fiji.imagetomask.engine.proof;

import java.util.Random;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;

/** Random pixels in every layout that an engine takes; they start somewhere within their arrays. */
final class Layouts {

    private static final int MARGIN = 5;

    private Layouts() {}

    static Pixels.Packed packed(int length, boolean hasAlpha) {
        return new Pixels.Packed(new Random(length).ints(length + MARGIN).toArray(), MARGIN, length, hasAlpha);
    }

    static Pixels.Planar planar(int channels, int length) {
        byte[][] planes = new byte[channels][];
        for (int c = 0; c < channels; c++) planes[c] = noise(c, length + MARGIN);
        return new Pixels.Planar(planes, MARGIN, length);
    }

    static byte[] noise(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Floats within 0..1, some of them equal. */
    static Pixels.HighBitDepth floats(int length) {
        Random random = new Random(3);
        Samples[] samples = new Samples[4];
        for (int c = 0; c < samples.length; c++) {
            float[] values = new float[length];
            for (int i = 0; i < length; i++) values[i] = i % 10 == 0 ? random.nextInt(5) / 4f : random.nextFloat();
            samples[c] = new Samples.Floats(values, Samples.Range.UNIT);
        }
        return new Pixels.HighBitDepth(samples, 0, length);
    }

    /** 12-bit values in 16 bits, some of them beyond their range. */
    static Pixels.HighBitDepth shorts(int length) {
        Random random = new Random(4);
        Samples[] samples = new Samples[3];
        for (int c = 0; c < samples.length; c++) {
            short[] values = new short[length];
            for (int i = 0; i < length; i++) values[i] = (short) random.nextInt(i % 100 == 0 ? 65536 : 4200);
            samples[c] = new Samples.Shorts(values, new Samples.Range(100, 4095));
        }
        return new Pixels.HighBitDepth(samples, 0, length);
    }
}
