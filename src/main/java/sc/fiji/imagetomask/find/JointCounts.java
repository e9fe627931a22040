package sc.fiji.imagetomask.find;

import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/** How many pixels have each pair of values of two channels. */
final class JointCounts {

    private static final int BINS = Histogram.BINS;

    private final int[] counts = new int[BINS * BINS];
    private final int total;

    /**
     * @param first one value for each pixel
     * @param second likewise, of the other channel
     */
    JointCounts(byte[] first, byte[] second) {
        total = first.length;
        for (int i = 0; i < total; i++) counts[(first[i] & 255) * BINS + (second[i] & 255)]++;
    }

    /** The counts of one channel, of the pixels whose value of the other one is within a cut. */
    Histogram within(Cut cut, boolean isOfSecond) {
        int[] within = new int[BINS];
        for (int v = isOfSecond ? cut.low() : 0; v <= (isOfSecond ? cut.high() : BINS - 1); v++)
            if (isOfSecond) for (int w = 0; w < BINS; w++) within[w] += counts[v * BINS + w];
            else for (int w = cut.low(); w <= cut.high(); w++) within[v] += counts[v * BINS + w];
        return Histogram.of(within);
    }

    /** The share of the pixels where the product of both is at least 128. */
    double inside(ToneTable first, ToneTable second) {
        long inside = 0;
        for (int v = 0; v < BINS; v++)
            for (int w = 0; w < BINS; w++)
                if (ToneTable.masked(first.value(v), second.value(w)) >= 128) inside += counts[v * BINS + w];
        return (double) inside / total;
    }

    int total() {
        return total;
    }
}
