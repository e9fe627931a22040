package sc.fiji.imagetomask.ui.pick;

import static org.assertj.core.api.Assertions.assertThat;

import ij.gui.PointRoi;
import ij.gui.Roi;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleStrokesTest {

    private static final List<Point> CLICK = List.of(new Point(3, 4));
    private static final List<Point> STROKE = List.of(new Point(10, 10), new Point(11, 10), new Point(12, 10));

    private final SampleStrokes strokes = new SampleStrokes();

    @Test
    void aClickReplacesShiftAddsAndAltRemovesTheNearestAsAWhole() {
        Roi one = strokes.picked(null, CLICK, false, false);
        assertThat(points(one)).isEqualTo(CLICK);
        Roi both = strokes.picked(one, STROKE, true, false);
        assertThat(points(both)).hasSize(4).containsAll(STROKE);
        Roi left = strokes.picked(both, List.of(new Point(13, 13)), false, true);
        assertThat(points(left)).isEqualTo(CLICK);
        Roi other = strokes.picked(left, STROKE, false, false);
        assertThat(points(other)).isEqualTo(STROKE);
        assertThat(strokes.picked(other, CLICK, false, true)).isNull();
    }

    @Test
    void pointsThatTheUserHadSelectedBelongToIt() {
        Roi selected = new PointRoi(new float[] {1.5f, 7.5f}, new float[] {2.5f, 8.5f});
        Roi more = strokes.picked(selected, CLICK, true, false);
        assertThat(points(more)).containsExactly(new Point(1, 2), new Point(7, 8), CLICK.get(0));
        Roi fewer = strokes.picked(more, List.of(new Point(6, 8)), false, true);
        assertThat(points(fewer)).containsExactly(new Point(1, 2), CLICK.get(0));
        assertThat(points(strokes.picked(null, STROKE, true, false))).isEqualTo(STROKE); // the user has removed it
        assertThat(points(strokes.picked(new Roi(1, 1, 5, 5), CLICK, true, false)))
                .isEqualTo(CLICK);
        assertThat(strokes.picked(null, CLICK, false, true)).isNull();
    }

    private static List<Point> points(Roi roi) {
        assertThat(roi).isInstanceOf(PointRoi.class);
        List<Point> points = new ArrayList<>();
        for (Point point : roi) points.add(point);
        return points;
    }
}
