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
 * over all colours). S needs no such bits. Both are small tables: a division per pixel takes longer.
 *
 * <p>Source: A. R. Smith, Color Gamut Transform Pairs, SIGGRAPH 1978; the rounding was measured on the reference.
 */
public final class Hsv {

    /** Bit q of these 256 is set if the reference's hue lies below q where the exact hue is q. */
    private static final long[] LOW = {
        0x00000000fffffffeL, 0x0000011111000000L, 0x23232222222aaaaaL, 0x0000000000022222L
    };

    private static final byte[] HUES = hues();
    private static final byte[] SATURATIONS = saturations();

    private Hsv() {}

    /** Hue, 0..254, of r, g, b in 0..255. */
    public static int hue(int r, int g, int b) {
        return HUES[hueIndex(r, g, b, chroma(r, g, b))] & 255;
    }

    /** Saturation, 0..255, of r, g, b in 0..255. */
    public static int saturation(int r, int g, int b) {
        return SATURATIONS[saturationIndex(r, g, b)] & 255;
    }

    /** Value: the largest of r, g, b. */
    public static int value(int r, int g, int b) {
        return Ints.max(r, g, b);
    }

    /** d = max - min. */
    public static int chroma(int r, int g, int b) {
        return Ints.max(r, g, b) - Ints.min(r, g, b);
    }

    /**
     * The place in {@link #hueTable} of a colour with that {@link #chroma} d: its row is d, its column h d. Without
     * branches, so that a loop over pixels vectorises; with a few more steps, Java 25 takes twice to three times as long.
     */
    public static int hueIndex(int r, int g, int b, int d) {
        int fromR = g - b;
        int overG = r - g;
        int overB = r - b;
        int bOverG = fromR >> 31; // -1 if b > g, else 0
        int notR = (overG | overB) >> 31;
        int fromG = 2 * d - overB;
        int fromB = 4 * d + overG;
        int fromOther = fromG ^ (fromG ^ fromB) & bOverG;
        int sixths = fromR ^ (fromR ^ fromOther) & notR;
        return sixths + (6 * d & sixths >> 31) + 3 * d * (d - 1);
    }

    /** The place of a colour in {@link #saturationTable}: its row is max, its column max - min. */
    public static int saturationIndex(int r, int g, int b) {
        int max = Ints.max(r, g, b);
        return (max * (max + 1) >> 1) + max - Ints.min(r, g, b);
    }

    /** The hue at every {@link #hueIndex}; grey shares a place with a red of hue 0. */
    public static byte[] hueTable() {
        return HUES.clone();
    }

    /** The saturation at every {@link #saturationIndex}. */
    public static byte[] saturationTable() {
        return SATURATIONS.clone();
    }

    /** Hue, 0..255 (255 excluded) and not rounded, of r, g, b from 0 on, at any scale; grey has hue 0. */
    public static float hue(float r, float g, float b) {
        float max = Math.max(r, Math.max(g, b));
        float d = max - Math.min(r, Math.min(g, b));
        if (d == 0) return 0;
        float sixths;
        if (r == max) sixths = (g - b) / d;
        else if (g == max) sixths = 2 + (b - r) / d;
        else sixths = 4 + (r - g) / d; // also NaN
        float hue = 255 * (sixths < 0 ? sixths + 6 : sixths) / 6;
        return hue >= 255 ? 0 : hue;
    }

    /** Saturation, 0..255 and not rounded, of r, g, b from 0 on, at any scale; 255 exactly if one of them is 0. */
    public static float saturation(float r, float g, float b) {
        float max = Math.max(r, Math.max(g, b));
        return max == 0 ? 0 : 255 * ((max - Math.min(r, Math.min(g, b))) / max);
    }

    /** Value, 0..255 and not rounded, of r, g, b in 0..1. */
    public static float value(float r, float g, float b) {
        return 255 * Math.max(r, Math.max(g, b));
    }

    /** 2^32 / (2 d) rounded up, at d = 1 to 255: divides 85 sixths by 2 d exactly, for devices that divide slowly. */
    public static int[] hueReciprocals() {
        return reciprocals(1L << 31);
    }

    /** 2^24 / max rounded up, at max = 1 to 255: divides 255 d by max exactly. */
    public static int[] saturationReciprocals() {
        return reciprocals(1L << 24);
    }

    private static int[] reciprocals(long of) {
        int[] table = new int[256];
        for (int i = 1; i < table.length; i++) table[i] = (int) ((of + i - 1) / i);
        return table;
    }

    private static byte[] hues() {
        byte[] table = new byte[3 * 256 * 255];
        int i = 0;
        for (int d = 1; d < 256; d++)
            for (int sixths = 0; sixths < 6 * d; sixths++) {
                int hue = 85 * sixths / (2 * d);
                boolean whole = hue * 2 * d == 85 * sixths;
                table[i++] = (byte) (whole ? hue - (LOW[hue >> 6] >>> hue & 1) : hue);
            }
        return table;
    }

    private static byte[] saturations() {
        byte[] table = new byte[256 * 257 / 2];
        int i = 1; // black has saturation 0
        for (int max = 1; max < 256; max++) for (int d = 0; d <= max; d++) table[i++] = (byte) (255 * d / max);
        return table;
    }
}
