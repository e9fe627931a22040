package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;
import java.awt.Rectangle;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Needs;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.packaged.VirtualDisplay;

/** A mask handed on as a selection of the picture. */
class MaskSelectionsTest {

    private static final ImagePlusMasks MASKS = new ImagePlusMasks(
            new JavaEngine(),
            MaskSettings.of("S (HSV)").withLevels(10, 200, 1.2).withInvert(true).withOutput(Output.SELECTION));

    @Test
    void whatIsSelectedIsWhatTheBinaryMaskHolds() {
        for (int seed = 0; seed < 20; seed++) {
            ImagePlus picture = Images.noise("p", 5 + 3 * seed, 40 - seed, seed);
            assertSelected(picture, MASKS.of(picture), 1);
        }
    }

    @Test
    void aSelectionIsReplacedByTheOneInsideIt() {
        ImagePlus picture = Images.noise("p", 40, 30, 1);
        picture.setRoi(new OvalRoi(-5, 4, 30, 20));
        ImagePlus mask = MASKS.of(picture);
        assertSelected(picture, mask, 1);
    }

    @Test
    void everythingOrNothing() {
        ImagePlus picture = Images.noise("p", 12, 9, 1);
        ByteProcessor bytes = new ByteProcessor(12, 9);
        bytes.setValue(255);
        bytes.fill();
        MaskSelections.select(picture, new ImagePlus("all", bytes));
        assertThat(picture.getRoi().getType()).isEqualTo(Roi.RECTANGLE);
        assertThat(picture.getRoi().getBounds()).isEqualTo(new Rectangle(12, 9));
        assertThat(MaskSelections.isMade(picture.getRoi())).isTrue();
        assertThat(MaskSelections.isMade(new Roi(1, 2, 3, 4))).isFalse();
        MaskSelections.select(picture, new ImagePlus("none", new ByteProcessor(12, 9)));
        assertThat(picture.getRoi()).isNull();
        MaskSelections.select(picture, new ImagePlus("none", new ByteProcessor(12, 9)));
        assertThat(picture.getRoi()).isNull();
    }

    @Test
    void ofAStackTheShownSliceIsSelected() {
        ImagePlus picture = Stacks.hyperstack("movie", Stacks.colours(6), 1, 3, 2);
        ImagePlus mask = MASKS.of(picture);
        for (int n = 1; n <= 6; n++) {
            picture.setSlice(n);
            assertSelected(picture, mask, n);
        }
        picture.setPosition(1, 2, 2);
        picture.deleteRoi();
        assertSelected(picture, MASKS.of(picture, null, Slices.CURRENT, Progress.NONE), 1);
    }

    @Test
    void ofACompositeTheShownZAndTIsSelected() {
        ImagePlus picture =
                new CompositeImage(Stacks.hyperstack("cells", Stacks.bytes(18), 3, 3, 2), CompositeImage.COMPOSITE);
        ImagePlus mask = MASKS.of(picture);
        for (int c = 1; c <= 3; c++) {
            picture.setPosition(c, 2, 2);
            assertSelected(picture, mask, 5);
        }
    }

    @Test
    void overlayAndClosedManagerAreLeftAlone() {
        ImagePlus picture = Images.noise("p", 40, 30, 1);
        Overlay overlay = new Overlay(new OvalRoi(1, 1, 5, 5));
        picture.setOverlay(overlay);
        MaskSelections.select(picture, MASKS.of(picture));
        assertThat(picture.getOverlay()).isSameAs(overlay);
        assertThat(overlay.size()).isOne();
        assertThat(RoiManager.getInstance()).isNull();
    }

    @Test
    void theOpenManagerGetsTheSelectionOfEachSliceInItsPlace(@TempDir Path temp) throws Exception {
        Needs.part(VirtualDisplay.isInstalled(), "Xvfb is not installed, so no ROI Manager can be opened.");
        File log = temp.resolve("log").toFile();
        try (VirtualDisplay display = VirtualDisplay.open()) {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Duser.home=" + temp,
                            "-cp",
                            System.getProperty("java.class.path"),
                            RoiManagerSession.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT) // ImageJ's canvas may complain while it is laid out
                    .redirectOutput(log);
            builder.environment().put("DISPLAY", display.name());
            Process process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        }
        assertThat(Files.readAllLines(log.toPath()))
                .isEqualTo(List.of(
                        "stack: 1 2 4",
                        "hyperstack: 1,1,1 1,2,1 1,2,2",
                        "composite: 0,1,1 0,2,1 0,2,2",
                        "current: 1,2,1",
                        "single: 0",
                        "exact",
                        "batch: 1"));
    }

    /** Selects, and compares the selection with the slice of the mask, pixel by pixel. */
    private static void assertSelected(ImagePlus picture, ImagePlus mask, int slice) {
        MaskSelections.select(picture, mask);
        byte[] expected = Images.bytes(mask, slice);
        assertThat(expected).contains(255);
        assertThat(Images.bytes(RoiWeightMap.of(picture))).isEqualTo(expected);
        assertThat(picture.createRoiMask().getPixels()).isEqualTo(expected);
    }
}
