package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import java.awt.Rectangle;
import java.util.Locale;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.WeightMap;

/**
 * An ImageJ selection as a binary mask: 255 inside, 0 outside, with the pixels that ImageJ itself counts as inside. A
 * selection that lies partly outside the image is cut to it; one that lies outside altogether has nothing inside.
 */
public final class RoiWeightMap {

    private RoiWeightMap() {}

    /** The image's selection if it limits masks: an area does, points and lines do not. Null if there is none. */
    public static Roi limiting(ImagePlus image) {
        Roi roi = image == null ? null : image.getRoi();
        return roi != null && roi.isArea() ? roi : null;
    }

    /**
     * The image's selection; null if none limits it.
     *
     * @throws IllegalArgumentException if the selection is a text, a picture or empty
     */
    public static WeightMap of(ImagePlus image) {
        Roi roi = limiting(image);
        return roi == null ? null : of(roi, image.getWidth(), image.getHeight());
    }

    /**
     * A selection on an image of that size.
     *
     * @throws IllegalArgumentException if the selection encloses no area
     */
    public static WeightMap of(Roi roi, int width, int height) {
        requireArea(roi);
        ByteProcessor inside = new ByteProcessor(width, height);
        inside.setValue(255);
        inside.fill(withinReach(roi, width, height));
        return new MemoryMask((byte[]) inside.getPixels(), width, height);
    }

    /** ImageJ draws a selection's own bounds in memory; where they are too large for that, the part on the image. */
    private static Roi withinReach(Roi roi, int width, int height) {
        Rectangle bounds = roi.getBounds();
        if ((long) bounds.width * bounds.height < Integer.MAX_VALUE) return roi;
        return new ShapeRoi(roi).and(new ShapeRoi(new Roi(0, 0, width, height)));
    }

    /** @throws IllegalArgumentException if the selection encloses no area */
    static void requireArea(Roi roi) {
        boolean area = roi.isArea() && !(roi instanceof TextRoi) && !(roi instanceof ImageRoi);
        if (area && !roi.getBounds().isEmpty()) return;
        throw new IllegalArgumentException("The selection is of type '" + kind(roi) + "'"
                + (area ? " and without any pixels" : "")
                + ", but must enclose an area, such as a rectangle, oval or polygon.");
    }

    private static String kind(Roi roi) {
        if (roi instanceof TextRoi) return "text";
        return roi instanceof ImageRoi ? "picture" : roi.getTypeAsString().toLowerCase(Locale.ROOT);
    }
}
