package sc.fiji.imagetomask.ui;

import java.util.stream.IntStream;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;

/**
 * A histogram for drawing: the position of its bins along the normalized values, and their heights.
 *
 * @param histogram of the raw channel
 * @param range of it that becomes 0..255
 */
record HistogramBins(Histogram histogram, ClipRange range) {

    long count(int bin) {
        return histogram.count(bin);
    }

    long total() {
        return histogram.total();
    }

    /** How many pixels lie below the clip range. */
    long below() {
        return IntStream.range(0, range.low()).mapToLong(histogram::count).sum();
    }

    /** How many pixels lie above the clip range. */
    long above() {
        return IntStream.rangeClosed(range.high() + 1, 255)
                .mapToLong(histogram::count)
                .sum();
    }

    /** Where the bar of that bin starts, 0..255; the last one ends at 255. The bin's normalized value is within its bar. */
    double start(int bin) {
        return 255.0 * (bin - range.low()) / bars();
    }

    /** The bin whose bar is at that normalized value, 0..255. */
    int binAt(double value) {
        return Math.min(range.high(), range.low() + (int) (value / 255 * bars()));
    }

    /** The height of a bin, 0..1, of the highest one. */
    double height(int bin, boolean logarithmic) {
        return heightOf(count(bin), logarithmic);
    }

    /** The height, 0..1, of a bar for this number of pixels; a bar higher than the highest bin is cut off. */
    double heightOf(long count, boolean logarithmic) {
        long most = IntStream.rangeClosed(range.low(), range.high())
                .mapToLong(histogram::count)
                .max()
                .orElse(0);
        if (most == 0) return 0;
        double part = logarithmic ? Math.log1p(count) / Math.log1p(most) : (double) count / most;
        return Math.min(1, part);
    }

    private int bars() {
        return range.high() - range.low() + 1;
    }
}
