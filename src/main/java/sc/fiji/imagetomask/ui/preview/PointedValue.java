package sc.fiji.imagetomask.ui.preview;

import ij.ImagePlus;
import java.awt.Point;
import java.util.Locale;
import sc.fiji.imagetomask.Output;

/** The text for ImageJ's status bar about one pixel: its position, and its values in the picture and the mask. */
final class PointedValue {

    private PointedValue() {}

    /** Of that pixel of the mask's viewport. */
    static String text(ImagePlus picture, MaskView mask, Point pixel, Output output) {
        int x = mask.viewport().column(pixel.x);
        int y = mask.viewport().row(pixel.y);
        int value = mask.value(pixel.x, pixel.y);
        String shown = output == Output.FLOAT
                ? String.format(Locale.ROOT, "%.3f", Output.fraction(value))
                : String.valueOf(value);
        return picture.getLocationAsString(x, y).strip() + ", value=" + value(picture, x, y) + ", mask=" + shown;
    }

    private static String value(ImagePlus picture, int x, int y) {
        int[] values = picture.getPixel(x, y);
        if (picture.getType() == ImagePlus.COLOR_RGB) return values[0] + "," + values[1] + "," + values[2];
        return picture.getBitDepth() < 32 ? String.valueOf(values[0]) : String.valueOf(Float.intBitsToFloat(values[0]));
    }
}
