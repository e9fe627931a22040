package sc.fiji.imagetomask;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * Everything that says how a picture becomes a mask; immutable, and valid once it exists.
 *
 * <pre>{@code
 * MaskSettings settings = MaskSettings.of("S (HSV)").withLevels(10, 200, 1.2).withInvert(true);
 * }</pre>
 *
 * @param channel the colour channel; L (LAB) by default
 * @param levels black, white and gray point; 0, 255 and 1 by default
 * @param invert whether bright becomes dark, before masking; false by default
 */
public record MaskSettings(Channel channel, Levels levels, boolean invert) {

    /** L (LAB), levels 0, 255 and 1, not inverted. */
    public static final MaskSettings DEFAULT = new MaskSettings(Channel.LAB_L, Levels.NONE, false);

    /**
     * The defaults for that channel.
     *
     * @throws IllegalArgumentException if there is no such channel
     */
    public static MaskSettings of(String channel) {
        return DEFAULT.withChannel(Channel.of(channel));
    }

    /** The same with that channel. */
    public MaskSettings withChannel(Channel newChannel) {
        return new MaskSettings(newChannel, levels, invert);
    }

    /**
     * The same with these levels.
     *
     * @param black 0..255
     * @param white 0..255
     * @param gray 0.01..9.99
     * @throws IllegalArgumentException naming a value that is out of range
     */
    public MaskSettings withLevels(int black, int white, double gray) {
        return new MaskSettings(channel, new Levels(black, white, gray), invert);
    }

    /** The same, inverted or not. */
    public MaskSettings withInvert(boolean newInvert) {
        return new MaskSettings(channel, levels, newInvert);
    }

    /** The table that these settings make of a channel with that clip range. */
    public ToneTable table(ClipRange range) {
        return ToneTable.of(range, levels, invert);
    }
}
