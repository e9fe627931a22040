package sc.fiji.imagetomask.tone;

/** Computes levels from a histogram. */
public final class AutoLevels {

    private AutoLevels() {}

    /**
     * Cuts rare values off: black is the largest normalized value with at most that share of the pixels below it, white
     * the smallest with at most that share above it. Where that leaves nothing between them, as in a picture of one
     * colour, 0 and 255.
     *
     * @param histogram of the raw channel
     * @param range of it that becomes 0..255
     * @param share of the pixels, such as 0.005 for half a percent
     * @param gray the gray point, kept as it is
     */
    public static Levels cutting(Histogram histogram, ClipRange range, double share, double gray) {
        long[] counts = new long[Histogram.BINS];
        for (int v = 0; v < Histogram.BINS; v++) counts[range.normalize(v)] += histogram.count(v);
        double cut = histogram.total() * share;
        int black = 0;
        for (long below = counts[0]; black < 255 && below <= cut; below += counts[black]) black++;
        int white = 255;
        for (long above = counts[255]; white > 0 && above <= cut; above += counts[white]) white--;
        return black < white ? new Levels(black, white, gray) : new Levels(0, 255, gray);
    }

    /**
     * A slope around a threshold: what is above it becomes 128 or more, all else less. The slope reaches as far as the
     * nearer one of the means below and above the threshold; so a clear gap between them is kept soft, and the gray
     * point is 1.
     *
     * @param histogram of the raw channel
     * @param range of it that becomes 0..255
     * @param threshold the largest raw value that is outside
     */
    public static Levels around(Histogram histogram, ClipRange range, int threshold) {
        int first = limited(range.normalize(Math.min(threshold + 1, 255)), 1, 255);
        double below = mean(histogram, range, 0, threshold);
        double above = mean(histogram, range, threshold + 1, 255);
        int reach = (int) Math.round(Math.min(first - below, above - first));
        int half = limited(reach, 1, Math.min(first, 256 - first));
        return new Levels(first - half, first + half - 1, 1);
    }

    /** Of the normalized values of these bins; that of the last or first one if they are empty. */
    private static double mean(Histogram histogram, ClipRange range, int from, int to) {
        double sum = 0;
        long count = 0;
        for (int v = Math.max(from, 0); v <= to; v++) {
            sum += (double) range.normalize(v) * histogram.count(v);
            count += histogram.count(v);
        }
        return count == 0 ? range.normalize(from == 0 ? to : from) : sum / count;
    }

    private static int limited(int value, int least, int most) {
        return Math.min(Math.max(value, least), most);
    }
}
