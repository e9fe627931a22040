package sc.fiji.imagetomask.find;

import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * The values of one channel of some pixels, and the pixels in the order of these values.
 *
 * <p>Design decision, measured: a cut leaves few pixels inside or few outside, and in this order they lie together. So the
 * values of another channel within a cut are counted in less time than all pairs of values.
 */
final class SortedValues {

    private static final int BINS = Histogram.BINS;

    private final byte[] values;

    /** The pixels; those of each value from its start to the next one. */
    private final int[] order;

    private final int[] starts = new int[BINS + 1];

    /** @param values one for each pixel; not copied */
    SortedValues(byte[] values) {
        this.values = values;
        order = new int[values.length];
        for (byte value : values) starts[(value & 255) + 1]++;
        for (int v = 0; v < BINS; v++) starts[v + 1] += starts[v];
        int[] next = starts.clone();
        for (int i = 0; i < order.length; i++) order[next[values[i] & 255]++] = i;
    }

    int length() {
        return values.length;
    }

    /** Of the pixels that are within a cut of this channel the histogram of another one. */
    Histogram within(Cut cut, SortedValues other) {
        int from = starts[cut.low()];
        int to = starts[cut.high() + 1];
        int[] counts = new int[4 * BINS];
        boolean areMost = to - from > order.length / 2;
        if (areMost) {
            count(other.values, 0, from, counts);
            count(other.values, to, order.length, counts);
        } else count(other.values, from, to, counts);
        int[] within = new int[BINS];
        for (int v = 0; v < BINS; v++) {
            int counted = counts[v] + counts[v + BINS] + counts[v + 2 * BINS] + counts[v + 3 * BINS];
            within[v] = areMost ? other.starts[v + 1] - other.starts[v] - counted : counted;
        }
        return Histogram.of(within);
    }

    /** By four sets of counters, so that equal neighbours do not wait for each other. */
    private void count(byte[] others, int from, int to, int[] counts) {
        int i = from;
        for (; i < to - 3; i += 4) {
            counts[others[order[i]] & 255]++;
            counts[(others[order[i + 1]] & 255) + BINS]++;
            counts[(others[order[i + 2]] & 255) + 2 * BINS]++;
            counts[(others[order[i + 3]] & 255) + 3 * BINS]++;
        }
        for (; i < to; i++) counts[others[order[i]] & 255]++;
    }

    /** The share of the pixels where the product of both channels' masks is at least 128. */
    double inside(ToneTable own, SortedValues other, ToneTable others) {
        long inside = 0;
        for (int v = 0; v < BINS; v++)
            if (own.value(v) >= 128) // a product is not larger than its factors
            for (int i = starts[v]; i < starts[v + 1]; i++)
                    if (ToneTable.masked(own.value(v), others.value(other.values[order[i]] & 255)) >= 128) inside++;
        return (double) inside / values.length;
    }

    /** Whether this channel's mask is at least 128 for all pixels. */
    boolean isAllInside(ToneTable own) {
        for (int v = 0; v < BINS; v++) if (starts[v] < starts[v + 1] && own.value(v) < 128) return false;
        return true;
    }
}
