package sc.fiji.imagetomask.tone;

import sc.fiji.imagetomask.value.DecimalNumber;
import sc.fiji.imagetomask.value.WholeNumber;

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
 * @param black black point, 0 to {@value #MOST}
 * @param white white point, 0 to {@value #MOST}
 * @param gray gray point (gamma), {@value #LEAST_GRAY} to {@value #MOST_GRAY}; above 1 brightens
 */
public record Levels(int black, int white, double gray) {

    /** The largest black and white point. */
    public static final int MOST = 255;
    /** The smallest gray point. */
    public static final double LEAST_GRAY = 0.01;
    /** The largest gray point. */
    public static final double MOST_GRAY = 9.99;

    /** What black and white point can be. */
    public static final WholeNumber POINT = new WholeNumber(0, MOST);
    /** What the gray point can be. */
    public static final DecimalNumber GRAY = new DecimalNumber(LEAST_GRAY, MOST_GRAY);

    /** Leaves every value as it is. */
    public static final Levels NONE = new Levels(0, 255, 1);

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    public Levels {
        POINT.require("black", black);
        POINT.require("white", white);
        GRAY.require("gray", gray);
    }

    /** The same with that black point. */
    public Levels withBlack(int newBlack) {
        return new Levels(newBlack, white, gray);
    }

    /** The same with that white point. */
    public Levels withWhite(int newWhite) {
        return new Levels(black, newWhite, gray);
    }

    /** The same with that gray point. */
    public Levels withGray(double newGray) {
        return new Levels(black, white, newGray);
    }

    /** The value, 0..255, that t becomes. */
    public int value(int t) {
        return (int) shape(t);
    }

    /**
     * The value, 0..255, that t becomes, not truncated. It is computed by StrictMath, so that it is the same on every
     * machine.
     */
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
