package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.options.MaskRecord;
import sc.fiji.imagetomask.options.Slices;

/** The forms that a mask image comes in, and the record of how it was made. */
class ImagePlusOutputTest {

    private static final MaskSettings SETTINGS =
            MaskSettings.of("S (HSV)").withLevels(10, 200, 1.2).withInvert(true);

    private final ImageStack stack = Stacks.colours(4);
    private final ImagePlus picture = Stacks.hyperstack("movie", stack, 1, 2, 2);
    private final ImagePlus soft = masks(Output.BYTE).of(picture);

    private final boolean blackBackground = Prefs.blackBackground;
    private final boolean useInvertingLut = Prefs.useInvertingLut;

    private static ImagePlusMasks masks(Output output) {
        return new ImagePlusMasks(new JavaEngine(), SETTINGS.withOutput(output));
    }

    @AfterEach
    void setPreferencesBack() {
        Prefs.blackBackground = blackBackground;
        Prefs.useInvertingLut = useInvertingLut;
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void aBinaryMaskIsNeverInverted(boolean black, boolean inverting) {
        Prefs.blackBackground = black;
        Prefs.useInvertingLut = inverting;
        byte[] expected = Stacks.bytes(soft);
        for (int i = 0; i < expected.length; i++) expected[i] = (byte) ((expected[i] & 255) >= 128 ? 255 : 0);
        for (Output output : new Output[] {Output.BINARY, Output.SELECTION}) {
            ImagePlus mask = masks(output).of(picture);
            assertThat(Stacks.bytes(mask)).isEqualTo(expected).contains(0, 255);
            assertThat(mask.getType()).isEqualTo(ImagePlus.GRAY8);
            for (int n = 1; n <= 4; n++) {
                mask.setSlice(n);
                assertThat(mask.isInvertedLut()).isFalse();
                assertThat(mask.getProcessor().isInvertedLut()).isFalse();
                assertThat(mask.getProcessor().isBinary()).isTrue();
            }
            assertThat(mask.getDisplayRangeMin()).isZero();
            assertThat(mask.getDisplayRangeMax()).isEqualTo(255);
        }
        assertThat(Prefs.useInvertingLut).isEqualTo(inverting);
    }

    @Test
    void floatsAreShownFromZeroToOne() {
        ImagePlus mask = masks(Output.FLOAT).of(picture);
        assertThat(mask.getType()).isEqualTo(ImagePlus.GRAY32);
        assertThat(mask.getDimensions()).isEqualTo(picture.getDimensions());
        for (int n = 1; n <= 4; n++) {
            mask.setSlice(n);
            assertThat(mask.getDisplayRangeMin()).isZero();
            assertThat(mask.getDisplayRangeMax()).isOne();
            byte[] bytes = Images.bytes(soft, n);
            float[] fractions = new float[bytes.length];
            for (int i = 0; i < bytes.length; i++) fractions[i] = (bytes[i] & 255) / 255f;
            assertThat(mask.getProcessor().getPixels()).isEqualTo(fractions);
        }
        ImagePlus single = masks(Output.FLOAT).of(picture, null, Slices.CURRENT, Progress.NONE);
        assertThat(single.getDisplayRangeMax()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void theRecordParsesBack(Output output) {
        Roi roi = new OvalRoi(3, 2, 15, 11);
        ImagePlus factor = new ImagePlus("a [soft] one", Stacks.bytes(1));
        picture.setRoi(roi);
        picture.setSlice(3);
        MaskSettings settings = MaskSettings.of("H (HSV)")
                .withHue(33)
                .withStatistics(Statistics.STACK)
                .withInside(true)
                .withOutput(output);
        for (Slices slices : Slices.values()) {
            ImagePlus mask = new ImagePlusMasks(new JavaEngine(), settings).of(picture, factor, slices, Progress.NONE);
            MaskRecord record = MaskInfo.of(mask);
            assertThat(record.options().image()).isEqualTo("movie");
            assertThat(record.options().settings()).isEqualTo(settings);
            assertThat(record.options().mask()).isEqualTo("a [soft] one");
            assertThat(record.options().slices()).isEqualTo(slices);
            assertThat(record.shown()).isEqualTo(3);
            assertThat(pixels(MaskInfo.selection(record))).isEqualTo(pixels(roi));
            assertThat(record.ranges()).hasSize(slices == Slices.ALL ? 4 : 1);
            assertThat(record.engine()).startsWith("java on ");
            ImagePlus again = new ImagePlusMasks(
                            new JavaEngine(), record.options().settings())
                    .of(picture, factor, MaskInfo.selection(record), slices, record.shown(), Progress.NONE);
            for (int n = 1; n <= mask.getStackSize(); n++)
                assertThat(again.getStack().getPixels(n))
                        .isEqualTo(mask.getStack().getPixels(n));
        }
    }

    @Test
    void thePictureIsOnlyRead() {
        byte[] before = digest(picture);
        picture.setRoi(new OvalRoi(3, 2, 15, 11));
        picture.setSlice(2);
        for (Output output : Output.values()) masks(output).of(picture);
        assertThat(digest(picture)).isEqualTo(before);
        assertThat(picture.getCurrentSlice()).isEqualTo(2);
        assertThat(pixels(picture.getRoi())).isEqualTo(pixels(new OvalRoi(3, 2, 15, 11)));
        assertThat(picture.changes).isFalse();
    }

    private static byte[] pixels(Roi roi) {
        return Images.bytes(RoiWeightMap.of(roi, Stacks.WIDTH, Stacks.HEIGHT));
    }

    private static byte[] digest(ImagePlus image) {
        byte[] all = new byte[0];
        for (int n = 1; n <= image.getStackSize(); n++) {
            ImageProcessor slice = image.getStack().getProcessor(n);
            int start = all.length;
            all = Arrays.copyOf(all, start + 4 * Stacks.PIXELS);
            for (int i = 0; i < Stacks.PIXELS; i++)
                for (int b = 0; b < 4; b++) all[start + 4 * i + b] = (byte) (slice.get(i) >> 8 * b);
        }
        return all;
    }
}
