package sc.fiji.imagetomask.tone;

/**
 * Black, white and gray point: the curve that shapes a normalized channel.
 *
 * <p>x = clamp(255 (t - black) / (white - black), 0, 255); then, if gray is not 1, x = 255 (x / 255)^(1 / gray); in
 * double precision, truncated to a byte. Black above white: the smaller is black. Black equal to white: 128
 * everywhere.
 *
 * <pre>{@code
 * new Levels(20, 230, 1.3).value(128); // 154
 * }</pre>
 *
 * @param black black point, 0..255
 * @param white white point, 0..255
 * @param gray gray point (gamma), 0.01..9.99; above 1 brightens
 */
public record Levels(int black, int white, double gray) {

    /** Leaves every value as it is. */
    public static final Levels NONE = new Levels(0, 255, 1);

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    public Levels {
        requirePoint("black", black);
        requirePoint("white", white);
        if (!(gray >= 0.01 && gray <= 9.99))
            throw new IllegalArgumentException("gray is " + gray + ", but must be a number from 0.01 to 9.99.");
    }

    private static void requirePoint(String name, int value) {
        if (value < 0 || value > 255)
            throw new IllegalArgumentException(name + " is " + value + ", but must be a whole number from 0 to 255.");
    }

    /** What becomes of the value t, 0..255. */
    public int value(int t) {
        return (int) shape(t);
    }

    /** What becomes of the value t, 0..255, not truncated; StrictMath, so that it is the same on every machine. */
    public double shape(double t) {
        if (black == white) return 128;
        double low = Math.min(black, white);
        double high = Math.max(black, white);
        double x = clamp(255 * ((t - low) / (high - low)));
        if (gray != 1) x = clamp(255 * StrictMath.pow(x / 255, 1 / gray));
        return x;
    }

    private static double clamp(double x) {
        return Math.min(Math.max(x, 0), 255);
    }
}
