package sc.fiji.imagetomask.find;

/**
 * The values of a channel that belong to the object: low to high, both included.
 *
 * @param low 0 if all below high are inside
 * @param high 255 if all above low are inside
 * @param score how well it separates: the mean of the share of the object that is inside and the share of the rest that is
 *     outside, 0.5 to 1
 */
record Cut(int low, int high, double score) {

    /** A band must be better than a single edge by this much. */
    private static final double BAND_GAIN = 0.01;

    /** An edge may be moved to where there are fewer pixels, if the score does not become worse by more. */
    private static final double TOLERANCE = 0.03;

    private static final double ROUNDING = 1e-9;

    private static final int LAST = 255;

    /** Whether the values below an edge are inside. */
    boolean isBelow() {
        return low == 0 && high < LAST;
    }

    /** Whether it has the same values. */
    boolean isAt(Cut other) {
        return low == other.low && high == other.high;
    }

    /** The best cut of a channel in which the classes have these shares, which add up to 1 each. */
    static Cut best(double[] object, double[] rest) {
        Sums sums = new Sums(object, rest);
        Cut edge = new Cut(0, LAST, 0.5);
        for (int t = 1; t <= LAST; t++) {
            edge = sums.better(edge, t, LAST);
            edge = sums.better(edge, 0, t - 1);
        }
        Cut band = sums.band();
        return sums.settled(band.score >= edge.score + BAND_GAIN ? band : edge);
    }

    /** Shares up to each value. */
    static final class Sums {

        private final double[] object = new double[LAST + 2];
        private final double[] rest = new double[LAST + 2];
        private final double[] density = new double[LAST + 2];

        /** The most that the object's share below this value, or below a later one but the last, is ahead of that of the rest. */
        private final double[] lead = new double[LAST + 1];

        Sums(double[] objects, double[] rests) {
            for (int v = 0; v <= LAST; v++) {
                object[v + 1] = object[v] + objects[v];
                rest[v + 1] = rest[v] + rests[v];
            }
            lead[LAST] = object[LAST] - rest[LAST];
            for (int v = LAST - 1; v > 0; v--) lead[v] = Math.max(lead[v + 1], object[v] - rest[v]);
            for (int v = 1; v <= LAST; v++) density[v] = objects[v - 1] + rests[v - 1] + objects[v] + rests[v];
        }

        double score(int low, int high) {
            return (object[high + 1] - object[low] + 1 - rest[high + 1] + rest[low]) / 2;
        }

        /** The first of the best bands. */
        Cut band() {
            double most = 0;
            for (int low = 1; low < LAST; low++) most = Math.max(most, most(low));
            Cut band = new Cut(0, LAST, 0);
            for (int low = 1; low < LAST; low++)
                if (most(low) > most - ROUNDING)
                    for (int high = low; high < LAST; high++) band = better(band, low, high);
            return band;
        }

        /** What the best band from that value on scores, but for what is lost by rounding. */
        private double most(int low) {
            return (lead[low + 1] - object[low] + 1 + rest[low]) / 2;
        }

        Cut better(Cut than, int low, int high) {
            double score = score(low, high);
            return score > than.score ? new Cut(low, high, score) : than;
        }

        /** The same with its edges where there are few pixels. */
        Cut settled(Cut cut) {
            int low = cut.low;
            int high = cut.high;
            double least = cut.score - TOLERANCE;
            if (low > 0) low = emptiest(low, least, 1, high, high, true);
            if (high < LAST) high = emptiest(high + 1, least, low + 1, LAST, low, false) - 1;
            return new Cut(low, high, score(low, high));
        }

        /** The edge, between the values edge - 1 and edge, around which there are the fewest pixels; in the middle of such. */
        private int emptiest(int edge, double least, int first, int last, int other, boolean isLow) {
            int from = edge;
            while (from > first && at(from - 1, other, isLow) >= least) from--;
            int to = edge;
            while (to < last && at(to + 1, other, isLow) >= least) to++;
            int best = edge;
            for (int e = from; e <= to; e++) if (density[e] < density[best]) best = e;
            int end = best;
            while (end < to && density[end + 1] <= density[best] + 1e-9) end++;
            while (best > from && density[best - 1] <= density[end] + 1e-9) best--;
            return (best + end + 1) / 2;
        }

        private double at(int edge, int other, boolean isLow) {
            return isLow ? score(edge, other) : score(other, edge - 1);
        }
    }
}
