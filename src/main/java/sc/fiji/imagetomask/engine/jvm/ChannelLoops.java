package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.Hsv;
import sc.fiji.imagetomask.channel.Lab;
import sc.fiji.imagetomask.channel.Yuv;

/** One loop over packed pixels per channel, so that each is compiled (and where it can, vectorised) by itself. */
final class ChannelLoops {

    private ChannelLoops() {}

    /** Writes the channel of {@code n} pixels from {@code argb[from]} on to {@code out[at]} on. */
    static void fill(Channel channel, int[] argb, int from, int n, byte[] out, int at) {
        switch (channel) {
            case LAB_L -> lab(0, argb, from, n, out, at);
            case LAB_A -> lab(1, argb, from, n, out, at);
            case LAB_B -> lab(2, argb, from, n, out, at);
            case RGB_R -> shift(16, argb, from, n, out, at);
            case RGB_G -> shift(8, argb, from, n, out, at);
            case RGB_B -> shift(0, argb, from, n, out, at);
            case ALPHA -> shift(24, argb, from, n, out, at);
            case YUV_Y -> {
                for (int i = 0; i < n; i++) {
                    int p = argb[from + i];
                    out[at + i] = (byte) Yuv.y(p >> 16 & 255, p >> 8 & 255, p & 255);
                }
            }
            case YUV_U -> {
                for (int i = 0; i < n; i++) {
                    int p = argb[from + i];
                    out[at + i] = (byte) Yuv.u(p >> 16 & 255, p >> 8 & 255, p & 255);
                }
            }
            case YUV_V -> {
                for (int i = 0; i < n; i++) {
                    int p = argb[from + i];
                    out[at + i] = (byte) Yuv.v(p >> 16 & 255, p >> 8 & 255, p & 255);
                }
            }
            case HSV_H -> {
                for (int i = 0; i < n; i++) {
                    int p = argb[from + i];
                    out[at + i] = (byte) Hsv.hue(p >> 16 & 255, p >> 8 & 255, p & 255);
                }
            }
            case HSV_S -> {
                for (int i = 0; i < n; i++) {
                    int p = argb[from + i];
                    out[at + i] = (byte) Hsv.saturation(p >> 16 & 255, p >> 8 & 255, p & 255);
                }
            }
            case HSV_V -> {
                for (int i = 0; i < n; i++) {
                    int p = argb[from + i];
                    out[at + i] = (byte) Hsv.value(p >> 16 & 255, p >> 8 & 255, p & 255);
                }
            }
        }
    }

    private static void shift(int bits, int[] argb, int from, int n, byte[] out, int at) {
        for (int i = 0; i < n; i++) out[at + i] = (byte) (argb[from + i] >>> bits);
    }

    private static void lab(int component, int[] argb, int from, int n, byte[] out, int at) {
        for (int i = 0; i < n; i++) {
            int p = argb[from + i];
            out[at + i] = (byte) Lab.value(component, p >> 16 & 255, p >> 8 & 255, p & 255);
        }
    }
}
