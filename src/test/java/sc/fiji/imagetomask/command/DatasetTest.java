package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.measure.Calibration;
import java.util.List;
import java.util.stream.IntStream;
import net.imagej.Dataset;
import net.imagej.ImgPlus;
import net.imglib2.display.ColorTable8;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;
import sc.fiji.imagetomask.imagej.Images;

/** Datasets and images of ImageJ. */
class DatasetTest extends Datasets {

    @Test
    void typedAxesAreFollowedAndNameCalibrationAndUnitsKept() throws Exception {
        Dataset dataset = dataset(pixels, "cells.tif", "X", "Y", "Channel", "Z");
        for (boolean process : new boolean[] {true, false}) {
            Dataset mask = (Dataset) result(run(process, "image", dataset, "channel", "S (HSV)"));
            assertThat(values(mask)).isEqualTo(expected(pixels, 2));
            assertThat(mask.getName()).isEqualTo("Mask of cells.tif");
            assertThat(axes(mask)).containsExactly("X 0.5 um from 1.0", "Y 0.6 um from 2.0", "Z 0.8 um from 4.0");
            assertThat(mask.getImgPlus().channel()).containsExactly(0, 255);
        }
    }

    @Test
    void xAndYAreFollowedWhereverTheyStand() throws Exception {
        for (int[] order : new int[][] {{2, 0, 1, 3}, {3, 1, 2, 0}, {1, 0, 3, 2}, {0, 3, 1, 2}}) {
            String[] types = {"X", "Y", "Channel", "Z"};
            String[] moved = IntStream.of(order).mapToObj(d -> types[d]).toArray(String[]::new);
            Dataset mask =
                    (Dataset) result(run(true, "image", dataset(moved(order), "moved", moved), "channel", "S (HSV)"));
            assertThat(values(mask)).as(String.join(" ", moved)).isEqualTo(expected(pixels, 2));
            assertThat(axes(mask)).extracting(axis -> axis.substring(0, 1)).containsExactly("X", "Y", "Z");
        }
    }

    @Test
    void otherTypesThanChannelCountSlices() throws Exception {
        Dataset dataset = dataset(pixels, null, "X", "Y", "Lifetime", "Z");
        Dataset mask = (Dataset) result(run(true, "image", dataset));
        assertThat(mask.dimensionsAsLongArray()).containsExactly(W, H, 3, 2);
        assertThat(mask.getName()).isEqualTo("Mask");
        assertThat(axes(mask)).last().isEqualTo("Z 0.8 um from 4.0");
    }

    @Test
    void channelsCountInTheColoursInWhichTheyAreShown() throws Exception {
        Dataset dataset = dataset(pixels, "cells", "X", "Y", "Channel", "Z");
        ImgPlus<?> plus = dataset.getImgPlus();
        plus.initializeColorTables(3);
        plus.setColorTable(shades(2), 0);
        plus.setColorTable(shades(1), 1);
        plus.setColorTable(shades(0), 2);
        byte[] blueFirst = values(result(run(true, "image", dataset, "channel", "H (HSV)")));
        byte[] numbered = values(result(run(true, "image", dataset, "channel", "H (HSV)", "rgb", "3,2,1")));
        assertThat(blueFirst).isEqualTo(numbered);
        assertThat(blueFirst)
                .isNotEqualTo(values(result(run(true, "image", dataset, "channel", "H (HSV)", "rgb", "1,2,3"))));
    }

    /** From black to red, green or blue. */
    private static ColorTable8 shades(int primary) {
        byte[][] rgb = new byte[3][256];
        for (int v = 0; v < 256; v++) rgb[primary][v] = (byte) v;
        return new ColorTable8(rgb);
    }

    @Test
    void aFourthChannelIsNoAlphaUnlessItIsChosen() throws Exception {
        Img<UnsignedByteType> four = noise(W, H, 4, 1);
        for (int y = 0; y < H; y++)
            for (int x = 0; x < W; x++) four.getAt(x, y, 3, 0).set(0);
        Dataset dataset = dataset(four, "cells", "X", "Y", "Channel", "Z");
        byte[] mask = values(result(run(true, "image", dataset, "channel", "S (HSV)")));
        assertThat(mask).isEqualTo(values(result(run(true, "image", dataset, "channel", "S (HSV)", "rgb", "1,2,3"))));
        assertThat(values(result(run(true, "image", four, "axis", 2, "channel", "S (HSV)"))))
                .isEqualTo(mask);
        assertThat(values(result(run(true, "image", dataset, "channel", "S (HSV)", "rgb", "1,2,3,4"))))
                .containsOnly(0);
    }

