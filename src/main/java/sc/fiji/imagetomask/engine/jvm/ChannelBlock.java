package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.Hsv;
import sc.fiji.imagetomask.channel.Yuv;

/**
 * A block of pixels that fits the nearest cache, and one loop per channel over it.
 *
 * <p>Design decisions, measured: each loop stands in a method of its own, goes from ints to ints, and reads and writes
 * at the same index, because only then does the compiler vectorise it (a loop over {@code argb[from + i]} takes 15
 * times as long). Lab and HSV first make what vectorises, then look up.
 */
final class ChannelBlock {

    /** Pixels in a block. */
    static final int SIZE = 1024;

    private static final byte[] HUES = Hsv.hueTable();
    private static final byte[] SATURATIONS = Hsv.saturationTable();

    private final int[] argb = new int[SIZE];
    private final int[] values = new int[SIZE];
    private final int[] index = new int[SIZE];
    private final int[] chroma = new int[SIZE];
    private final LabBlock lab = new LabBlock();

    /** Where the block's pixels are to be put, as {@code 0xAARRGGBB}. */
    int[] argb() {
        return argb;
    }

    /** The channel of the first n pixels, 0..255; overwritten by the next call. */
    int[] values(Channel channel, int n) {
        switch (channel) {
            case LAB_L -> lab.values(0, argb, n, values);
            case LAB_A -> lab.values(1, argb, n, values);
            case LAB_B -> lab.values(2, argb, n, values);
            case RGB_R -> shift(16, n);
            case RGB_G -> shift(8, n);
            case RGB_B -> shift(0, n);
            case ALPHA -> shift(24, n);
            case YUV_Y -> y(n);
            case YUV_U -> u(n);
            case YUV_V -> v(n);
            case HSV_H -> hue(n);
            case HSV_S -> saturation(n);
            case HSV_V -> value(n);
        }
        return values;
    }

    private void shift(int bits, int n) {
        for (int i = 0; i < n; i++) values[i] = argb[i] >>> bits & 255;
    }

    private void y(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            values[i] = Yuv.y(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private void u(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            values[i] = Yuv.u(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private void v(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            values[i] = Yuv.v(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private void value(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            values[i] = Hsv.value(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private void hue(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            chroma[i] = Hsv.chroma(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
        hueIndex(n);
        lookUp(HUES, n);
    }

    private void hueIndex(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            index[i] = Hsv.hueIndex(p >>> 16 & 255, p >>> 8 & 255, p & 255, chroma[i]);
        }
    }

    private void saturation(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            index[i] = Hsv.saturationIndex(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
        lookUp(SATURATIONS, n);
    }

    private void lookUp(byte[] table, int n) {
        for (int i = 0; i < n; i++) values[i] = table[index[i]] & 255;
    }
}
