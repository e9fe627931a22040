package sc.fiji.imagetomask.engine.proof;

import java.util.List;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;

/** The formulas that engines are tested with: one for each channel, with the stains and colours that its hash is for. */
public final class ProofFormulas {

    /** Brown and blue. */
    public static final ReferenceColours COLOURS = ReferenceColours.parse("#b5651d,#2040c0");

    /** In the order of the channels. */
    static final List<ChannelFormula> ALL = ChannelFormula.all(Stains.DEFAULT, COLOURS);

    private ProofFormulas() {}

    /** The formula of that channel. */
    public static ChannelFormula of(Channel channel) {
        return ALL.get(channel.ordinal());
    }

    /**
     * How far two values are apart: of hues around the circle. A hue of CIELAB is as uncertain as a* and b* are, so its
     * difference counts as much as the colour is strong, at most by its own size.
     *
     * @param chroma of the colour, in CIELAB
     */
    public static double difference(Channel channel, double one, double other, double chroma) {
        double difference = Math.abs(one - other);
        if (!channel.isHue()) return difference;
        double around = Math.min(difference, 255 - difference);
        return channel == Channel.LCH_H ? around * Math.min(1, chroma * 2 * Math.PI / 255) : around;
    }
}
