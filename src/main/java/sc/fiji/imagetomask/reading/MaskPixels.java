package sc.fiji.imagetomask.reading;

import sc.fiji.imagetomask.MemoryFloatMask;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.Yuv;
import sc.fiji.imagetomask.engine.Pixels;

/** Pixels as a mask image: grey values without change, colours as their luma. */
public final class MaskPixels {

    private static final int BLOCK = 1 << 12;

    private MaskPixels() {}

    /** Of width * height pixels; alpha is ignored. */
    public static WeightMap of(Pixels pixels, int width, int height) {
        return pixels instanceof Pixels.HighBitDepth deep
                ? new MemoryFloatMask(fractions(deep), width, height)
                : new MemoryMask(bytes((Pixels.EightBit) pixels), width, height);
    }

    private static byte[] bytes(Pixels.EightBit pixels) {
        if (pixels instanceof Pixels.Planar planar && planar.isGrey()) return planar.channels()[0];
        byte[] luma = new byte[pixels.length()];
        int[] argb = new int[Math.min(luma.length, BLOCK)];
        for (int at = 0; at < luma.length; at += BLOCK) {
            int n = Math.min(BLOCK, luma.length - at);
            pixels.pack(at, n, argb);
            for (int i = 0; i < n; i++)
                luma[at + i] = (byte) Yuv.luma(argb[i] >> 16 & 255, argb[i] >> 8 & 255, argb[i] & 255);
        }
        return luma;
    }

    private static float[] fractions(Pixels.HighBitDepth pixels) {
        boolean isGrey = pixels.channels().length < 3;
        float[] fractions = new float[pixels.length()];
        for (int i = 0; i < fractions.length; i++)
            fractions[i] = isGrey
                    ? pixels.red(i)
                    : Channel.YUV_Y.value(pixels.red(i), pixels.green(i), pixels.blue(i), 1) / 255;
        return fractions;
    }
}
