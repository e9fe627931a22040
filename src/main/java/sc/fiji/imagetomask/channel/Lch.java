package sc.fiji.imagetomask.channel;

/**
 * Chroma and hue of {@link Lab}: the length and the angle of (a*, b*).
 *
 * <pre>
 * C = sqrt(a*^2 + b*^2),   H = floor(255 angle / 360 degrees), the angle from the axis of a* towards that of b*
 * </pre>
 *
 * <p>Range: C 0..181, one step for one unit of C*, rounded to nearest; H 0..254 (the circle is 255 steps, as in {@link
 * Hsv}): red is near 28, yellow near 71, green near 96, blue near 213. Grey has C = 0 and H = 0.
 *
 * <p>Both come from the bytes a* + 128 and b* + 128, so a table of all pairs has them.
 *
 * <p>Source: CIE 15:2004.
 */
public final class Lch {

    /** Steps of the circle. */
    private static final double CIRCLE = 255;

    private Lch() {}

    /** Where a pair of bytes of {@link Channel#LAB_A} and {@link Channel#LAB_B} is in the tables. */
    public static int pair(int a, int b) {
        return a << 8 | b;
    }

    /** Chroma, 0..181, of the bytes a and b. */
    public static int chroma(int a, int b) {
        int da = a - 128;
        int db = b - 128;
        return (int) Math.rint(Math.sqrt(da * da + db * db));
    }

    /** Hue, 0..254, of the bytes a and b. */
    public static int hue(int a, int b) {
        double turns = StrictMath.atan2(b - 128, a - 128) / (2 * Math.PI);
        return (int) (CIRCLE * (turns < 0 ? turns + 1 : turns));
    }

    /** The chroma at every {@link #pair}. */
    public static byte[] chromaTable() {
        byte[] table = new byte[1 << 16];
        for (int pair = 0; pair < table.length; pair++) table[pair] = (byte) chroma(pair >> 8, pair & 255);
        return table;
    }

    /** The hue at every {@link #pair}. */
    public static byte[] hueTable() {
        byte[] table = new byte[1 << 16];
        for (int pair = 0; pair < table.length; pair++) table[pair] = (byte) hue(pair >> 8, pair & 255);
        return table;
    }

    /** Chroma, 0..182 and not rounded, of a* + 128 and b* + 128. */
    public static float chroma(float a, float b) {
        float da = a - 128;
        float db = b - 128;
        return (float) Math.sqrt(da * da + db * db);
    }

    /** Hue, 0..255 (255 excluded) and not rounded, of a* + 128 and b* + 128; grey has hue 0. */
    public static float hue(float a, float b) {
        float turns = (float) (Math.atan2(b - 128, a - 128) / (2 * Math.PI));
        float hue = 255 * (turns < 0 ? turns + 1 : turns);
        return hue >= 255 ? 0 : hue;
    }
}
