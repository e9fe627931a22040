package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.channel.Yuv;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;

/** What the mask of an ImagePlus has from its picture, and what not. */
class ImagePlusMasksTest {

    private static final MaskSettings SETTINGS =
            MaskSettings.of("S (HSV)").withLevels(10, 200, 1.2).withInvert(true);

    private final ImagePlusMasks masks = new ImagePlusMasks(new JavaEngine(), SETTINGS);

    @Test
    void aPlainGreyEightBitImage() {
        ImagePlus picture = Images.noise("leaf.png", 31, 17, 1);
        ImagePlus mask = masks.of(picture);
        assertThat(mask.getTitle()).isEqualTo("Mask of leaf.png");
        assertThat(mask.getType()).isEqualTo(ImagePlus.GRAY8);
        assertThat(mask.isInvertedLut()).isFalse();
        assertThat(mask.getDisplayRangeMin()).isZero();
        assertThat(mask.getDisplayRangeMax()).isEqualTo(255);
        assertThat(Images.bytes(mask, 1)).isEqualTo(Images.expected(picture, SETTINGS, null, null));
    }

    @Test
    void spatialCalibrationIsKeptDensityCalibrationIsNot() {
        ImagePlus picture = new ImagePlus("gel", new ByteProcessor(8, 8));
        Calibration calibration = picture.getCalibration();
        calibration.pixelWidth = 0.25;
        calibration.setUnit("um");
        calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] {1, 2}, "OD");
        Calibration kept = masks.of(picture).getCalibration();
        assertThat(kept.pixelWidth).isEqualTo(0.25);
        assertThat(kept.getUnit()).isEqualTo(calibration.getUnit());
        assertThat(kept.calibrated()).isFalse();
        assertThat(calibration.calibrated()).isTrue();
    }

    @Test
    void aHyperstackKeepsDimensionsAndLabels() {
        ImageStack stack = new ImageStack(9, 7);
        for (int n = 0; n < 6; n++)
            stack.addSlice("slice " + n, Images.noise("", 9, 7, n).getProcessor());
        ImagePlus picture = new ImagePlus("movie", stack);
        picture.setDimensions(1, 3, 2);
        picture.setOpenAsHyperStack(true);
        ImagePlus mask = masks.of(picture);
        assertThat(mask.getDimensions()).containsExactly(9, 7, 1, 3, 2);
        assertThat(mask.isHyperStack()).isTrue();
        for (int n = 1; n <= 6; n++) {
            assertThat(mask.getStack().getSliceLabel(n)).isEqualTo("slice " + (n - 1));
            assertThat(Images.bytes(mask, n))
                    .isEqualTo(Images.expected(Images.noise("", 9, 7, n - 1), SETTINGS, null, null));
        }
    }

    @Test
    void selectionTimesMaskImage() {
        ImagePlus picture = Images.noise("p", 40, 30, 2);
        picture.setRoi(new OvalRoi(4, 4, 30, 20));
        ByteProcessor ramp = new ByteProcessor(40, 30);
        for (int i = 0; i < 1200; i++) ramp.set(i, i % 256);
        ImagePlus mask = masks.of(picture, new ImagePlus("ramp", ramp));
        assertThat(Images.bytes(mask, 1))
                .isEqualTo(Images.expected(picture, SETTINGS, (byte[]) ramp.getPixels(), (byte[])
                        picture.createRoiMask().getPixels()));
        assertThat(mask.getRoi()).isNull();
    }

    @Test
    void aColourMaskCountsByItsLuma() {
        ImagePlus picture = Images.noise("p", 64, 64, 3);
        int[] colours = new Random(3).ints(64 * 64).toArray();
        byte[] luma = new byte[colours.length];
        for (int i = 0; i < luma.length; i++)
            luma[i] = (byte) Yuv.luma(colours[i] >> 16 & 255, colours[i] >> 8 & 255, colours[i] & 255);
        ImagePlus mask = new ImagePlus("m", new ColorProcessor(64, 64, colours));
        assertThat(Images.bytes(masks.of(picture, mask), 1)).isEqualTo(Images.expected(picture, SETTINGS, luma, null));
    }
}
