package sc.fiji.imagetomask.channel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the bytes of L, and those of a and b together, add to the squared difference from a colour, times {@link
 * ReferenceColours#SQUARES}. The tables of the last colours are kept, because a picture can be many tiles.
 *
 * <p>Design decision, measured: an entry for a and b takes 0.25 microseconds and a table has 65,536, but a picture has mostly
 * some 1,000 to 8,000 pairs of a and b. So an entry is computed when it is needed first; and first nearly, in a quarter of the
 * time, which mostly gives the same whole number for sure. Threads read and write entries
 * without locks: one is not known yet, or right.
 */
public final class DistanceTables {

    private static final int KEPT = 2 * ReferenceColours.MOST;
    private static final int UNKNOWN = -1;

    /** What is nearly right and no farther than this from a whole number is rounded to the right one. */
    private static final double SURE = 0.49;

    private static final Map<Key, DistanceTables> RECENT = new LinkedHashMap<>(KEPT, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, DistanceTables> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(ColourDifference difference, int rgb) {}

    private final ColourDifference difference;
    private final int a;
    private final int b;
    private final int[] lightness = new int[256];
    private final int[] colour = new int[1 << 16];
    private volatile boolean isWhole;

    private DistanceTables(Key key) {
        difference = key.difference;
        a = Channel.LAB_A.value(key.rgb) - 128;
        b = Channel.LAB_B.value(key.rgb) - 128;
        double l = lightness(Channel.LAB_L.value(key.rgb));
        for (int v = 0; v < lightness.length; v++) lightness[v] = scaled(difference.squaredLightness(lightness(v), l));
        Arrays.fill(colour, UNKNOWN);
    }

    /** For a difference from the colour {@code 0xRRGGBB}. */
    static DistanceTables of(ColourDifference difference, int rgb) {
        synchronized (RECENT) {
            return RECENT.computeIfAbsent(new Key(difference, rgb), DistanceTables::new);
        }
    }

    /** For each byte of L; shared, so not to be changed. */
    public int[] lightness() {
        return lightness;
    }

    /** For the bytes of a and b at that {@link Lch#pair}. */
    public int colour(int pair) {
        int known = colour[pair];
        return known == UNKNOWN ? computed(pair) : known;
    }

    private int computed(int pair) {
        int otherA = (pair >> 8) - 128;
        int otherB = (pair & 255) - 128;
        double near = ReferenceColours.SQUARES * difference.nearColour(otherA, otherB, a, b);
        boolean isSure = Math.abs(near - Math.rint(near)) < SURE;
        return colour[pair] = isSure ? (int) Math.rint(near) : scaled(difference.squaredColour(otherA, otherB, a, b));
    }

    /** The table as far as it is known, for loops; the others are negative. Shared, so not to be changed. */
    public int[] known() {
        return colour;
    }

    /** For each {@link Lch#pair}; shared, so not to be changed. */
    public int[] colours() {
        if (!isWhole) for (int pair = 0; pair < colour.length; pair++) colour(pair);
        isWhole = true;
        return colour;
    }

    /** L* of a byte. */
    private static double lightness(int v) {
        return v * 100 / 255.0;
    }

    private static int scaled(double square) {
        return (int) Math.rint(ReferenceColours.SQUARES * square);
    }
}
