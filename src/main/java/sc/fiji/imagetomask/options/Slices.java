package sc.fiji.imagetomask.options;

import sc.fiji.imagetomask.Labelled;

/** Which of an image's slices masks are made of. */
public enum Slices implements Labelled {
    /** The one that is shown. */
    CURRENT,
    /** All of them: every z and t. */
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
