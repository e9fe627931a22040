package sc.fiji.imagetomask.image;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import sc.fiji.imagetomask.Coverage;
import sc.fiji.imagetomask.MemoryMask;

/**
 * An ImageJ selection as a binary mask: 255 inside, 0 outside. A selection that lies partly outside the image is cut
 * to it.
 */
public final class RoiCoverage {

    private RoiCoverage() {}

    /**
     * The image's selection; null if it has none.
     *
     * @throws IllegalArgumentException if the selection encloses no area
     */
    public static Coverage of(ImagePlus image) {
        return image.getRoi() == null ? null : of(image.getRoi(), image.getWidth(), image.getHeight());
    }

    /**
     * A selection on an image of that size.
     *
     * @throws IllegalArgumentException if the selection encloses no area
     */
    public static Coverage of(Roi roi, int width, int height) {
        if (!roi.isArea() || roi instanceof TextRoi || roi instanceof ImageRoi)
            throw new IllegalArgumentException("The selection is a " + kind(roi)
                    + ", but must enclose an area, such as a rectangle, oval or polygon.");
        // A rectangle has no mask of its own in ImageJ; filling asks each kind of selection for what it is.
        ByteProcessor inside = new ByteProcessor(width, height);
        inside.setValue(255);
        ImageProcessor mask = roi.getMask();
        inside.setRoi(roi.getBounds());
        if (mask == null) inside.fill();
        else {
            java.awt.Rectangle bounds = roi.getBounds();
            for (int y = 0; y < bounds.height; y++)
                for (int x = 0; x < bounds.width; x++)
                    if (mask.get(x, y) != 0
                            && bounds.x + x >= 0
                            && bounds.y + y >= 0
                            && bounds.x + x < width
                            && bounds.y + y < height) inside.set(bounds.x + x, bounds.y + y, 255);
        }
        return new MemoryMask((byte[]) inside.getPixels(), width, height);
    }

    private static String kind(Roi roi) {
        return roi instanceof TextRoi
                ? "text"
                : roi instanceof ImageRoi ? "picture" : roi.getTypeAsString().toLowerCase();
    }
}
