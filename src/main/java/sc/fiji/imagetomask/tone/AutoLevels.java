package sc.fiji.imagetomask.tone;

/**
 * Levels that a histogram suggests: of all pixels at most one in 200 lies below the black point, and at most one in 200
 * above the white point.
 */
public final class AutoLevels {

    private static final double CUT = 0.005;

    private AutoLevels() {}

    /**
     * Black is the largest normalized value with at most {@code 0.5 %} of the pixels below it, white the smallest with
     * at most {@code 0.5 %} above it. Where that leaves nothing between them, as in a picture of one colour, 0 and 255.
     *
     * @param histogram of the raw channel
     * @param range of it that becomes 0..255
     * @param gray 0.01..9.99, kept as it is
     */
    public static Levels of(Histogram histogram, ClipRange range, double gray) {
        long[] counts = new long[Histogram.BINS];
        for (int v = 0; v < Histogram.BINS; v++) counts[range.normalize(v)] += histogram.count(v);
        double cut = histogram.total() * CUT;
        int black = 0;
        for (long below = counts[0]; black < 255 && below <= cut; below += counts[black]) black++;
        int white = 255;
        for (long above = counts[255]; white > 0 && above <= cut; above += counts[white]) white--;
        return black < white ? new Levels(black, white, gray) : new Levels(0, 255, gray);
    }
}
