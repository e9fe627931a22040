package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.EllipseRoi;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Selections of every kind, pixel for pixel. */
class RoiWeightMapTest {

    private static final int W = 60;
    private static final int H = 40;

    static Stream<Arguments> areas() {
        ShapeRoi ring = new ShapeRoi(new OvalRoi(5, 5, 30, 30)).not(new ShapeRoi(new OvalRoi(12, 12, 10, 12)));
        ShapeRoi twoParts = new ShapeRoi(new Roi(2, 2, 8, 8)).or(new ShapeRoi(polygon(Roi.POLYGON)));
        return Stream.of(
                arguments("rectangle", new Roi(3, 4, 20, 11)),
                arguments("rectangle at half pixels", new Roi(3.5, 4.5, 20.5, 11.5)),
                arguments("one pixel", new Roi(59, 39, 1, 1)),
                arguments("whole image", new Roi(0, 0, W, H)),
                arguments("rounded rectangle", new Roi(3, 4, 30, 21, 12)),
                arguments("rotated rectangle", new RotatedRectRoi(5, 5, 40, 30, 12)),
                arguments("oval", new OvalRoi(7, 3, 33, 28)),
                arguments("ellipse", new EllipseRoi(10, 10, 50, 30, 0.4)),
                arguments("polygon", polygon(Roi.POLYGON)),
                arguments("freehand", polygon(Roi.FREEROI)),
                arguments("traced", polygon(Roi.TRACED_ROI)),
                arguments("ring", ring),
                arguments("two parts", twoParts),
                arguments("rectangle partly outside", new Roi(-7, -3, 20, 11)),
                arguments("rectangle around the image", new Roi(-7, -3, 200, 110)),
                arguments("oval partly outside, left and top", new OvalRoi(-9, -8, 33, 28)),
                arguments("oval partly outside, right and bottom", new OvalRoi(40, 21, 33, 28)),
                arguments("ring partly outside", moved(ring, -11, 18)),
                arguments("rectangle outside", new Roi(70, 3, 5, 5)),
                arguments("oval outside", new OvalRoi(-30, -30, 20, 20)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("areas")
    void asItsOwnMaskSays(String name, Roi roi) {
        assertCoverage(RoiWeightMapTest::inside, roi);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("areas")
    void asImageJsRoiMask(String name, Roi roi) {
        ImagePlus image = image(roi);
        assertThat(Images.bytes(RoiWeightMap.of(image)))
                .isEqualTo(image.createRoiMask().getPixels());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("areas")
    void theInverseIsTheRest(String name, Roi roi) {
        ImagePlus image = image(roi);
        Roi inverse = image.getRoi().getInverse(image);
        byte[] inside = Images.bytes(RoiWeightMap.of(roi, W, H));
        if (inverse.getBounds().isEmpty()) return;
        byte[] outside = Images.bytes(RoiWeightMap.of(inverse, W, H));
        int differing = 0;
        for (int i = 0; i < inside.length; i++) if (inside[i] == outside[i]) differing++;
        assertEquals(0, differing);
    }

    @Test
    void anInverseWithoutAnImageIsEndless() {
        Roi inverse = new Roi(3, 4, 20, 11).getInverse(null);
        byte[] bytes = Images.bytes(RoiWeightMap.of(inverse, W, H));
        for (int y = 0; y < H; y++)
            for (int x = 0; x < W; x++)
                assertEquals(x >= 3 && x < 23 && y >= 4 && y < 15 ? 0 : -1, bytes[y * W + x], x + "," + y);
    }

    static Stream<Arguments> noAreas() {
        Roi flat = new PolygonRoi(new int[] {3, 9, 5}, new int[] {4, 4, 4}, 3, Roi.POLYGON);
        Roi nothing = new ShapeRoi(new Roi(1, 1, 3, 3)).and(new ShapeRoi(new Roi(9, 9, 3, 3)));
        return Stream.of(
                arguments("straight line", new Line(1, 1, 20, 20)),
                arguments("arrow", new Arrow(1, 1, 20, 20)),
                arguments("polyline", polygon(Roi.POLYLINE)),
                arguments("freeline", polygon(Roi.FREELINE)),
                arguments("angle", polygon(Roi.ANGLE)),
                arguments("point", new PointRoi(3, 4)),
                arguments("text", new TextRoi(3, 4, "text")),
                arguments("picture", new ImageRoi(3, 4, new ByteProcessor(5, 5))),
                arguments("polygon' and without any pixels", flat),
                arguments("composite' and without any pixels", nothing));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noAreas")
    void withoutAnAreaItIsRefused(String kind, Roi roi) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoiWeightMap.of(roi, W, H))
                .withMessage("The selection is of type '" + kind + (kind.contains("'") ? "" : "'")
                        + ", but must enclose an area, such as a rectangle, oval or polygon.");
    }

    @Test
    void noSelectionIsNoCoverage() {
        assertThat(RoiWeightMap.of(image(null))).isNull();
    }

    private static int inside(Roi roi, int x, int y) {
        Rectangle bounds = roi.getBounds();
        ImageProcessor mask = roi.getMask();
        if (!bounds.contains(x, y)) return 0;
        return mask == null || mask.get(x - bounds.x, y - bounds.y) != 0 ? -1 : 0;
    }

    private static void assertCoverage(Inside inside, Roi roi) {
        byte[] bytes = Images.bytes(RoiWeightMap.of(roi, W, H));
        IntBinaryOperator wanted = (x, y) -> inside.value(roi, x, y);
        for (int y = 0; y < H; y++)
            for (int x = 0; x < W; x++) assertEquals(wanted.applyAsInt(x, y), bytes[y * W + x], x + "," + y);
    }

    private interface Inside {
        int value(Roi roi, int x, int y);
    }

    private static ImagePlus image(Roi roi) {
        ImagePlus image = new ImagePlus("image", new ByteProcessor(W, H));
        image.setRoi(roi);
        return image;
    }

    private static PolygonRoi polygon(int type) {
        return new PolygonRoi(new float[] {11, 50.5f, 33}, new float[] {5, 12.3f, 37}, 3, type);
    }

    private static Roi moved(Roi roi, int x, int y) {
        Roi copy = (Roi) roi.clone();
        copy.setLocation(roi.getBounds().x + x, roi.getBounds().y + y);
        return copy;
    }
}
