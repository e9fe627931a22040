package sc.fiji.imagetomask;

import java.io.Serializable;
import sc.fiji.imagetomask.engine.MaskSpan;

/**
 * What masks were multiplied with.
 *
 * @param largest the largest value, 0 to 1, up to the first one that matters; 1 if a part was not multiplied
 * @param anywhere whether any part was multiplied with a mask image, a selection or alpha
 */
public record Multiplied(float largest, boolean anywhere) implements Serializable {

    /** Of no masks. */
    public static final Multiplied NOTHING = new Multiplied(0, false);

    /** @param known where the search for the largest value starts; it ends at the first value that matters */
    static Multiplied by(MaskSpan factor, float known) {
        if (factor == null) return new Multiplied(1, false);
        float largest = known;
        for (int i = 0; i < factor.length() && largest <= MaskValues.NEARLY_NOTHING; i++)
            largest = Math.max(largest, factor.fraction(i));
        return new Multiplied(largest, true);
    }

    /** Of these masks and others together. */
    public Multiplied plus(Multiplied other) {
        return new Multiplied(Math.max(largest, other.largest), anywhere || other.anywhere);
    }

    /** Whether the masks are nearly 0 everywhere for this reason. */
    public boolean isNearlyNothing() {
        return anywhere && largest <= MaskValues.NEARLY_NOTHING;
    }
}
