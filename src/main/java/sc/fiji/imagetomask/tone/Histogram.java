package sc.fiji.imagetomask.tone;

import java.util.Arrays;

/**
 * How many pixels have each of the 256 channel values. Immutable; counts are 64-bit, and the histograms of tiles or
 * slices add up to that of the whole.
 */
public final class Histogram {

    /** The number of bins. */
    public static final int BINS = 256;

    /** No pixels. */
    public static final Histogram EMPTY = new Histogram(new long[BINS]);

    private final long[] counts;
    private final long total;

    private Histogram(long[] counts) {
        this.counts = counts;
        long sum = 0;
        for (long count : counts) sum += count;
        total = sum;
    }

    /** Of 256 counts, taken as unsigned 32-bit numbers. */
    public static Histogram of(int[] counts) {
        long[] unsigned = new long[counts.length];
        for (int v = 0; v < counts.length; v++) unsigned[v] = Integer.toUnsignedLong(counts[v]);
        return new Histogram(unsigned);
    }

    /** Of 256 counts. */
    public static Histogram of(long[] counts) {
        if (counts.length != BINS)
            throw new IllegalArgumentException(counts.length + " bins, but must be " + BINS + ".");
        return new Histogram(counts.clone());
    }

    /** How many pixels have that value, 0..255. */
    public long count(int value) {
        return counts[value];
    }

    /** How many pixels were counted. */
    public long total() {
        return total;
    }

    /** The histogram of both sets of pixels together. */
    public Histogram plus(Histogram other) {
        long[] sum = counts.clone();
        for (int i = 0; i < BINS; i++) sum[i] += other.counts[i];
        return new Histogram(sum);
    }

    /** The histogram of (value + hueShift) mod 255: the circle of hues, which ends at 254, shifted by 0..254. */
    public Histogram hueShifted(int hueShift) {
        long[] shifted = counts.clone();
        for (int v = 0; v < BINS - 1; v++) shifted[(v + hueShift) % (BINS - 1)] = counts[v];
        return new Histogram(shifted);
    }

    /** A copy of the 256 counts. */
    public long[] toArray() {
        return counts.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram histogram && Arrays.equals(counts, histogram.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "Histogram" + Arrays.toString(counts);
    }
}
