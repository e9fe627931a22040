package sc.fiji.imagetomask.find;

import java.util.stream.Collectors;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.tone.Histogram;

/**
 * Settings whose mask separates the marked object from the rest of the picture.
 *
 * <pre>{@code
 * found.settings().channel(); // S (HSV)
 * found.score(); // 0.97
 * }</pre>
 *
 * @param settings channel, hue, levels, invert and a fixed clip range, so that they mean the same for other pictures
 * @param score how well they separate: the mean of the share of the object where the mask is at least 128, and of the share
 *     of the rest where it is less; 0.5 (not at all) to 1
 * @param object how many of the object's pixels have each value of the channel, the first one of two, its hue shifted
 * @param rest the same for the other pixels that were looked at
 */
public record FoundMask(MaskSettings settings, double score, Histogram object, Histogram rest) {

    /** The names of its channels, such as {@code S (HSV) and B (LAB)}. */
    public String channels() {
        return settings.terms().stream().map(term -> term.channel().label()).collect(Collectors.joining(" and "));
    }
}
