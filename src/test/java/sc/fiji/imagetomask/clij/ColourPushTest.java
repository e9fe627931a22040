package sc.fiji.imagetomask.clij;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import net.haesleinhuepf.clij.CLIJ;
import net.haesleinhuepf.clij.clearcl.ClearCLBuffer;
import net.haesleinhuepf.clij.clearcl.ClearCLContext;
import net.haesleinhuepf.clij.coremem.enums.NativeTypeEnum;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;

/** Colours of ImageJ's images arrive in CLIJ's buffers, slice after slice. */
class ColourPushTest {

    private static ClearCLContext context;

    @BeforeAll
    static void open() {
        context = Clij.require();
    }

    @Test
    void rgbBecomesThreeSlices() {
        ImagePlus image = new ImagePlus("rgb", new ColorProcessor(2, 1, new int[] {0x010203, 0xff40a0c0}));
        try (ClearCLBuffer pushed = ColourPush.push(context, image)) {
            assertThat(pushed.getDimensions()).containsExactly(2, 1, 3);
            assertThat(Clij.bytes(pushed)).containsExactly(1, 0x40, 2, 0xa0, 3, 0xc0);
        }
    }

    @Test
    void theShownPictureOfACompositeKeepsItsTypeAndChannels() {
        ImageStack stack = new ImageStack(2, 1);
        for (int i = 0; i < 6; i++) stack.addSlice(new ShortProcessor(2, 1, new short[] {(short) i, 300}, null));
        ImagePlus image = new ImagePlus("composite", stack);
        image.setDimensions(3, 2, 1);
        CompositeImage composite = new CompositeImage(image);
        composite.setPosition(2, 2, 1);
        try (ClearCLBuffer pushed = ColourPush.push(context, composite)) {
            assertThat(pushed.getNativeType()).isEqualTo(NativeTypeEnum.UnsignedShort);
            short[] values = new short[6];
            pushed.writeTo(java.nio.ShortBuffer.wrap(values), true);
            assertThat(values).containsExactly(3, 300, 4, 300, 5, 300);
        }
    }

    @Test
    void greyHasOneSliceAndTwoChannelsOfFloatsGetABlackBlue() {
        try (ClearCLBuffer grey =
                ColourPush.push(context, new ImagePlus("grey", new ByteProcessor(2, 1, new byte[] {7, 9})))) {
            assertThat(grey.getDimensions()).containsExactly(2, 1);
            assertThat(Clij.bytes(grey)).containsExactly(7, 9);
        }
        ImageStack stack = new ImageStack(1, 1);
        stack.addSlice(new FloatProcessor(1, 1, new float[] {0.5f}));
        stack.addSlice(new FloatProcessor(1, 1, new float[] {4}));
        ImagePlus two = new ImagePlus("two", stack);
        two.setDimensions(2, 1, 1);
        try (ClearCLBuffer pushed = ColourPush.push(context, new CompositeImage(two))) {
            assertThat(Clij.floats(pushed)).containsExactly(0.5f, 4, 0);
        }
    }

    @Test
    void whatWasPushedBecomesTheMaskOfTheOtherEngines() {
        ImagePlus picture = IJ.openImage("docs/sample-tissue.png");
        // snippet: clij
        ClearCLContext context = CLIJ.getInstance().getClearCLContext();
        ClearCLBuffer source = ColourPush.push(context, picture);
        ClearCLBuffer mask = ClijMasks.create(source);
        ClijMasks.imageToMask(source, mask, "S (HSV)", 10, 255, 1.2, false);
        // end
        MaskSettings settings = MaskSettings.of("S (HSV)").withLevels(10, 255, 1.2);
        ImagePlus expected = new ImagePlusMasks(new JavaEngine(), settings).of(picture);
        assertThat(Clij.bytes(mask)).isEqualTo(expected.getProcessor().getPixels());
        source.close();
        mask.close();
    }

    /** The fourth one is empty: as alpha it would make every mask black. */
    @ParameterizedTest
    @CsvSource({"4, 8, 0", "4, 16, 1", "4, 32, 1", "5, 8, 0", "5, 16, 1"})
    void moreChannelsAreTheColoursInWhichTheyAreShown(int channels, int bits, int apart) {
        ImagePlus image = IJ.createHyperStack("stain", 60, 40, channels, 1, 1, bits);
        for (int c = 1; c <= channels; c++) {
            if (c != 4) image.getStack().getProcessor(c).noise(bits == 8 ? 60 : 9000);
        }
        CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
        MaskSettings settings = MaskSettings.of("R (RGB)");
        byte[] expected = (byte[]) new ImagePlusMasks(new JavaEngine(), settings)
                .of(composite)
                .getProcessor()
                .getPixels();
        assertThat(expected).contains(0, 255);
        try (ClearCLBuffer pushed = ColourPush.push(context, composite);
                ClearCLBuffer mask = ClijMasks.create(pushed)) {
            assertThat(pushed.getDimensions()).containsExactly(60, 40, 3);
            assertThat(pushed.getNativeType())
                    .isEqualTo(bits == 8 ? NativeTypeEnum.UnsignedByte : NativeTypeEnum.Float);
            ClijMasks.imageToMask(pushed, mask, "R (RGB)", 0, 255, 1, false);
            byte[] made = Clij.bytes(mask);
            for (int i = 0; i < made.length; i++) assertThat(made[i] & 255).isCloseTo(expected[i] & 255, within(apart));
        }
    }
}
