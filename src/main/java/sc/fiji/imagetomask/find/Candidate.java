package sc.fiji.imagetomask.find;

import java.util.Arrays;
import java.util.List;
import sc.fiji.imagetomask.Join;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;

/** A channel with the histograms of the marked and the unmarked pixels. Hues are shifted so that the object is in the middle. */
final class Candidate {

    private static final int CIRCLE = 255;

    /** The least width of the smoothing in steps. */
    private static final double LEAST = 1.5;

    /** What a channel must separate better than a simpler one to be preferred: a band, and each colour of a distance. */
    private static final double BAND_COST = 0.005;

    private static final double COLOUR_COST = 0.002;

    private final ChannelFormula formula;
    private final int hue;
    private final Histogram object;
    private final Histogram rest;
    private final double[] in;
    private final double[] marked;
    private final double[] unmarked;

    /**
     * @param objects the histogram of the object
     * @param backgrounds that of what is marked as background; may be of no pixels
     * @param others that of the unmarked pixels; may be of none if there is a background
     */
    Candidate(ChannelFormula formula, Histogram objects, Histogram backgrounds, Histogram others) {
        this.formula = formula;
        boolean isHue = formula.channel().isHue();
        hue = isHue ? Math.floorMod(CIRCLE / 2 - mean(objects), CIRCLE) : 0;
        this.object = objects.hueShifted(hue);
        rest = backgrounds.plus(others).hueShifted(hue);
        double width = this.object.total() == 0 ? LEAST : Shares.width(this.object, LEAST);
        in = Shares.smoothed(this.object, width, isHue);
        marked = backgrounds.total() == 0 ? null : smoothed(backgrounds.hueShifted(hue), isHue);
        this.unmarked = others.total() == 0 ? null : Shares.smoothed(others.hueShifted(hue), width, isHue);
    }

    private static double[] smoothed(Histogram marks, boolean isHue) {
        return Shares.smoothed(marks, Shares.width(marks, LEAST), isHue);
    }

    /** The mean of values that go around a circle. */
    private static int mean(Histogram hues) {
        double x = 0;
        double y = 0;
        for (int v = 0; v < CIRCLE; v++) {
            x += hues.count(v) * Math.cos(2 * Math.PI * v / CIRCLE);
            y += hues.count(v) * Math.sin(2 * Math.PI * v / CIRCLE);
        }
        return Math.floorMod((int) Math.round(Math.atan2(y, x) * CIRCLE / (2 * Math.PI)), CIRCLE);
    }

    /** Whether there is nothing to separate: all pixels have the same value, or the object or the rest has none, as of NaN. */
    boolean isHopeless() {
        long[] all = object.plus(rest).toArray();
        return object.total() == 0
                || rest.total() == 0
                || Arrays.stream(all).filter(count -> count > 0).count() == 1;
    }

    /** At most which part of the unmarked pixels are like the object, as far as this channel can tell. */
    double likeObject() {
        return unmarked == null ? 0 : Shares.likeObject(in, unmarked);
    }

    /**
     * The best settings of this channel.
     *
     * @param start gives what is not searched for
     * @param likeObject which part of the unmarked pixels belongs to the object
     */
    FoundMask best(MaskSettings start, double likeObject) {
        double[] out = out(likeObject);
        Cut cut = Cut.best(in, out);
        return found(start, cut.score(), term(cut, in, out));
    }

    /** Settings with these terms, the first of which is of this channel. */
    FoundMask found(MaskSettings start, double score, Term... terms) {
        return new FoundMask(start.withTerms(List.of(terms)), score, object, rest);
    }

    /** The best cut of this channel alone. */
    Cut cut(double likeObject) {
        return Cut.best(in, out(likeObject));
    }

    ChannelFormula formula() {
        return formula;
    }

    boolean isHue() {
        return formula.channel().isHue();
    }

    /** Shifts the hues of these values of the channel. */
    void shift(byte[] values) {
        if (hue == 0) return;
        for (int i = 0; i < values.length; i++) {
            int value = values[i] & 255;
            if (value < CIRCLE) values[i] = (byte) ((value + hue) % CIRCLE);
        }
    }

    /** Smoothed shares of these counts, which add up to 1. */
    double[] smoothed(Histogram counts) {
        return Shares.smoothed(
                counts, Shares.width(counts, LEAST), formula.channel().isHue());
    }

    private double[] out(double likeObject) {
        return Shares.rest(marked, unmarked == null ? null : Shares.without(unmarked, in, likeObject));
    }

    /** A term of this channel with the levels for a cut. */
    Term term(Cut cut, double[] in, double[] out) {
        return Term.of(Join.AND, formula.channel())
                .withStains(formula.stains())
                .withColours(formula.colours())
                .withHue(hue)
                .withClip(Clip.NONE)
                .withInvert(cut.isBelow())
                .withLevels(levels(cut, in, out));
    }

    /**
     * Levels with a soft edge at each end of the cut. An edge reaches to the nearer one of the quartiles of both classes on
     * its sides, so that most of the object is white and most of the rest is black.
     */
    private static Levels levels(Cut cut, double[] in, double[] out) {
        if (cut.isBelow()) {
            int half = half(
                    cut.high() + 1,
                    Shares.quantile(in, 0, cut.high(), 0.75),
                    Shares.quantile(out, cut.high() + 1, 255, 0.25));
            return new Levels(cut.high() + 1 - half, cut.high() + half, 1);
        }
        Levels levels = Levels.NONE;
        if (cut.low() > 0) {
            int half = half(
                    cut.low(), Shares.quantile(out, 0, cut.low() - 1, 0.75), Shares.quantile(in, cut.low(), 255, 0.25));
            levels = new Levels(cut.low() - half, cut.low() + half - 1, 1);
        }
        if (cut.high() == 255) return levels;
        int half = half(
                cut.high() + 1,
                Shares.quantile(in, cut.low(), cut.high(), 0.75),
                Shares.quantile(out, cut.high() + 1, 255, 0.25));
        return levels.withBand(cut.high() + 1 - half, cut.high() + half);
    }

    private static int half(int edge, int below, int above) {
        int reach = Math.min(edge - below, above - edge + 1);
        return Math.max(1, Math.min(reach, Math.min(edge, 256 - edge)));
    }

    /** By what a found mask is ranked: its score, less for what makes it harder to understand. */
    static double rank(FoundMask found) {
        return found.score()
                - (found.settings().levels().isBand() ? BAND_COST : 0)
                - COLOUR_COST * found.settings().colours().rgb().size();
    }
}
