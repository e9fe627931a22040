package sc.fiji.imagetomask.tone;

import java.util.Arrays;

/**
 * The mask value for each of the 256 values of an 8-bit channel: normalized by the clip range, shaped by the levels,
 * inverted if asked. Immutable.
 *
 * <p>Also the last step, the {@linkplain #masked product with a mask}, is defined here.
 */
public final class ToneTable {

    private final byte[] table;

    private ToneTable(byte[] table) {
        this.table = table;
    }

    /** The table of these settings. */
    public static ToneTable of(ClipRange range, Levels levels, boolean invert) {
        byte[] table = new byte[Histogram.BINS];
        for (int v = 0; v < table.length; v++) {
            int x = levels.value(range.normalize(v));
            table[v] = (byte) (invert ? 255 - x : x);
        }
        return new ToneTable(table);
    }

    /**
     * The table for values that are shifted first: its entries are for (value + hueShift) mod 255; hueShift is 0..254.
     */
    public ToneTable hueShifted(int hueShift) {
        byte[] shifted = table.clone();
        int circle = Histogram.BINS - 1;
        for (int v = 0; v < circle; v++) shifted[v] = table[(v + hueShift) % circle];
        return new ToneTable(shifted);
    }

    /** The mask value, 0..255, for a channel value, 0..255. */
    public int value(int v) {
        return table[v] & 255;
    }

    /** A copy of the 256 entries. */
    public byte[] toArray() {
        return table.clone();
    }

    /** The product of a value and a mask value, both 0..255, rounded: p = value * mask + 128, (p + p / 256) / 256. */
    public static int masked(int value, int mask) {
        int p = value * mask + 128;
        return (p >> 8) + p >> 8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ToneTable that && Arrays.equals(table, that.table);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(table);
    }
}
