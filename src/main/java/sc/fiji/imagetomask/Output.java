package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.MaskSpan;

/** The form of a mask. */
public enum Output implements Labelled {
    /** 0..255. */
    BYTE("8-bit"),
    /** 0..1 as a 32-bit float. */
    FLOAT("32-bit"),
    /** 0 or 255: 255 where the 8-bit value is at least {@link #THRESHOLD}. */
    BINARY("binary"),
    /** The mask of {@link #BINARY} as a selection (ROI). */
    SELECTION("selection");

    /** From this 8-bit value on a pixel counts as inside. */
    public static final int THRESHOLD = 128;

    private final String label;

    Output(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** The 8-bit value, 0..255, as a 32-bit one, 0..1. */
    public static float fraction(int value) {
        return value / 255f;
    }

    /** What this output makes of an 8-bit value. */
    int settled(int value) {
        return this == BYTE || this == FLOAT ? value : value >= THRESHOLD ? 255 : 0;
    }

    /** Makes values black or white if this output is binary; a float counts as the byte that it is rounded to. */
    void settle(MaskSpan values) {
        if (this == BYTE || this == FLOAT) return;
        for (int i = 0; i < values.length(); i++)
            values.set(i, Math.round(255 * values.fraction(i)) >= THRESHOLD ? 255 : 0);
    }

    /** Those that a file can hold; a selection needs an open image. */
    public static Output[] ofFiles() {
        return new Output[] {BYTE, FLOAT, BINARY};
    }

    /** The value of that word, in any case. */
    public static Output of(String word) {
        return Labelled.of("output", word, values());
    }
}
