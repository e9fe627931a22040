package sc.fiji.imagetomask.find;

import java.util.Arrays;
import sc.fiji.imagetomask.tone.Histogram;

/** Which share of some pixels has each of the 256 values of a channel. */
final class Shares {

    private static final int BINS = Histogram.BINS;

    /** By so many steps counts of one pixel are smoothed. */
    private static final double OF_FEW = 36;

    private Shares() {}

    /**
     * How wide counts are to be smoothed: the fewer pixels there are, the wider, because they say less of where further ones
     * will be. By Silverman's rule; but the spread of a few pixels is mostly less than that of what they are taken from, so
     * that they have a least width of their own, which was found by trial with the benchmark Separation.
     *
     * @param least width of many pixels, as a standard deviation in steps
     */
    static double width(Histogram counts, double least) {
        double total = counts.total();
        double mean = 0;
        for (int v = 0; v < BINS; v++) mean += v * counts.count(v) / total;
        double variance = 0;
        for (int v = 0; v < BINS; v++) variance += (v - mean) * (v - mean) * counts.count(v) / total;
        return Math.max(
                Math.max(least, OF_FEW * Math.pow(total, -0.75)), 0.9 * Math.sqrt(variance) * Math.pow(total, -0.2));
    }

    /**
     * The counts as shares that add up to 1, smoothed by a bell curve.
     *
     * @param width of the curve, as a standard deviation in steps
     * @param isCircle whether the values 0 to 254 go around
     */
    static double[] smoothed(Histogram counts, double width, boolean isCircle) {
        double total = counts.total();
        int reach = (int) Math.ceil(3 * width);
        double[] curve = new double[2 * reach + 1];
        double sum = 0;
        for (int d = 0; d <= reach; d++) {
            double height = Math.exp(-d * d / (2 * width * width));
            curve[reach - d] = height;
            curve[reach + d] = height;
            sum += d == 0 ? height : 2 * height;
        }
        double[] shares = new double[BINS];
        int circle = BINS - 1;
        int end = isCircle ? circle : BINS;
        for (int v = 0; v < BINS; v++) {
            double share = counts.count(v) / total / sum;
            if (share == 0) continue;
            if (v >= reach && v + reach < end) add(share, curve, shares, v - reach);
            else
                for (int d = -reach; d <= reach; d++) {
                    int at = isCircle && v < circle
                            ? Math.floorMod(v + d, circle)
                            : Math.min(Math.max(v + d, 0), BINS - 1);
                    shares[at] += share * curve[reach + d];
                }
        }
        return shares;
    }

    /** Away from the ends, where it vectorises. */
    private static void add(double share, double[] curve, double[] shares, int from) {
        for (int i = 0; i < curve.length; i++) shares[from + i] += share * curve[i];
    }

    /**
     * At most which part of the unmarked pixels are like the object: among the values where the object is most frequent
     * beside them, and that hold half of it, they hold this part of it.
     */
    static double likeObject(double[] object, double[] unmarked) {
        double[] ratios = new double[BINS];
        for (int v = 0; v < BINS; v++) ratios[v] = object[v] / (unmarked[v] + 1e-12);
        double in = 0;
        double rest = 0;
        for (int n = 0; n < BINS && in < 0.5; n++) {
            int v = largest(ratios);
            in += object[v];
            rest += unmarked[v];
            ratios[v] = -1;
        }
        return in == 0 ? 0 : Math.min(1, rest / in);
    }

    /** Where the first of the largest ones is. */
    private static int largest(double[] values) {
        int largest = 0;
        for (int v = 1; v < values.length; v++) if (values[v] > values[largest]) largest = v;
        return largest;
    }

    /** The shares of the unmarked pixels without that part of them that is like the object. */
    static double[] without(double[] unmarked, double[] object, double part) {
        double[] rest = new double[BINS];
        for (int v = 0; v < BINS; v++) rest[v] = Math.max(0, unmarked[v] - part * object[v]);
        double sum = Arrays.stream(rest).sum();
        if (sum < 1e-6) return unmarked;
        for (int v = 0; v < BINS; v++) rest[v] /= sum;
        return rest;
    }

    /** The mean of the shares of marked and of other pixels; one of them may be null. */
    static double[] rest(double[] marked, double[] others) {
        if (others == null) return marked;
        if (marked == null) return others;
        double[] both = new double[BINS];
        for (int v = 0; v < BINS; v++) both[v] = (others[v] + marked[v]) / 2;
        return both;
    }

    /** The value below which that part of the shares between two values lies; the end if there are none. */
    static int quantile(double[] shares, int from, int to, double part) {
        double sum = 0;
        for (int v = from; v <= to; v++) sum += shares[v];
        double below = 0;
        for (int v = from; v <= to; v++) {
            below += shares[v];
            if (below >= part * sum) return v;
        }
        return to;
    }
}
