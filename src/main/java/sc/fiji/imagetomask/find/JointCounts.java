package sc.fiji.imagetomask.find;

import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/** How many pixels have each pair of values of two channels. */
final class JointCounts {

    private static final int BINS = Histogram.BINS;

    /** For each value of the first channel the counts of the second; null if there are none. */
    private final int[][] counts = new int[BINS][];

    private final int total;

    /**
     * @param first one value for each pixel
     * @param second likewise, of the other channel
     */
    JointCounts(byte[] first, byte[] second) {
        total = first.length;
        for (int i = 0; i < total; i++) {
            int v = first[i] & 255;
            int[] row = counts[v];
            if (row == null) row = counts[v] = new int[BINS];
            row[second[i] & 255]++;
        }
    }

    /** The counts of one channel, of the pixels whose value of the other one is within a cut. */
    Histogram within(Cut cut, boolean isOfSecond) {
        int[] within = new int[BINS];
        for (int v = isOfSecond ? cut.low() : 0; v <= (isOfSecond ? cut.high() : BINS - 1); v++)
            if (counts[v] != null)
                if (isOfSecond) add(counts[v], within);
                else within[v] = sum(counts[v], cut.low(), cut.high());
        return Histogram.of(within);
    }

    private static void add(int[] row, int[] to) {
        for (int w = 0; w < BINS; w++) to[w] += row[w];
    }

    private static int sum(int[] row, int low, int high) {
        int sum = 0;
        for (int w = low; w <= high; w++) sum += row[w];
        return sum;
    }

    /** The share of the pixels where the product of both is at least 128. */
    double inside(ToneTable first, ToneTable second) {
        long inside = 0;
        for (int v = 0; v < BINS; v++)
            if (counts[v] != null && first.value(v) >= 128) // a product is not larger than its factors
            for (int w = 0; w < BINS; w++)
                    if (ToneTable.masked(first.value(v), second.value(w)) >= 128) inside += counts[v][w];
        return (double) inside / total;
    }

    int total() {
        return total;
    }
}
