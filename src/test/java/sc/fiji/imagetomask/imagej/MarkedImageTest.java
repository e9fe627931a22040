package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.find.Marked;
import sc.fiji.imagetomask.options.FindMaskOptions;

class MarkedImageTest {

    private final ImagePlus picture = Images.noise("picture", 40, 30, 1);

    @Test
    void anAreaIsMarkedAsItIs() {
        picture.setRoi(new Roi(3, 4, 10, 5));
        Marked slice = one("");
        assertThat(count(slice.object())).isEqualTo(50);
        assertThat(slice.background()).isNull();
    }

    @Test
    void aPointIsNinePixelsAndALineThreeWideOrAsItsStroke() {
        picture.setRoi(new PointRoi(new int[] {5, 20}, new int[] {5, 20}, 2));
        assertThat(count(one("").object())).isEqualTo(18);
        picture.setRoi(new PointRoi(0, 0));
        assertThat(count(one("").object())).isEqualTo(4);
        picture.setRoi(new Line(5, 10, 25, 10));
        assertThat(count(one("").object())).isBetween(60, 69);
        Roi wide = new PolygonRoi(new float[] {5, 25, 25}, new float[] {5, 5, 20}, 3, Roi.POLYLINE);
        int thin = marked(wide);
        wide.setStrokeWidth(7);
        assertThat(marked(wide)).isGreaterThan(2 * thin);
    }

    private int marked(Roi roi) {
        picture.setRoi(roi);
        return count(one("").object());
    }

    @Test
    void groupsOfTheOverlayAreObjectAndBackground() {
        Roi object = new Roi(0, 0, 4, 4);
        object.setGroup(1);
        Roi more = new Roi(10, 10, 2, 2);
        more.setGroup(1);
        Roi background = new Roi(20, 20, 5, 5);
        background.setGroup(2);
        Overlay overlay = new Overlay(object);
        overlay.add(more);
        overlay.add(background);
        picture.setOverlay(overlay);
        Marked slice = one("object=[group 1] not=[group 2]");
        assertThat(count(slice.object())).isEqualTo(20);
        assertThat(count(slice.background())).isEqualTo(25);
        assertError("object=[group 3]", "object is group 3, but no selection of the ROI Manager or of the overlay");
    }

    @Test
    void selectionsOfAStackMarkTheirSlices() {
        ImagePlus stack = new ImagePlus("stack", Stacks.colours(4));
        Overlay overlay = new Overlay();
        for (int slice : new int[] {2, 4}) {
            Roi roi = new Roi(slice, 1, slice, 2);
            roi.setGroup(1);
            roi.setPosition(slice);
            overlay.add(roi);
        }
        stack.setOverlay(overlay);
        List<Marked> slices = MarkedImage.of(stack, FindMaskOptions.parse("object=[group 1]"));
        assertThat(slices).extracting(slice -> count(slice.object())).containsExactly(4, 8);
    }

    @Test
    void mistakesAreToldInOneSentence() {
        assertError("", "object is selection, but nothing is selected on 'picture'");
        picture.setRoi(new ImageRoi(1, 1, new ByteProcessor(3, 3)));
        assertError("", "The selection is of type 'picture', but must enclose an area");
        picture.setRoi(new Roi(1, 1, 3, 3));
        assertError("object=[group 300]", "object is 'group 300', but a group must be from 1 to 255.");
        assertError("not=nothing", "not is 'nothing', but must be the title of an open image");
        assertError("black=3", "'black=3' is not an option, but must be one of object, not, image, stains,");
    }

    private void assertError(String options, String sentence) {
        assertThatThrownBy(() -> MarkedImage.of(picture, FindMaskOptions.parse(options)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private Marked one(String options) {
        List<Marked> slices = MarkedImage.of(picture, FindMaskOptions.parse(options));
        assertThat(slices).hasSize(1);
        return slices.get(0);
    }

    private static int count(WeightMap marks) {
        MaskSpan values = marks.read(new Tile(0, 0, (int) marks.width(), (int) marks.height()));
        int count = 0;
        for (int i = 0; i < values.length(); i++) if (values.fraction(i) > 0.5) count++;
        return count;
    }
}
