package sc.fiji.imagetomask;

import sc.fiji.imagetomask.channel.Channel;
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
 * @param hue shifts the hue circle of H (HSV): (value + hue) mod 255 before the histogram, so that a red object is not
 *     torn between both ends; 0 to {@value #MOST_HUE}, 0 by default, and 0 for every other channel
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
        int hue,
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
            Channel.LAB_L, 0, Levels.NONE, false, Statistics.SLICE, false, MaskValues.VALUES, Output.BYTE);

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    public MaskSettings {
        HUE.require("hue", hue);
        if (hue != 0 && channel != Channel.HSV_H)
            throw new IllegalArgumentException("hue is " + hue + ", but must be 0 for the channel " + channel
                    + ": only " + Channel.HSV_H + " can be shifted.");
    }

    /**
     * The defaults for that channel.
     *
     * @throws IllegalArgumentException if there is no such channel
     */
    public static MaskSettings of(String channel) {
        return DEFAULT.withChannel(Channel.of(channel));
    }

    /** The same with that channel; its hue is not shifted any more unless it is H (HSV). */
    public MaskSettings withChannel(Channel newChannel) {
        int kept = newChannel == Channel.HSV_H ? hue : 0;
        return new MaskSettings(newChannel, kept, levels, invert, statistics, inside, maskValues, output);
    }

    /** The same with the hue circle shifted by that much. */
    public MaskSettings withHue(int newHue) {
        return new MaskSettings(channel, newHue, levels, invert, statistics, inside, maskValues, output);
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
        return new MaskSettings(channel, hue, newLevels, invert, statistics, inside, maskValues, output);
    }

    /** The same, inverted or not. */
    public MaskSettings withInvert(boolean newInvert) {
        return new MaskSettings(channel, hue, levels, newInvert, statistics, inside, maskValues, output);
    }

    /** The same with these statistics. */
    public MaskSettings withStatistics(Statistics newStatistics) {
        return new MaskSettings(channel, hue, levels, invert, newStatistics, inside, maskValues, output);
    }

    /** The same, counting only inside or everywhere. */
    public MaskSettings withInside(boolean newInside) {
        return new MaskSettings(channel, hue, levels, invert, statistics, newInside, maskValues, output);
    }

    /** The same with values of mask images that count so. */
    public MaskSettings withMaskValues(MaskValues newValues) {
        return new MaskSettings(channel, hue, levels, invert, statistics, inside, newValues, output);
    }

    /** The same with that output. */
    public MaskSettings withOutput(Output newOutput) {
        return new MaskSettings(channel, hue, levels, invert, statistics, inside, maskValues, newOutput);
    }

    /** The clip range of a channel with that histogram, its hue not yet shifted. */
    public ClipRange range(Histogram histogram) {
        return ClipRange.of(histogram.hueShifted(hue));
    }

    /** What these settings make of a channel with that clip range, its hue not yet shifted. */
    public Tone tone(ClipRange range) {
        return new Tone(range, levels, invert, hue);
    }
}