    @Test
    void anAxisIsNamedOnlyWhereItHasNoType() throws Exception {
        assertRefused(
                run(true, "image", dataset(pixels, "a", "X", "Y", "Channel", "Z"), "axis", 3),
                "axis is 3, but must be left out: the axes of the image have types, and dimension 2 is of type Channel.");
        assertRefused(
                run(true, "image", dataset(pixels, "a", "X", "Y", "Time", "Z"), "axis", 2),
                "axis is 2, but must be left out: the axes of the image have types, and dimension 2 is of type Time.");
        Dataset untyped = dataset(pixels, "a", "X", "Y", "Unknown", "Z");
        assertThat(values(result(run(true, "image", untyped, "axis", 2, "channel", "S (HSV)"))))
                .isEqualTo(expected(pixels, 2));
    }

    @Test
    void imgsAndImgPlusesBecomeDatasetsOrImgPlusesWhereThatIsAllThereIs() throws Exception {
        Dataset ofImg = (Dataset) result(run(true, "image", pixels));
        assertThat(ofImg.getName()).isEqualTo("Mask");
        assertThat(axes(ofImg).get(0)).isEqualTo("X 1.0 null from 0.0");
        try (Context plain = new Context(CommandService.class)) {
            ImgPlus<?> mask = (ImgPlus<?>) plain.service(CommandService.class)
                    .run(ImgLib2ToMaskCommand.class, true, "image", imgPlus(pixels, "plus", "X", "Y", "Channel", "Z"))
                    .get()
                    .getOutput("result");
            assertThat(mask.getName()).isEqualTo("Mask of plus");
        }
    }

    @Test
    void planarCellAndViewedImagesGiveTheSame() throws Exception {
        for (Img<UnsignedByteType> image : List.of(
                copy(new PlanarImgFactory<>(new UnsignedByteType()).create(pixels)),
                copy(new CellImgFactory<>(new UnsignedByteType(), 5).create(pixels)),
                ImgView.wrap(Views.translate(pixels, -4, 7, 0, 2), pixels.factory()))) {
            Dataset mask = (Dataset)
                    result(run(true, "image", dataset(image, "a", "X", "Y", "Channel", "Z"), "channel", "S (HSV)"));
            assertThat(values(mask)).isEqualTo(expected(pixels, 2));
            assertThat(mask.min(0)).isEqualTo(image.min(0));
        }
    }

    @Test
    void anImageOfImageJKeepsItsMeaning() throws Exception {
        ImagePlus stack =
                new ImagePlus("stack", Images.noise("", W, H, 1).getStack().duplicate());
        stack.getStack().addSlice(Images.noise("", W, H, 2).getProcessor());
        stack.setDimensions(1, 1, 2);
        Calibration scale = stack.getCalibration();
        scale.pixelWidth = 0.25;
        scale.xOrigin = 2;
        scale.setUnit("micron");
        scale.frameInterval = 3;
        stack.setRoi(new OvalRoi(1, 1, 9, 7));
        Dataset mask = (Dataset) result(run(true, "image", stack));
        ImagePlus expected = new ImagePlusMasks(new JavaEngine(), MaskSettings.DEFAULT).of(stack);
        byte[] both = new byte[2 * W * H];
        for (int n = 0; n < 2; n++) System.arraycopy(Images.bytes(expected, n + 1), 0, both, n * W * H, W * H);
        assertThat(values(mask)).isEqualTo(both);
        assertThat(mask.getName()).isEqualTo("Mask of stack");
        assertThat(axes(mask))
                .containsExactly("X 0.25 micron from -0.5", "Y 1.0 micron from -0.0", "Time 3.0 sec from 0.0");
        assertRefused(
                run(true, "image", stack, "axis", 2),
                "axis is 2, but must be left out: an ImageJ image says which its channels are.");
        assertThat(stack.isLocked()).isFalse();
    }

    @Test
    void whatIsNoMaskCancelsAndNothingIsMade() throws Exception {
        assertRefused(
                run(true, "image", pixels, "mask", "Roi"),
                "mask is 'Roi', but must be an Img of numbers or booleans, an ImageJ Roi or a region of imglib2-roi.");
        assertRefused(
                run(false, "image", pixels, "mask", 1),
                "mask is of type Integer, but must be an Img of numbers or booleans, an ImageJ Roi or a region of"
                        + " imglib2-roi.");
        Img<?> cut = result(run(true, "image", pixels, "axis", 2, "mask", booleans(), "channel", "S (HSV)"));
        assertCut(cut, (x, y, z) -> x == 5);
        assertRefused(
                run(true, "image", pixels, "mask", ArrayImgs.argbs(W, H)),
                "The mask is of type ARGBType, but must be of a type of real numbers or booleans.");
        assertRefused(
                run(true, "image", 5), "image is of type Integer, but must be an Img, ImgPlus, Dataset or ImagePlus.");
        assertRefused(run(true), "No image is open, but one must be.");
    }

    @Test
    void theActiveImageIsTakenWhereNoneIsNamed() throws Exception {
        Images.noise("active", W, H, 1).show();
        assertThat(((Dataset) result(run(true))).getName()).isEqualTo("Mask of active");
    }
}
