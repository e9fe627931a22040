package sc.fiji.imagetomask.channel;

/**
 * Full-range BT.601 luma and chroma (the YCbCr of JPEG), in integers.
 *
 * <pre>
 * Y =        0.299   r + 0.587   g + 0.114   b
 * U = 128 -  0.16874 r - 0.33126 g + 0.5     b
 * V = 128 +  0.5     r - 0.41869 g - 0.08131 b
 * </pre>
 *
 * <p>Design decision: the reference sums three tables of 1/64 steps and drops the fraction. A table entry of a
 * positive coefficient c is c * 64 * i rounded to nearest; of a negative one it is truncate(c * 64 * i + 0.5), which
 * lies one higher than rounding for every i but 0. Here each entry is a multiplication, an addition and a shift, so
 * that a loop over pixels vectorises; the products equal the tables for every byte (tested over all colours).
 *
 * <p>Source: ITU-R BT.601-7 and JFIF 1.02 for the formula; the rounding was measured on the reference.
 */
public final class Yuv {

    private Yuv() {}

    /** Luma, 0..255, of r, g, b in 0..255. */
    public static int y(int r, int g, int b) {
        return -(minus(r, 1254097) + minus(g, 2462056) + minus(b, 478151)) >> 6;
    }

    /**
     * Luma rounded to nearest, 0..255, of r, g, b in 0..255: what a mask that has colours counts as. It differs from
     * {@link #y} by at most one, and equals Pillow's conversion to grey.
     */
    public static int luma(int r, int g, int b) {
        return r * 19595 + g * 38470 + b * 7471 + 32768 >> 16;
    }

    /** Blue-difference chroma (Cb), 0..255, of r, g, b in 0..255. */
    public static int u(int r, int g, int b) {
        return Math.min(255, ((truncated(r, 707747) + truncated(g, 1389405) + 32 * b) >> 6) + 128);
    }

    /** Red-difference chroma (Cr), 0..255, of r, g, b in 0..255. */
    public static int v(int r, int g, int b) {
        return Math.min(255, ((32 * r + truncated(g, 1756113) + truncated(b, 341039)) >> 6) + 128);
    }

    /** Luma, 0..255 and not rounded, of r, g, b in 0..1; grey keeps its value exactly. */
    public static float y(float r, float g, float b) {
        if (r == g && g == b) return 255 * r;
        return Channel.clamp(255 * (0.299f * r + 0.587f * g + 0.114f * b), 255);
    }

    /** Blue-difference chroma (Cb), 0..255 and not rounded, of r, g, b in 0..1: (b - Y) / 1.772, grey at 128. */
    public static float u(float r, float g, float b) {
        return Channel.clamp(128 + 255 * (0.299f * (b - r) + 0.587f * (b - g)) / 1.772f, 255);
    }

    /** Red-difference chroma (Cr), 0..255 and not rounded, of r, g, b in 0..1: (r - Y) / 1.402, grey at 128. */
    public static float v(float r, float g, float b) {
        return Channel.clamp(128 + 255 * (0.587f * (r - g) + 0.114f * (r - b)) / 1.402f, 255);
    }

    /**
     * Y, U or V (0 to 2) for a kernel that makes them all: for red, green and blue a factor in 1/2^22, what is added before
     * the fraction is dropped, and what more is added to the part of 0; at last what is added to the sum.
     */
    public static int[] parts(int component) {
        return switch (component) {
            case 0 -> new int[] {1254097, 32768, 0, 2462056, 32768, 0, 478151, 32768, 0, 0};
            case 1 -> new int[] {-707747, 98304, -1, -1389405, 98304, -1, 32 << 16, 0, 0, 128};
            default -> new int[] {32 << 16, 0, 0, -1756113, 98304, -1, -341039, 98304, -1, 128};
        };
    }

    /**
     * Minus c * 64 * i to nearest, c given in 1/2^22. Java 25 vectorises a loop over the sum of these, but only half of one
     * over the sum of what is not negative (measured: 0.2 and 0.4 ns per pixel; Java 17: 0.2 for both).
     */
    private static int minus(int i, int c) {
        return 32767 - i * c >> 16;
    }

    /** truncate(0.5 - c * 64 * i), c given in 1/2^22. */
    private static int truncated(int i, int c) {
        return (98304 - i * c >> 16) + (i - 1 >> 31);
    }
}
