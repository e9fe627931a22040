package sc.fiji.imagetomask.tone;

/**
 * The range of channel values that normalization stretches to 0..255.
 *
 * <p>Design decision (the reference's rule): low is the first and high the last bin whose own count is greater than
 * 0.0005 of the number of pixels. The counts are not cumulated, so a few outliers never set the range, and many
 * different outliers do not add up. Of no pixels at all the range is 0..0.
 *
 * @param low the value that becomes 0, 0..255
 * @param high the value that becomes 255, low..255
 */
public record ClipRange(int low, int high) {

    private static final double RARE = 0.0005;

    /** Checks that 0 <= low <= high <= 255. */
    public ClipRange {
        if (low < 0 || high < low || high > 255)
            throw new IllegalArgumentException(
                    "clip range is " + low + ".." + high + ", but must be within 0..255 and in order.");
    }

    /** The clip range of these pixels. */
    public static ClipRange of(Histogram histogram) {
        double enough = histogram.total() * RARE;
        int low = 0;
        while (low < 255 && histogram.count(low) <= enough) low++;
        int high = 255;
        while (high > 0 && histogram.count(high) <= enough) high--;
        return low <= high ? new ClipRange(low, high) : new ClipRange(0, 0);
    }

    /**
     * The value stretched: truncate(float((clamp(v, low, high) - low) / (high - low) * 255)), and 0 everywhere if low
     * equals high.
     */
    public int normalize(int value) {
        if (low == high) return 0;
        int above = Math.min(Math.max(value, low), high) - low;
        return (int) (float) (above / (double) (high - low) * 255);
    }

    /** The value of 16-bit and 32-bit images stretched, 0..255 and not truncated; 0 everywhere if low equals high. */
    public double stretch(double value) {
        if (low == high) return 0;
        return (Math.min(Math.max(value, low), high) - low) / (high - low) * 255;
    }
}
