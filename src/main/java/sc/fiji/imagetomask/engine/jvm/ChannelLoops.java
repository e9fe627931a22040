package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.Hsv;
import sc.fiji.imagetomask.channel.Lab;
import sc.fiji.imagetomask.channel.Yuv;

/**
 * One loop over packed pixels per channel.
 *
 * <p>Design decision: each loop stands in a method of its own and goes from ints to ints, because only then does the
 * compiler vectorise it (one method with a switch around the loops takes up to three times as long).
 */
final class ChannelLoops {

    private ChannelLoops() {}

    /** Writes the channel, 0..255, of the n pixels from argb[from] on to the start of out. */
    static void fill(Channel channel, int[] argb, int from, int n, int[] out) {
        switch (channel) {
            case LAB_L -> lab(0, argb, from, n, out);
            case LAB_A -> lab(1, argb, from, n, out);
            case LAB_B -> lab(2, argb, from, n, out);
            case RGB_R -> shift(16, argb, from, n, out);
            case RGB_G -> shift(8, argb, from, n, out);
            case RGB_B -> shift(0, argb, from, n, out);
            case ALPHA -> shift(24, argb, from, n, out);
            case YUV_Y -> y(argb, from, n, out);
            case YUV_U -> u(argb, from, n, out);
            case YUV_V -> v(argb, from, n, out);
            case HSV_H -> hue(argb, from, n, out);
            case HSV_S -> saturation(argb, from, n, out);
            case HSV_V -> value(argb, from, n, out);
        }
    }

    private static void shift(int bits, int[] argb, int from, int n, int[] out) {
        for (int i = 0; i < n; i++) out[i] = argb[from + i] >>> bits & 255;
    }

    private static void lab(int component, int[] argb, int from, int n, int[] out) {
        for (int i = 0; i < n; i++) {
            int p = argb[from + i];
            out[i] = Lab.value(component, p >> 16 & 255, p >> 8 & 255, p & 255);
        }
    }

    private static void y(int[] argb, int from, int n, int[] out) {
        for (int i = 0; i < n; i++) {
            int p = argb[from + i];
            out[i] = Yuv.y(p >> 16 & 255, p >> 8 & 255, p & 255);
        }
    }

    private static void u(int[] argb, int from, int n, int[] out) {
        for (int i = 0; i < n; i++) {
            int p = argb[from + i];
            out[i] = Yuv.u(p >> 16 & 255, p >> 8 & 255, p & 255);
        }
    }

    private static void v(int[] argb, int from, int n, int[] out) {
        for (int i = 0; i < n; i++) {
            int p = argb[from + i];
            out[i] = Yuv.v(p >> 16 & 255, p >> 8 & 255, p & 255);
        }
    }

    private static void hue(int[] argb, int from, int n, int[] out) {
        for (int i = 0; i < n; i++) {
            int p = argb[from + i];
            out[i] = Hsv.hue(p >> 16 & 255, p >> 8 & 255, p & 255);
        }
    }

    private static void saturation(int[] argb, int from, int n, int[] out) {
        for (int i = 0; i < n; i++) {
            int p = argb[from + i];
            out[i] = Hsv.saturation(p >> 16 & 255, p >> 8 & 255, p & 255);
        }
    }

    private static void value(int[] argb, int from, int n, int[] out) {
        for (int i = 0; i < n; i++) {
            int p = argb[from + i];
            out[i] = Hsv.value(p >> 16 & 255, p >> 8 & 255, p & 255);
        }
    }
}
