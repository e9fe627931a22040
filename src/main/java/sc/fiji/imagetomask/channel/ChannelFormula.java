package sc.fiji.imagetomask.channel;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * A channel with what it needs to know to give a value: stains for {@code Stain 1} to {@code Stain 3}, colours for {@code
 * Distance}. Two formulas are equal if they give the same values: what a channel does not need is not kept.
 *
 * <pre>{@code
 * ChannelFormula brown = new ChannelFormula(Channel.STAIN_2, Stains.parse("H DAB"), ReferenceColours.NONE);
 * int amount = brown.value(0xff_80_40_20);
 * }</pre>
 *
 * @param channel the channel
 * @param stains the stains of a section
 * @param colours the colours that distances are measured from
 */
public record ChannelFormula(Channel channel, Stains stains, ReferenceColours colours) {

    /** @throws IllegalArgumentException if the channel is a distance and there is no colour */
    public ChannelFormula {
        if (!channel.isStain()) stains = Stains.DEFAULT;
        if (!channel.isDistance()) colours = ReferenceColours.NONE;
        else if (colours.rgb().isEmpty())
            throw new IllegalArgumentException(
                    "channel is '" + channel + "', which needs a colour to measure from, such as colour=#b5651d.");
    }

    /**
     * The formula of a channel with the default stains.
     *
     * @throws IllegalArgumentException for a distance, which needs colours
     */
    public static ChannelFormula of(Channel channel) {
        return new ChannelFormula(channel, Stains.DEFAULT, ReferenceColours.NONE);
    }

    /** One for each channel, in menu order; distances only if there is a colour. */
    public static List<ChannelFormula> all(Stains stains, ReferenceColours colours) {
        return Stream.of(Channel.values())
                .filter(channel -> !channel.isDistance() || !colours.rgb().isEmpty())
                .map(channel -> new ChannelFormula(channel, stains, colours))
                .toList();
    }

    /** 0, 1 or 2 for a stain; -1 for every other channel. */
    public int stain() {
        return switch (channel) {
            case STAIN_1 -> 0;
            case STAIN_2 -> 1;
            case STAIN_3 -> 2;
            default -> -1;
        };
    }

    /** How distances are measured; null if this is none. */
    public ColourDifference difference() {
        return switch (channel) {
            case DISTANCE -> ColourDifference.CIE76;
            case DISTANCE_2000 -> ColourDifference.CIEDE2000;
            default -> null;
        };
    }

    /** The value, 0..255, of the pixel {@code 0xAARRGGBB}. */
    public int value(int argb) {
        if (channel.isStain()) return stains.value(stain(), argb);
        return !channel.isDistance() ? channel.value(argb) : colours.value(difference(), argb);
    }

    /** Gives {@link #value(int)} of many pixels, one after the other: tables of distances are looked for only once. */
    public IntUnaryOperator values() {
        return channel.isDistance() ? colours.values(difference()) : this::value;
    }

    /** The value, 0..255 and not rounded, of a pixel of 16-bit and 32-bit images; r, g, b, a as in {@link Channel#value}. */
    public float value(float r, float g, float b, float a) {
        if (channel.isStain())
            return stains.value(stain(), Channel.clamp(r, 1), Channel.clamp(g, 1), Channel.clamp(b, 1));
        return !channel.isDistance()
                ? channel.value(r, g, b, a)
                : colours.value(difference(), Channel.clamp(r, 1), Channel.clamp(g, 1), Channel.clamp(b, 1));
    }
}
