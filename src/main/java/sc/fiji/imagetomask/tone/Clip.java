package sc.fiji.imagetomask.tone;

import sc.fiji.imagetomask.value.WholeNumber;

/**
 * Where the clip range comes from: from the picture's histogram ({@code auto}), or it is fixed, so that equal values of
 * different pictures become equal values of their masks. The fixed range of all values, 0..255, is {@code none}: it
 * leaves values as they are.
 *
 * <pre>{@code
 * Clip.parse("30,200").range(histogram); // 30..200
 * }</pre>
 *
 * @param fixed the range for every picture; null for that of the histogram
 */
public record Clip(ClipRange fixed) {

    /** The range of the histogram. */
    public static final Clip AUTO = new Clip(null);
    /** Values as they are. */
    public static final Clip NONE = new Clip(new ClipRange(0, 255));

    private static final String AUTO_WORD = "auto";
    private static final String NONE_WORD = "none";

    /** @throws IllegalArgumentException with one sentence if both ends are equal: nothing lies between them */
    public Clip {
        if (fixed != null && fixed.low() == fixed.high()) throw wrong(fixed.low() + "," + fixed.high());
    }

    /**
     * The range from low to high, for every picture.
     *
     * @throws IllegalArgumentException with one sentence unless 0 <= low < high <= 255
     */
    public static Clip of(int low, int high) {
        if (low < 0 || high > 255 || low >= high) throw wrong(low + "," + high);
        return new Clip(new ClipRange(low, high));
    }

    /**
     * Of {@code auto}, {@code none} or {@code low,high}.
     *
     * @throws IllegalArgumentException with one sentence if the text is something else
     */
    public static Clip parse(String text) {
        if (AUTO_WORD.equalsIgnoreCase(text)) return AUTO;
        if (NONE_WORD.equalsIgnoreCase(text)) return NONE;
        String[] ends = text.split(",", -1);
        if (ends.length != 2) throw wrong(text);
        try {
            WholeNumber end = new WholeNumber(0, 255);
            return of(end.parse("clip", ends[0].strip()), end.parse("clip", ends[1].strip()));
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "clip is '" + text
                        + "', but must be auto, none, or two whole numbers of 0 to 255, the smaller one first, such as 20,230.");
    }

    /** What {@link #parse} reads. */
    public String text() {
        if (fixed == null) return AUTO_WORD;
        return equals(NONE) ? NONE_WORD : fixed.low() + "," + fixed.high();
    }

    /** The clip range of a picture with that histogram, its hue shifted already. */
    public ClipRange range(Histogram histogram) {
        return fixed == null ? ClipRange.of(histogram) : fixed;
    }
}
