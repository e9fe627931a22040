package sc.fiji.imagetomask.image;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.util.Arrays;
import java.util.Base64;
import sc.fiji.imagetomask.MemoryMask;

/**
 * A selection as text: the bytes of ImageJ's ROI file in Base64.
 *
 * <p>Design decision: ROI files keep some coordinates in 16 bits and fractions in single precision. A selection that
 * they would not give back pixel by pixel is written as the outline of its pixels on the image.
 */
final class SelectionText {

    private SelectionText() {}

    /** The selection on an image of that size as text. */
    static String of(Roi selection, int width, int height) {
        byte[] inside = inside(selection, width, height);
        String text = encoded((Roi) selection.clone());
        Roi back = selection(text);
        return back != null && Arrays.equals(inside, inside(back, width, height))
                ? text
                : encoded(outline(inside, width, height));
    }

    /** The selection in that text. */
    static Roi selection(String text) {
        return RoiDecoder.openFromByteArray(Base64.getDecoder().decode(text));
    }

    private static String encoded(Roi selection) {
        return Base64.getEncoder().encodeToString(RoiEncoder.saveAsByteArray(selection));
    }

    private static byte[] inside(Roi selection, int width, int height) {
        return ((MemoryMask) RoiCoverage.of(selection, width, height)).bytes();
    }

    /** A selection of these pixels; of none, one beside the image. */
    private static Roi outline(byte[] inside, int width, int height) {
        ByteProcessor pixels = new ByteProcessor(width, height, inside);
        pixels.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
        Roi outline = ThresholdToSelection.run(new ImagePlus("", pixels));
        return outline == null ? new Roi(-1, -1, 1, 1) : new ShapeRoi(outline);
    }
}
