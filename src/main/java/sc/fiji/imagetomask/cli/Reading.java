package sc.fiji.imagetomask.cli;

import sc.fiji.imagetomask.image.ChannelOrder;
import sc.fiji.imagetomask.image.NumberRange;

/**
 * How the samples of a picture are taken.
 *
 * @param range what becomes 0 and what 1
 * @param rgb which channels are red, green, blue and alpha
 */
public record Reading(NumberRange range, ChannelOrder rgb) {

    /** By the type of the samples, and as the file says. */
    public static final Reading DEFAULT = new Reading(NumberRange.TYPE, ChannelOrder.DEFAULT);
}
