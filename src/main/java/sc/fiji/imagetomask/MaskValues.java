package sc.fiji.imagetomask;

import java.util.Locale;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;

/** How the values of a mask image are used. */
public enum MaskValues implements Labelled {
    /**
     * As fractions of the largest value of their type: 0 is outside, 255 (for 8 bits) is inside, values between are in
     * part inside.
     */
    VALUES,
    /** As labels of objects, or as 0 and 1: 0 is outside, every value above 0 is inside. */
    LABELS;

    /** What a mask is multiplied with makes it black to the eye up to here. */
    static final float NEARLY_NOTHING = 0.02f;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The rule of that word, in any case.
     *
     * @throws IllegalArgumentException naming the word and all that are allowed
     */
    public static MaskValues of(String word) {
        return Labelled.of("maskvalues", word, values());
    }

    /** The factors for a picture's mask that these values of a mask image stand for. */
    public MaskSpan factor(MaskSpan values) {
        if (this == VALUES) return values;
        ByteSpan inside = ByteSpan.allocate(values.length());
        for (int i = 0; i < values.length(); i++) if (values.fraction(i) > 0) inside.array()[i] = -1;
        return inside;
    }

    /**
     * One sentence if a mask image that counts by its values makes masks black or nearly black; else null.
     *
     * @param largest value of the mask image, as a part of the largest one of its type
     */
    public static String nearlyBlack(float largest) {
        if (largest > NEARLY_NOTHING) return null;
        if (largest <= 0) return "The mask is 0 everywhere: the mask image is 0 everywhere.";
        return "The mask is nearly black: the largest value of the mask image is only " + percent(largest)
                + " of what its type can hold. If its values are labels, or 0 and 1, choose maskvalues=labels"
                + " (on the command line --maskvalues labels).";
    }

    /** A part of 1 for people to read. */
    static String percent(float part) {
        return part < 0.0005 ? "less than 0.1 %" : Math.round(1000 * part) / 10.0 + " %";
    }
}
