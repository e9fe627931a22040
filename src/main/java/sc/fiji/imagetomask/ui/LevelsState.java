package sc.fiji.imagetomask.ui;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * Everything that the levels panel draws at one moment.
 *
 * @param channel that is measured
 * @param hue how far the circle of hues is shifted; 0 for other channels
 * @param invert whether bright becomes dark
 * @param levels at this moment
 * @param bins the histogram of the shifted channel on its clip range; null until it is counted
 * @param classes the histograms of what was marked and of the rest; null if nothing was marked
 */
record LevelsState(Channel channel, int hue, boolean invert, Levels levels, HistogramBins bins, Classes classes) {

    /**
     * How many pixels have each value of the shifted channel.
     *
     * @param object of what a user has marked
     * @param rest of the other pixels
     */
    record Classes(Histogram object, Histogram rest) {}

    static final LevelsState FIRST = new LevelsState(Channel.LAB_L, 0, false, Levels.NONE, null, null);

    private static final int CIRCLE = Histogram.BINS - 1;

    LevelsState withSource(Channel newChannel, int newHue, boolean newInvert) {
        return new LevelsState(newChannel, newHue, newInvert, levels, bins, classes);
    }

    LevelsState withLevels(Levels newLevels) {
        return new LevelsState(channel, hue, invert, newLevels, bins, classes);
    }

    LevelsState withHistogram(Histogram histogram, ClipRange range) {
        return new LevelsState(channel, hue, invert, levels, new HistogramBins(histogram, range), classes);
    }

    LevelsState withoutHistogram() {
        return new LevelsState(channel, hue, invert, levels, null, classes);
    }

    LevelsState withClasses(Classes newClasses) {
        return new LevelsState(channel, hue, invert, levels, bins, newClasses);
    }

    /** The mask value, 0..255, that a normalized value, 0..255, becomes. */
    double output(double value) {
        double shaped = levels.shape(value);
        return invert ? 255 - shaped : shaped;
    }

    /** The colour, {@code 0xRRGGBB}, that a normalized value, 0..255, stands for. */
    int color(double value) {
        ClipRange range = bins == null ? new ClipRange(0, 255) : bins.range();
        double raw = range.low() + value / 255 * (range.high() - range.low()) - hue;
        return ChannelColors.of(channel, raw < 0 ? raw + CIRCLE : raw);
    }

    /** How much becomes white and black; null until it is counted. */
    Shares shares() {
        return bins == null ? null : Shares.of(bins.histogram(), ToneTable.of(bins.range(), levels, invert));
    }
}
