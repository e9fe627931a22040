package sc.fiji.imagetomask;

import java.util.Locale;

/** Which pixels are counted in the histogram that gives the clip range. */
public enum Statistics implements Labelled {
    /** Each slice has a clip range of its own, as in the reference. */
    SLICE,
    /** All slices together have one clip range. */
    STACK,
    /** All pictures that are made in one batch have one clip range; of one picture the same as {@link #STACK}. */
    BATCH;

    /** Whether slices have a clip range together. */
    public boolean isOfAllSlices() {
        return this != SLICE;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of that word, in any case. */
    public static Statistics of(String word) {
        return Labelled.of("statistics", word, values());
    }
}
