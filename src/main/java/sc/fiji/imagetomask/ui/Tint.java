package sc.fiji.imagetomask.ui;

/** The red that lies over what a mask leaves out, as over a masked area in photo retouching. */
final class Tint {

    /** How much of it a place gets that is outside the mask, of 255. */
    private static final int STRENGTH = 128;

    private Tint() {}

    /** That colour, tinted the more the smaller the mask's value, 0..255, is. */
    static int of(int rgb, int value) {
        int tint = STRENGTH * (255 - value) / 255;
        int keep = 255 - tint;
        int red = ((rgb >> 16 & 255) * keep + 255 * tint) / 255;
        int green = (rgb >> 8 & 255) * keep / 255;
        int blue = (rgb & 255) * keep / 255;
        return red << 16 | green << 8 | blue;
    }
}
