package sc.fiji.imagetomask;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.channel.White;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;
import sc.fiji.imagetomask.value.WholeNumber;

/**
 * Everything that says how a picture becomes a mask; immutable, and valid once it exists.
 *
 * <pre>{@code
 * MaskSettings settings = MaskSettings.of("S (HSV)").withLevels(10, 200, 1.2).withInvert(true);
 * }</pre>
 *
 * @param channel the colour channel; L (LAB) by default
 * @param stains the stains that the channels {@code Stain 1} to {@code Stain 3} tell apart, with the white of the slide; the
 *     default for every other channel
 * @param colours what {@code Distance} is measured from; none for every other channel
 * @param hue shifts the hue circle of H (HSV) and H (LCH): (value + hue) mod 255 before the histogram, so that a red object is not
 *     torn between both ends; 0 to {@value #MOST_HUE}, 0 by default, and 0 for every other channel
 * @param clip where the clip range comes from, that of the shifted values for a hue; from the picture by default
 * @param levels black, white and gray point; 0, 255 and 1 by default
 * @param invert whether bright becomes dark, before masking; false by default
 * @param statistics whether slices have clip ranges of their own; by default they have
 * @param inside whether only pixels count for the clip range where mask times selection is at least 128; false by
 *     default
 * @param maskValues how the values of a mask image count; as parts of the largest one by default
 * @param output the form of the mask; 8-bit by default
 */
