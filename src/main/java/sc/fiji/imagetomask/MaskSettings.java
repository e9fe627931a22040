package sc.fiji.imagetomask;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.tone.Histograms;
import sc.fiji.imagetomask.tone.Levels;

/**
 * Everything that says how a picture becomes a mask; immutable, and valid once it exists. Most masks have one term; what
 * {@code channel}, {@code levels} and so on say is that of the first one.
 *
 * <pre>{@code
 * MaskSettings settings = MaskSettings.of("S (HSV)").withLevels(10, 200, 1.2).withInvert(true);
 * }</pre>
 *
 * @param terms the channels with what becomes of their values, joined one after the other; at most {@value #MOST_TERMS}
 * @param statistics whether slices have clip ranges of their own; by default they have
 * @param inside whether only pixels count for the clip range where mask times selection is at least 128; false by
 *     default
 * @param maskValues how the values of a mask image count; as parts of the largest one by default
 * @param output the form of the mask; 8-bit by default
 */
public record MaskSettings(
        List<Term> terms, Statistics statistics, boolean inside, MaskValues maskValues, Output output) {

    /** The most terms. */
    public static final int MOST_TERMS = 16;

    /** All defaults. */
    public static final MaskSettings DEFAULT = new MaskSettings(
            List.of(Term.of(Join.AND, Channel.LAB_L)), Statistics.SLICE, false, MaskValues.VALUES, Output.BYTE);

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    public MaskSettings {
        terms = List.copyOf(terms);
        if (terms.isEmpty() || terms.size() > MOST_TERMS)
            throw new IllegalArgumentException(
                    "The mask has " + terms.size() + " terms, but must have 1 to " + MOST_TERMS + ".");
        if (terms.get(0).join() != Join.AND)
            throw new IllegalArgumentException(
                    "The first term is joined by '" + terms.get(0).join().label() + "', but must be joined by and.");
    }

    /**
     * The defaults for that channel.
     *
     * @throws IllegalArgumentException if there is no such channel
     */
    public static MaskSettings of(String channel) {
        return DEFAULT.withChannel(Channel.of(channel));
    }

    /** The first term. */
    public Term first() {
        return terms.get(0);
    }

    /** The terms after the first one. */
    public List<Term> further() {
        return terms.subList(1, terms.size());
    }

    /** The same with these terms. */
    public MaskSettings withTerms(List<Term> newTerms) {
        return new MaskSettings(newTerms, statistics, inside, maskValues, output);
    }

    /** The same with these terms after the first one. */
    public MaskSettings withFurther(List<Term> newTerms) {
        List<Term> all = new ArrayList<>(List.of(first()));
        all.addAll(newTerms);
        return withTerms(all);
    }

    private MaskSettings change(UnaryOperator<Term> change) {
        List<Term> changed = new ArrayList<>(terms);
        changed.set(0, change.apply(first()));
        return withTerms(changed);
    }

    /** The channel. */
    public Channel channel() {
        return first().channel();
    }

    /** The stains of its channel. */
    public Stains stains() {
        return first().stains();
    }

    /** The colours of its channel. */
    public ReferenceColours colours() {
        return first().colours();
    }

    /** How far its hues are shifted. */
    public int hue() {
        return first().hue();
    }

    /** Where its clip range comes from. */
    public Clip clip() {
        return first().clip();
    }

    /** Its levels. */
    public Levels levels() {
        return first().levels();
    }

    /** Whether it is inverted. */
    public boolean invert() {
        return first().invert();
    }

    /** The same with that channel; hue, stains and colours are kept only if it depends on them. */
    public MaskSettings withChannel(Channel newChannel) {
        return change(term -> term.withChannel(newChannel));
    }

    /** The same with that channel and what it needs to know. */
    public MaskSettings withFormula(ChannelFormula formula) {
        return withChannel(formula.channel()).withStains(formula.stains()).withColours(formula.colours());
    }

    /** The same with these stains. */
    public MaskSettings withStains(Stains newStains) {
        return change(term -> term.withStains(newStains));
    }

    /** The same with distances measured from these colours. */
    public MaskSettings withColours(ReferenceColours newColours) {
        return change(term -> term.withColours(newColours));
    }

    /** The same with the hue circle shifted by that much. */
    public MaskSettings withHue(int newHue) {
        return change(term -> term.withHue(newHue));
    }

    /** The same with that clip range. */
    public MaskSettings withClip(Clip newClip) {
        return change(term -> term.withClip(newClip));
    }

    /**
     * The same with these levels.
     *
     * @param black as in {@link Levels}
     * @param white as in {@link Levels}
     * @param gray as in {@link Levels}
     * @throws IllegalArgumentException naming a value that is out of range
     */
    public MaskSettings withLevels(int black, int white, double gray) {
        return withLevels(new Levels(black, white, gray));
    }

    /** The same with these levels. */
    public MaskSettings withLevels(Levels newLevels) {
        return change(term -> term.withLevels(newLevels));
    }

    /** The same, inverted or not. */
    public MaskSettings withInvert(boolean newInvert) {
        return change(term -> term.withInvert(newInvert));
    }

    /** The same with these statistics. */
    public MaskSettings withStatistics(Statistics newStatistics) {
        return new MaskSettings(terms, newStatistics, inside, maskValues, output);
    }

    /** The same, counting only inside or everywhere. */
    public MaskSettings withInside(boolean newInside) {
        return new MaskSettings(terms, statistics, newInside, maskValues, output);
    }

    /** The same with values of mask images that count so. */
    public MaskSettings withMaskValues(MaskValues newValues) {
        return new MaskSettings(terms, statistics, inside, newValues, output);
    }

    /** The same with that output. */
    public MaskSettings withOutput(Output newOutput) {
        return new MaskSettings(terms, statistics, inside, maskValues, newOutput);
    }

    /**
     * What gives the values of its channel.
     *
     * @throws IllegalArgumentException if a distance has no colour to be measured from
     */
    public ChannelFormula formula() {
        return first().formula();
    }

    /**
     * The same, if a mask can be made by it.
     *
     * @throws IllegalArgumentException if a channel needs something that was not given, such as a colour
     */
    public MaskSettings complete() {
        terms.forEach(Term::formula);
        return this;
    }

    /** The clip ranges of channels with these histograms, their hues not yet shifted. */
    public ClipRanges ranges(Histograms histograms) {
        return new ClipRanges(IntStream.range(0, terms.size())
                .mapToObj(i -> terms.get(i).range(histograms.ofTerms().get(i)))
                .toList());
    }

    /** Whether the pictures of a batch must be counted first, for the clip ranges that they share. */
    public boolean needsHistogramOfBatch() {
        return statistics == Statistics.BATCH
                && terms.stream().anyMatch(term -> term.clip().fixed() == null);
    }

    /**
     * The same with the clip ranges of all pictures of a batch as fixed ones, so that each picture alone becomes the same
     * mask again. If all pixels have one value, the range reaches one value further; if there are none, nothing changes.
     *
     * @param histograms of all pictures together, their hues not yet shifted
     */
    public MaskSettings withRangeOfBatch(Histograms histograms) {
        return withTerms(IntStream.range(0, terms.size())
                .mapToObj(
                        i -> terms.get(i).withRangeOfBatch(histograms.ofTerms().get(i)))
                .toList());
    }
}
