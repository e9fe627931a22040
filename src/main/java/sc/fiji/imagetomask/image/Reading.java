package sc.fiji.imagetomask.image;

/**
 * How the values of an image become colours.
 *
 * @param range which values become 0 and 255
 * @param rgb which channels are red, green, blue and alpha
 */
public record Reading(ValueRange range, ChannelOrder rgb) {

    /** As it is displayed, the first to fourth channel. */
    public static final Reading DEFAULT = new Reading(ValueRange.DISPLAY, ChannelOrder.DEFAULT);
    /** In the range of its pixel type, the first to fourth channel. */
    static final Reading BY_TYPE = new Reading(ValueRange.TYPE, ChannelOrder.DEFAULT);

    /** The same with another range. */
    public Reading withRange(ValueRange newRange) {
        return new Reading(newRange, rgb);
    }

    /** The same with other channels. */
    public Reading withRgb(ChannelOrder newRgb) {
        return new Reading(range, newRgb);
    }
}