public record MaskSettings(
        Channel channel,
        Stains stains,
        ReferenceColours colours,
        int hue,
        Clip clip,
        Levels levels,
        boolean invert,
        Statistics statistics,
        boolean inside,
        MaskValues maskValues,
        Output output) {

    /** The largest hue, so that there are as many as {@link Channel#HSV_H} has values. */
    public static final int MOST_HUE = 254;
    /** What the hue can be. */
    public static final WholeNumber HUE = new WholeNumber(0, MOST_HUE);

    /** All defaults. */
    public static final MaskSettings DEFAULT = new MaskSettings(
            Channel.LAB_L,
            Stains.DEFAULT,
            ReferenceColours.NONE,
            0,
            Clip.AUTO,
            Levels.NONE,
            false,
            Statistics.SLICE,
            false,
            MaskValues.VALUES,
            Output.BYTE);

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    public MaskSettings {
        HUE.require("hue", hue);
        if (hue != 0 && !channel.isHue())
            throw new IllegalArgumentException("hue is " + hue + ", but must be 0 for the channel " + channel
                    + ": only " + Channel.HSV_H + " and " + Channel.LCH_H + " can be shifted.");
        if (!stains.text().equals(Stains.DEFAULT.text()) && !channel.isStain())
            throw new IllegalArgumentException("stains is '" + stains.text() + "', but the channel is " + channel
                    + ": only " + Channel.STAIN_1 + " to " + Channel.STAIN_3 + " depend on stains.");
        if (!stains.background().equals(White.FULL) && !channel.isStain())
            throw new IllegalArgumentException(
                    "background is '" + stains.background().text() + "', but the channel is " + channel + ": only "
                            + Channel.STAIN_1 + " to " + Channel.STAIN_3 + " depend on it.");
        if (!colours.rgb().isEmpty() && !channel.isDistance())
            throw new IllegalArgumentException("colour is '" + colours.text() + "', but the channel is " + channel
                    + ": only " + Channel.DISTANCE + " and " + Channel.DISTANCE_2000 + " are measured from a colour.");
    }

    /**
     * The defaults for that channel.
     *
     * @throws IllegalArgumentException if there is no such channel
     */
    public static MaskSettings of(String channel) {
        return DEFAULT.withChannel(Channel.of(channel));
    }

    /** The same with that channel; hue, stains and colours are kept only if it depends on them. */
    public MaskSettings withChannel(Channel newChannel) {
        return new MaskSettings(
                newChannel,
                newChannel.isStain() ? stains : Stains.DEFAULT,
                newChannel.isDistance() ? colours : ReferenceColours.NONE,
                newChannel.isHue() ? hue : 0,
                clip,
                levels,
                invert,
                statistics,
                inside,
                maskValues,
                output);
    }

    /** The same with that channel and what it needs to know. */
    public MaskSettings withFormula(ChannelFormula formula) {
        return withChannel(formula.channel()).withStains(formula.stains()).withColours(formula.colours());
    }

    /** The same with these stains. */
    public MaskSettings withStains(Stains newStains) {
        return new MaskSettings(
                channel, newStains, colours, hue, clip, levels, invert, statistics, inside, maskValues, output);
    }

    /** The same with distances measured from these colours. */
    public MaskSettings withColours(ReferenceColours newColours) {
        return new MaskSettings(
                channel, stains, newColours, hue, clip, levels, invert, statistics, inside, maskValues, output);
    }

    /** The same with the hue circle shifted by that much. */
    public MaskSettings withHue(int newHue) {
        return new MaskSettings(
                channel, stains, colours, newHue, clip, levels, invert, statistics, inside, maskValues, output);
    }

    /** The same with that clip range. */
    public MaskSettings withClip(Clip newClip) {
        return new MaskSettings(
                channel, stains, colours, hue, newClip, levels, invert, statistics, inside, maskValues, output);
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
        return new MaskSettings(
                channel, stains, colours, hue, clip, newLevels, invert, statistics, inside, maskValues, output);
    }

    /** The same, inverted or not. */
    public MaskSettings withInvert(boolean newInvert) {
        return new MaskSettings(
                channel, stains, colours, hue, clip, levels, newInvert, statistics, inside, maskValues, output);
    }

    /** The same with these statistics. */
    public MaskSettings withStatistics(Statistics newStatistics) {
        return new MaskSettings(
                channel, stains, colours, hue, clip, levels, invert, newStatistics, inside, maskValues, output);
    }

    /** The same, counting only inside or everywhere. */
    public MaskSettings withInside(boolean newInside) {
        return new MaskSettings(
                channel, stains, colours, hue, clip, levels, invert, statistics, newInside, maskValues, output);
    }

    /** The same with values of mask images that count so. */
    public MaskSettings withMaskValues(MaskValues newValues) {
        return new MaskSettings(
                channel, stains, colours, hue, clip, levels, invert, statistics, inside, newValues, output);
    }

    /** The same with that output. */
    public MaskSettings withOutput(Output newOutput) {
        return new MaskSettings(
                channel, stains, colours, hue, clip, levels, invert, statistics, inside, maskValues, newOutput);
    }

    /**
     * What gives the channel's values.
     *
     * @throws IllegalArgumentException if a distance has no colour to be measured from
     */
    public ChannelFormula formula() {
        return new ChannelFormula(channel, stains, colours);
    }

    /** The clip range of a channel with that histogram, its hue not yet shifted. */
    public ClipRange range(Histogram histogram) {
        return clip.range(histogram.hueShifted(hue));
    }

    /** Whether the pictures of a batch must be counted first, for the clip range that they share. */
    public boolean needsHistogramOfBatch() {
        return statistics == Statistics.BATCH && clip.fixed() == null;
    }

    /**
     * The same with the clip range of all pictures of a batch as a fixed one, so that each picture alone becomes the same
     * mask again. If all pixels have one value, the range reaches one value further; if there are none, nothing changes.
     *
     * @param histogram of all pictures together, their hues not yet shifted
     */
    public MaskSettings withRangeOfBatch(Histogram histogram) {
        if (histogram.total() == 0) return this;
        ClipRange range = range(histogram);
        if (range.low() < range.high()) return withClip(new Clip(range));
        int low = Math.min(range.low(), 254);
        return withClip(Clip.of(low, low + 1));
    }

    /** What these settings make of a channel with that clip range, its hue not yet shifted. */
    public Tone tone(ClipRange range) {
        return new Tone(range, levels, invert, hue);
    }
}
