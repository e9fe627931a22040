package sc.fiji.imagetomask.ui.pick;

import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.FloatPolygon;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Clicks and strokes on an object, as a selection of points. Points never limit a mask.
 *
 * <pre>{@code
 * picture.setRoi(strokes.picked(picture.getRoi(), pixels, mouse.isShiftDown(), mouse.isAltDown()));
 * }</pre>
 */
public final class SampleStrokes {

    private final List<List<Point>> strokes = new ArrayList<>();
    private Roi shown;

    /**
     * The points after a click or a stroke: it replaces all earlier ones.
     *
     * @param now the selection on the picture; if it is not the one of last time, its points are what was there before
     * @param adds whether the earlier ones stay
     * @param removes whether the nearest one is removed instead
     * @return null if there are none
     */
    public Roi picked(Roi now, List<Point> pixels, boolean adds, boolean removes) {
        if (now == null || now != shown) begin(now);
        if (removes) strokes.remove(nearest(pixels.get(0)));
        else {
            if (!adds) strokes.clear();
            strokes.add(pixels);
        }
        shown = roi();
        return shown;
    }

    private void begin(Roi now) {
        strokes.clear();
        if (!(now instanceof PointRoi)) return;
        FloatPolygon points = now.getFloatPolygon();
        for (int i = 0; i < points.npoints; i++)
            strokes.add(List.of(new Point((int) points.xpoints[i], (int) points.ypoints[i])));
    }

    private List<Point> nearest(Point pixel) {
        List<Point> nearest = null;
        double least = Double.MAX_VALUE;
        for (List<Point> stroke : strokes)
            for (Point point : stroke)
                if (point.distanceSq(pixel) < least) {
                    least = point.distanceSq(pixel);
                    nearest = stroke;
                }
        return nearest;
    }

    private Roi roi() {
        if (strokes.isEmpty()) return null;
        float[] x = new float[strokes.stream().mapToInt(List::size).sum()];
        float[] y = new float[x.length];
        int n = 0;
        for (List<Point> stroke : strokes)
            for (Point point : stroke) {
                x[n] = point.x;
                y[n++] = point.y;
            }
        PointRoi roi = new PointRoi(x, y);
        roi.setPointType(PointRoi.DOT);
        roi.setShowLabels(false);
        return roi;
    }
}
