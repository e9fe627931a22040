package sc.fiji.imagetomask.ui;

/** Colours laid over others. */
final class Tint {

    private static final int RED = 0xff0000;

    private Tint() {}

    /** That colour, {@code 0xRRGGBB}, with so much, 0..1, of another one over it. */
    static int mix(int rgb, int over, double part) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int below = rgb >> shift & 255;
            mixed |= (int) Math.round(below + part * ((over >> shift & 255) - below)) << shift;
        }
        return mixed;
    }

    /** That colour, tinted the more the smaller the mask's value, 0..255, is. */
    static int of(int rgb, int value) {
        return mix(rgb, RED, (255 - value) / 510.0);
    }
}
