package sc.fiji.imagetomask.options;

import sc.fiji.imagetomask.Labelled;

/** The slices of an image that masks are made from. */
public enum Slices implements Labelled {
    /** Only the slice that is shown. */
    CURRENT,
    /** All slices: every z and t. */
    ALL;

    @Override
    public String label() {
        return name().toLowerCase();
    }

    /** The value of that word, in any case. */
    public static Slices of(String word) {
        return Labelled.of("slices", word, values());
    }
}
