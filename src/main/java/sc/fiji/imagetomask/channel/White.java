package sc.fiji.imagetomask.channel;

import java.util.Arrays;

/**
 * The colour of light that goes through no stain: of an empty place of the slide.
 *
 * @param r red, 1 to 255
 * @param g green, likewise
 * @param b blue, likewise
 */
public record White(int r, int g, int b) {

    /** The full light of an 8-bit picture. */
    public static final White FULL = new White(255, 255, 255);

    /** @throws IllegalArgumentException naming a value that is out of range */
    public White {
        for (int value : new int[] {r, g, b}) if (value < 1 || value > 255) throw unknown(r + "," + g + "," + b);
    }

    /**
     * The colour of a text such as {@code 245,243,240}.
     *
     * @throws IllegalArgumentException naming the text and what is allowed, if it is not
     */
    public static White parse(String text) {
        try {
            int[] values = Arrays.stream(text.split(",", -1))
                    .mapToInt(number -> Integer.parseInt(number.strip()))
                    .toArray();
            if (values.length == 3) return new White(values[0], values[1], values[2]);
        } catch (NumberFormatException e) {
            // not a number: the sentence below says what is allowed
        }
        throw unknown(text);
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("background is '" + text
                + "', but must be the red, green and blue of an empty place, 1 to 255 each, such as 245,243,240.");
    }

    /** Red (0), green (1) or blue (2). */
    int value(int colour) {
        return colour == 0 ? r : colour == 1 ? g : b;
    }

    /** The optical density of red (0), green (1) or blue (2), 0..255: log10(white / value), at least 0; below 1 counts as 1. */
    public double density(int colour, double value) {
        return Math.max(0, StrictMath.log10(value(colour) / Math.max(1, value)));
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return r + "," + g + "," + b;
    }
}
