package sc.fiji.imagetomask.ui;

/** Colours laid over others; all are {@code 0xRRGGBB}. */
public final class Tint {

    private Tint() {}

    /** A colour with another colour over it, of this opacity, 0..1. */
    public static int mix(int rgb, int over, double part) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int below = rgb >> shift & 255;
            mixed |= (int) Math.round(below + part * ((over >> shift & 255) - below)) << shift;
        }
        return mixed;
    }

    /**
     * A tinted colour. The tint is stronger for larger values, 0..255, and at most one half, so that the picture stays
     * visible.
     */
    public static int over(int rgb, int tint, int value) {
        return mix(rgb, tint, value / 510.0);
    }
}
