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
 * One channel with what becomes of its values; a mask is made of one term or of several. Immutable, and valid once it exists.
 *
 * <pre>{@code
 * Term grey = Term.of(Join.WITHOUT, Channel.HSV_S).withLevels(new Levels(10, 60, 1)).withInvert(true);
 * }</pre>
 *
 * @param join how it is joined with the terms before it; {@code and} for the first one
 * @param channel the colour channel
 * @param stains the stains that the channels {@code Stain 1} to {@code Stain 3} tell apart, with the white of the slide; the
 *     default for every other channel
 * @param colours what {@code Distance} is measured from; none for every other channel
 * @param hue shifts the hue circle of H (HSV) and H (LCH): (value + hue) mod 255 before the histogram, so that a red object is not
 *     torn between both ends; 0 to {@value #MOST_HUE}, 0 by default, and 0 for every other channel
 * @param clip where the clip range comes from, that of the shifted values for a hue; from the picture by default
 * @param levels black, white and gray point; 0, 255 and 1 by default
 * @param invert whether bright becomes dark, before terms are joined and before masking; false by default
 */
public record Term(
        Join join,
        Channel channel,
        Stains stains,
        ReferenceColours colours,
        int hue,
        Clip clip,
        Levels levels,
        boolean invert) {

    /** The largest hue, so that there are as many as {@link Channel#HSV_H} has values. */
    public static final int MOST_HUE = 254;
    /** What the hue can be. */
    public static final WholeNumber HUE = new WholeNumber(0, MOST_HUE);

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    public Term {
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

    /** The defaults for that channel. */
    public static Term of(Join join, Channel channel) {
        return new Term(join, channel, Stains.DEFAULT, ReferenceColours.NONE, 0, Clip.AUTO, Levels.NONE, false);
    }

    /** The same, joined so. */
    public Term withJoin(Join newJoin) {
        return new Term(newJoin, channel, stains, colours, hue, clip, levels, invert);
    }

    /** The same with that channel; hue, stains and colours are kept only if it depends on them. */
    public Term withChannel(Channel newChannel) {
        return new Term(
                join,
                newChannel,
                newChannel.isStain() ? stains : Stains.DEFAULT,
                newChannel.isDistance() ? colours : ReferenceColours.NONE,
                newChannel.isHue() ? hue : 0,
                clip,
                levels,
                invert);
    }

    /** The same with these stains. */
    public Term withStains(Stains newStains) {
        return new Term(join, channel, newStains, colours, hue, clip, levels, invert);
    }

    /** The same with distances measured from these colours. */
    public Term withColours(ReferenceColours newColours) {
        return new Term(join, channel, stains, newColours, hue, clip, levels, invert);
    }

    /** The same with the hue circle shifted by that much. */
    public Term withHue(int newHue) {
        return new Term(join, channel, stains, colours, newHue, clip, levels, invert);
    }

    /** The same with that clip range. */
    public Term withClip(Clip newClip) {
        return new Term(join, channel, stains, colours, hue, newClip, levels, invert);
    }

    /** The same with these levels. */
    public Term withLevels(Levels newLevels) {
        return new Term(join, channel, stains, colours, hue, clip, newLevels, invert);
    }

    /** The same, inverted or not. */
    public Term withInvert(boolean newInvert) {
        return new Term(join, channel, stains, colours, hue, clip, levels, newInvert);
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

    /**
     * The same with the clip range of all pictures of a batch as a fixed one, so that each picture alone becomes the same
     * mask again. If all pixels have one value, the range reaches one value further; if there are none, nothing changes.
     *
     * @param histogram of all pictures together, their hues not yet shifted
     */
    Term withRangeOfBatch(Histogram histogram) {
        if (histogram.total() == 0) return this;
        ClipRange range = range(histogram);
        if (range.low() < range.high()) return withClip(new Clip(range));
        int low = Math.min(range.low(), 254);
        return withClip(Clip.of(low, low + 1));
    }

    /** What becomes of a channel with that clip range, its hue not yet shifted; inverted also if the join asks for it. */
    public Tone tone(ClipRange range) {
        return new Tone(range, levels, invert != join.inverts(), hue);
    }
}
