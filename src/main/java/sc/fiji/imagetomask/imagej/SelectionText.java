package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import sc.fiji.imagetomask.MemoryMask;

/**
 * A selection as text: the bytes of ImageJ's ROI file in Base64.
 *
 * <p>Design decision: ROI files store some coordinates in 16 bits and fractions in single precision. If a selection
 * would have other pixels after reading, the outline of its pixels on the image is written instead.
 */
final class SelectionText {

    /** Rectangles, ovals and lines have no list of coordinates. */
    private static final Set<Byte> WITHOUT_LIST = Set.of((byte) 1, (byte) 2, (byte) 3);

    /** Where a text has the lengths of its font's name and of itself. */
    private static final int[] TEXT_LENGTHS = {RoiDecoder.COORDINATES + 8, RoiDecoder.COORDINATES + 12};

    private static final int[] SECOND_LENGTHS = {
        RoiDecoder.NAME_LENGTH, RoiDecoder.IMAGE_SIZE, RoiDecoder.ROI_PROPS_LENGTH
    };

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

    /**
     * The selection in that text.
     *
     * @throws RuntimeException if it is none, or claims more data than it has
     */
    static Roi selection(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        requireHeld(ByteBuffer.wrap(bytes));
        return RoiDecoder.openFromByteArray(bytes);
    }

    /**
     * Checks the lengths in these fields, because ImageJ allocates memory for them before it checks how many bytes
     * there are.
     */
    private static void requireHeld(ByteBuffer roi) {
        requireHeld(roi, RoiDecoder.SHAPE_ROI_SIZE);
        if (roi.getShort(RoiDecoder.N_COORDINATES) == 0 && !WITHOUT_LIST.contains(roi.get(RoiDecoder.TYPE)))
            requireHeld(roi, RoiDecoder.SIZE);
        if (roi.getShort(RoiDecoder.SUBTYPE) == RoiDecoder.TEXT) for (int field : TEXT_LENGTHS) requireHeld(roi, field);
        int second = roi.getInt(RoiDecoder.HEADER2_OFFSET);
        if (second > 0) for (int field : SECOND_LENGTHS) requireHeld(roi, second + field);
    }

    private static void requireHeld(ByteBuffer roi, int field) {
        int number = roi.getInt(field);
        if (number < 0 || number > roi.limit())
            throw new IllegalArgumentException(
                    "A selection of " + roi.limit() + " bytes cannot hold " + number + " values.");
    }

    private static String encoded(Roi selection) {
        return Base64.getEncoder().encodeToString(RoiEncoder.saveAsByteArray(selection));
    }

    private static byte[] inside(Roi selection, int width, int height) {
        return ((MemoryMask) RoiWeightMap.of(selection, width, height)).bytes();
    }

    /** The selection of these pixels; if there are none, a selection outside the image. */
    private static Roi outline(byte[] inside, int width, int height) {
        ByteProcessor pixels = new ByteProcessor(width, height, inside);
        pixels.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
        Roi outline = ThresholdToSelection.run(new ImagePlus("", pixels));
        return outline == null ? new Roi(-1, -1, 1, 1) : new ShapeRoi(outline);
    }
}
