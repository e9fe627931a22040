package sc.fiji.imagetomask.imagej;

import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatPolygon;

/**
 * Selections as marks on a slice: areas as they are, lines as wide as their stroke and at least 3 pixels, points as 3 x 3
 * pixels.
 */
final class RoiMarks {

    private static final int LEAST = 3;
    private static final int INSIDE = 255;

    private RoiMarks() {}

    /**
     * Draws a selection.
     *
     * @param marks takes 255 where the selection is
     * @throws IllegalArgumentException if the selection is a text, a picture or empty
     */
    static void draw(Roi roi, ByteProcessor marks) {
        marks.setValue(INSIDE);
        if (roi instanceof PointRoi) {
            FloatPolygon points = roi.getFloatPolygon();
            for (int i = 0; i < points.npoints; i++) {
                marks.setRoi((int) points.xpoints[i] - LEAST / 2, (int) points.ypoints[i] - LEAST / 2, LEAST, LEAST);
                marks.fill();
            }
            marks.resetRoi();
        } else if (roi.isLine()) {
            Roi wide = (Roi) roi.clone();
            if (wide.getStrokeWidth() < LEAST) wide.setStrokeWidth(LEAST);
            wide.drawPixels(marks);
        } else {
            RoiWeightMap.requireArea(roi);
            marks.fill(roi);
        }
    }
}
