package sc.fiji.imagetomask.tone;

import sc.fiji.imagetomask.value.DecimalNumber;
import sc.fiji.imagetomask.value.WholeNumber;

/**
 * Black, white and gray point, and the two further points of a band: the curve that shapes a normalized channel.
 *
 * <p>The curve rises from black to white: rise = clamp(255 (t - black) / (white - black), 0, 255). In a band it falls
 * again from white2 to black2: fall = 255 up to white2, 0 from black2 on, 255 (black2 - t) / (black2 - white2) between.
 * x = min(rise, fall); then, if gray is not 1, x = 255 (x / 255)^(1 / gray); in double precision, truncated to a byte.
 *
 * <p>Black above white, or white2 above black2: the two are swapped. Black equal to white: the rise is 128 everywhere,
 * and gray has no effect. If white2 and black2 are both 255, nothing falls.
 *
 * <pre>{@code
 * new Levels(20, 230, 1.3).value(128); // 154
 * new Levels(20, 60, 1, 90, 130).value(110); // 127
 * }</pre>
 *
 * @param black black point, 0 to {@value #MOST}
 * @param white white point, 0 to {@value #MOST}
 * @param gray gray point (gamma), {@value #LEAST_GRAY} to {@value #MOST_GRAY}; above 1 brightens
 * @param white2 where the band begins to fall, 0 to {@value #MOST}
 * @param black2 where it has fallen to 0, 0 to {@value #MOST}
 */
public record Levels(int black, int white, double gray, int white2, int black2) {

    /** The largest black and white point. */
    public static final int MOST = 255;
    /** The smallest gray point. */
    public static final double LEAST_GRAY = 0.01;
    /** The largest gray point. */
    public static final double MOST_GRAY = 9.99;

    /** What black and white points can be. */
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
        POINT.require("white2", white2);
        POINT.require("black2", black2);
    }

    /** Without a band. */
    public Levels(int black, int white, double gray) {
        this(black, white, gray, MOST, MOST);
    }

    /** The same with that black point. */
    public Levels withBlack(int newBlack) {
        return new Levels(newBlack, white, gray, white2, black2);
    }

    /** The same with that white point. */
    public Levels withWhite(int newWhite) {
        return new Levels(black, newWhite, gray, white2, black2);
    }

    /** The same with that gray point. */
    public Levels withGray(double newGray) {
        return new Levels(black, white, newGray, white2, black2);
    }

    /** The same with a band that falls from white2 to black2. */
    public Levels withBand(int newWhite2, int newBlack2) {
        return new Levels(black, white, gray, newWhite2, newBlack2);
    }

    /** Whether the curve falls again. */
    public boolean isBand() {
        return white2 < MOST || black2 < MOST;
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
        if (black == white) return isBand() ? Math.min(128, fall(t)) : 128;
        double low = Math.min(black, white);
        double high = Math.max(black, white);
        double x = clamp(255 * ((t - low) / (high - low)));
        if (isBand()) x = Math.min(x, fall(t));
        if (gray != 1) x = clamp(255 * StrictMath.pow(x / 255, 1 / gray));
        return x;
    }

    private double fall(double t) {
        double low = Math.min(white2, black2);
        double high = Math.max(white2, black2);
        if (t <= low) return 255;
        return t >= high ? 0 : 255 * ((high - t) / (high - low));
    }

    private static double clamp(double x) {
        return Math.min(Math.max(x, 0), 255);
    }
}
