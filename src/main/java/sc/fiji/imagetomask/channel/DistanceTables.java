package sc.fiji.imagetomask.channel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the bytes of L, and those of a and b together, add to the squared difference from a colour, times {@link
 * ReferenceColours#SQUARES}. The tables of the last colours are kept, because a picture can be many tiles.
 *
 * @param lightness for each byte of L
 * @param colour for each {@link Lch#pair} of bytes of a and b
 */
public record DistanceTables(int[] lightness, int[] colour) {

    private static final int KEPT = 2 * ReferenceColours.MOST;

    private static final Map<Key, DistanceTables> RECENT = new LinkedHashMap<>(KEPT, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, DistanceTables> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(ColourDifference difference, int rgb) {}

    /** For a difference from the colour {@code 0xRRGGBB}. The arrays are shared: they must not be changed. */
    static DistanceTables of(ColourDifference difference, int rgb) {
        Key key = new Key(difference, rgb);
        DistanceTables known;
        synchronized (RECENT) {
            known = RECENT.get(key);
        }
        if (known == null) known = made(key); // without the lock, so that threads can make several at once
        synchronized (RECENT) {
            RECENT.put(key, known);
        }
        return known;
    }

    private static DistanceTables made(Key key) {
        double l = lightness(Channel.LAB_L.value(key.rgb));
        int a = Channel.LAB_A.value(key.rgb) - 128;
        int b = Channel.LAB_B.value(key.rgb) - 128;
        int[] lightness = new int[256];
        for (int v = 0; v < lightness.length; v++)
            lightness[v] = scaled(key.difference.squaredLightness(lightness(v), l));
        int[] colour = new int[1 << 16];
        for (int pair = 0; pair < colour.length; pair++)
            colour[pair] = scaled(key.difference.squaredColour((pair >> 8) - 128, (pair & 255) - 128, a, b));
        return new DistanceTables(lightness, colour);
    }

    /** L* of a byte. */
    private static double lightness(int v) {
        return v * 100 / 255.0;
    }

    private static int scaled(double square) {
        return (int) Math.rint(ReferenceColours.SQUARES * square);
    }
}
