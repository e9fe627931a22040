package sc.fiji.imagetomask.ui;

/** Colours laid over others; all are {@code 0xRRGGBB}. */
public final class Tint {

    private Tint() {}

    /** That colour, with so much, 0..1, of another one over it. */
    public static int mix(int rgb, int over, double part) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int below = rgb >> shift & 255;
            mixed |= (int) Math.round(below + part * ((over >> shift & 255) - below)) << shift;
        }
        return mixed;
    }

    /** That colour, tinted the more the larger the value, 0..255, is: by half at most, so that the picture is seen. */
    public static int over(int rgb, int tint, int value) {
        return mix(rgb, tint, value / 510.0);
    }
}
