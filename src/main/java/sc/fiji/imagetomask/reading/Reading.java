package sc.fiji.imagetomask.reading;

/**
 * How the values of an image become colours.
 *
 * @param range which values become 0 and 255
 * @param rgb which channels are red, green, blue and alpha
 */
public record Reading(NumberRange range, ChannelOrder rgb) {

    /** As it is displayed, the first to fourth channel. */
    public static final Reading DEFAULT = new Reading(NumberRange.DISPLAY, ChannelOrder.DEFAULT);
    /** In the range of its pixel type, the first to fourth channel. */
    public static final Reading BY_TYPE = new Reading(NumberRange.TYPE, ChannelOrder.DEFAULT);

    /** The same with another range. */
    public Reading withRange(NumberRange newRange) {
        return new Reading(newRange, rgb);
    }

    /** The same with other channels. */
    public Reading withRgb(ChannelOrder newRgb) {
        return new Reading(range, newRgb);
    }
}
