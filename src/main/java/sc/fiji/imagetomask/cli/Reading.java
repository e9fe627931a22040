package sc.fiji.imagetomask.cli;

import sc.fiji.imagetomask.image.NumberRange;
import sc.fiji.imagetomask.image.RgbChoice;

/**
 * How the samples of a picture file are taken.
 *
 * @param range what becomes 0 and what 1
 * @param rgb which samples are red, green, blue and alpha
 */
record Reading(NumberRange range, RgbChoice rgb) {

    /** By the type of the samples, and as the file says. */
    static final Reading DEFAULT = new Reading(NumberRange.TYPE, RgbChoice.NONE);
}
