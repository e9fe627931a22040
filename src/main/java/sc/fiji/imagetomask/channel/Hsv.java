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

    /** 2^32 / (2 d) rounded up; of 85 * sixths <= 130,050 the product's high word is the exact quotient. */
    private static final long[] BY_TWICE = reciprocals(1L << 31);

    /** 2^24 / max rounded up; of 255 d <= 65,025 the product's high byte is the exact quotient. */
    private static final long[] BY = reciprocals(1L << 24);

    /** Sixths of the circle where max and min lie on these axes: BASE d + SIGN (middle - min). */
    private static final int[] BASE = new int[16];

    private static final int[] SIGN = new int[16];

    private static final int R = 2;
    private static final int G = 1;
    private static final int B = 0;

    static {
        sector(R, B, 0, 1);
        sector(G, B, 2, -1);
        sector(G, R, 2, 1);
        sector(B, R, 4, -1);
        sector(B, G, 4, 1);
        sector(R, G, 6, -1);
    }

    private Hsv() {}

    private static void sector(int max, int min, int base, int sign) {
        BASE[max << 2 | min] = base;
        SIGN[max << 2 | min] = sign;
    }

    private static long[] reciprocals(long of) {
        long[] table = new long[256];
        for (int i = 1; i < table.length; i++) table[i] = (of + i - 1) / i;
        return table;
    }

    /** Hue, 0..254, of r, g, b in 0..255. */
    public static int hue(int r, int g, int b) {
        // Each value with its axis below it; of equal values r counts as the largest and b as the smallest.
        int kr = r << 2 | R;
        int kg = g << 2 | G;
        int kb = b << 2 | B;
        int max = Math.max(kr, Math.max(kg, kb));
        int min = Math.min(kr, Math.min(kg, kb));
        int low = min >> 2;
        int d = (max >> 2) - low;
        int aboveLow = r + g + b - 3 * low - d;
        int sector = (max & 3) << 2 | min & 3;
        int sixths = BASE[sector] * d + SIGN[sector] * aboveLow;
        int hue = (int) (85 * sixths * BY_TWICE[d] >>> 32);
        return hue * 2 * d == 85 * sixths ? hue - (int) (LOW[hue >> 6] >>> hue & 1) : hue;
    }

    /** Saturation, 0..255, of r, g, b in 0..255. */
    public static int saturation(int r, int g, int b) {
        int max = Math.max(r, Math.max(g, b));
        int min = Math.min(r, Math.min(g, b));
        return (int) (255 * (max - min) * BY[max] >>> 24);
    }

    /** Value: the largest of r, g, b. */
    public static int value(int r, int g, int b) {
        return Math.max(r, Math.max(g, b));
    }
}
