package sc.fiji.imagetomask.channel;

/**
 * Hexcone hue, saturation and value, in integers.
 *
 * <pre>
 * V = max,  S = floor(255 (max - min) / max),  H = floor(255 h / 6)
 * h = (g - b) / d        if max = r   (mod 6; d = max - min)
 *     2 + (b - r) / d    if max = g
 *     4 + (r - g) / d    if max = b
 * </pre>
 *
 * <p>Range: S and V 0..255, H 0..254 (the circle is 255 steps, not 180 or 360). Grey has S = 0 and H = 0.
 *
 * <p>Design decision: the reference computes h in single precision. Where 255 h / 6 is not whole, that never changes
 * the floor. Where it is whole, the rounded h falls just below for the hues in {@link #LOW}, whatever the colour that
 * leads to them, and the result is one less. So whole numbers and one bit per hue give the reference's bytes (tested
 * over all colours). S needs no such bits.
 *
 * <p>Source: A. R. Smith, Color Gamut Transform Pairs, SIGGRAPH 1978; the rounding was measured on the reference.
 */
public final class Hsv {

    /** Bit q of these 256 is set if the reference's hue lies below q where the exact hue is q. */
    private static final long[] LOW = {
        0x00000000fffffffeL, 0x0000011111000000L, 0x23232222222aaaaaL, 0x0000000000022222L
    };

    private Hsv() {}

    /** The four words of the bits that say for which whole hues the reference ends one lower; for kernels. */
    public static long[] lowBits() {
        return LOW.clone();
    }

    /** Hue, 0..254, of r, g, b in 0..255. */
    public static int hue(int r, int g, int b) {
        int max = Math.max(r, Math.max(g, b));
        int d = max - Math.min(r, Math.min(g, b));
        if (d == 0) return 0;
        int sixths;
        if (r == max) sixths = g >= b ? g - b : 6 * d + g - b;
        else if (g == max) sixths = 2 * d + b - r;
        else sixths = 4 * d + r - g;
        int hue = 85 * sixths / (2 * d);
        return hue * 2 * d == 85 * sixths ? hue - (int) (LOW[hue >> 6] >>> hue & 1) : hue;
    }

    /** Saturation, 0..255, of r, g, b in 0..255. */
    public static int saturation(int r, int g, int b) {
        int max = Math.max(r, Math.max(g, b));
        int min = Math.min(r, Math.min(g, b));
        return max == 0 ? 0 : 255 * (max - min) / max;
    }

    /** Value: the largest of r, g, b. */
    public static int value(int r, int g, int b) {
        return Math.max(r, Math.max(g, b));
    }
}
