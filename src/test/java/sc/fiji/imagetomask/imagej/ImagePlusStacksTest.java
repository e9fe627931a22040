package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Yuv;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.Reading;

/** Stacks, hyperstacks and composites: which slice becomes which mask, and what the mask image keeps. */
class ImagePlusStacksTest {

    private static final MaskSettings SETTINGS =
            MaskSettings.of("S (HSV)").withLevels(10, 200, 1.2).withInvert(true);
    private static final MaskSettings STACK = SETTINGS.withStatistics(Statistics.STACK);

    private static ImagePlusMasks masks(MaskSettings settings) {
        return new ImagePlusMasks(new JavaEngine(), settings);
    }

    @ParameterizedTest
    @CsvSource({"1, 6", "6, 1", "3, 2", "1, 1"})
    void coloursOverZAndT(int slices, int frames) {
        ImageStack stack = Stacks.colours(slices * frames);
        ImagePlus picture = Stacks.hyperstack("movie", stack, 1, slices, frames);
        picture.setPosition(1, slices, frames);
        for (MaskSettings settings : List.of(SETTINGS, STACK)) {
            ImagePlus mask = masks(settings).of(picture);
            assertKept(picture, mask, 1);
            assertThat(Stacks.bytes(mask)).isEqualTo(Stacks.expected(processors(stack), settings, null, null));
            for (int n = 1; stack.size() > 1 && n <= stack.size(); n++)
                assertThat(mask.getStack().getSliceLabel(n)).isEqualTo("colour " + n);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "1, 4", "3, 2"})
    void bytesOverZAndT(int slices, int frames) {
        ImageStack stack = Stacks.bytes(slices * frames);
        ImagePlus picture = Stacks.hyperstack("movie", stack, 1, slices, frames);
        MaskSettings settings = STACK.withChannel(MaskSettings.DEFAULT.channel());
        ImagePlus mask = masks(settings).of(picture);
        assertKept(picture, mask, 1);
        List<ImageProcessor> greys = IntStream.rangeClosed(1, stack.size())
                .<ImageProcessor>mapToObj(n -> Stacks.merged(stack, n, n, n))
                .toList();
        assertThat(Stacks.bytes(mask)).isEqualTo(Stacks.expected(greys, settings, null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void theChannelsOfACompositeAreRedGreenBlueAlpha(int channels) {
        ImageStack stack = Stacks.bytes(channels * 6);
        ImagePlus plain = Stacks.hyperstack("cells", stack, channels, 3, 2);
        ImagePlus picture = new CompositeImage(plain, CompositeImage.COMPOSITE);
        picture.setPosition(2, 2, 1);
        List<ImageProcessor> colours = new ArrayList<>();
        List<byte[]> alphas = channels == 4 ? new ArrayList<>() : null;
        for (int i = 0; i < 6; i++) {
            int red = i * channels + 1;
            colours.add(
                    channels == 2 ? Stacks.merged(stack, red, red + 1) : Stacks.merged(stack, red, red + 1, red + 2));
            if (alphas != null) alphas.add((byte[]) stack.getPixels(red + 3));
        }
        for (MaskSettings settings : List.of(SETTINGS, STACK, STACK.withInside(true))) {
            Reading reading = Reading.DEFAULT.withRgb(ChannelOrder.parse(channels == 4 ? "1,2,3,4" : "display"));
            ImagePlus mask = new ImagePlusMasks(new JavaEngine(), settings, reading).of(picture);
            assertThat(mask.isComposite()).isFalse();
            assertKept(picture, mask, 1);
            assertThat(Stacks.bytes(mask)).isEqualTo(Stacks.expected(colours, settings, alphas, null));
        }
    }

    @Test
    void aHyperstackOfFiveDimensions() {
        ImageStack stack = Stacks.bytes(40);
        ImagePlus picture = Stacks.hyperstack("5D", stack, 2, 5, 4);
        for (int t = 1; t <= 4; t++)
            for (int z = 1; z <= 5; z++)
                for (int c = 1; c <= 2; c++)
                    stack.setSliceLabel("c" + c + " z" + z + " t" + t, picture.getStackIndex(c, z, t));
        picture.setPosition(2, 4, 3);
        ImagePlus mask = masks(SETTINGS).of(picture);
        assertKept(picture, mask, 1);
        assertThat(mask.getDimensions()).containsExactly(Stacks.WIDTH, Stacks.HEIGHT, 1, 5, 4);
        assertThat(List.of(mask.getC(), mask.getZ(), mask.getT())).containsExactly(1, 4, 3);
        for (int t = 1; t <= 4; t++)
            for (int z = 1; z <= 5; z++) {
                int n = mask.getStackIndex(1, z, t);
                assertThat(mask.getStack().getSliceLabel(n)).isEqualTo("c1 z" + z + " t" + t);
                int red = picture.getStackIndex(1, z, t);
                assertThat(Images.bytes(mask, n))
                        .isEqualTo(Stacks.expected(List.of(Stacks.merged(stack, red, red + 1)), SETTINGS, null, null));
            }
    }

    @Test
    void masksGoWithZAndTAndTheLastRepeats() {
        ImageStack stack = Stacks.colours(6);
        ImagePlus picture = Stacks.hyperstack("movie", stack, 1, 3, 2);
        ImageStack factors = Stacks.bytes(8); // of 2 channels: 4 pictures, red and green
        ImagePlus few = Stacks.hyperstack("mask", Stacks.bytes(4), 1, 4, 1);
        ImagePlus composite = Stacks.hyperstack("mask", factors, 2, 2, 2);
        List<byte[]> lumas = IntStream.range(0, 4)
                .mapToObj(i -> luma(Stacks.merged(factors, 2 * i + 1, 2 * i + 2)))
                .toList();
        List<byte[]> bytes =
                IntStream.rangeClosed(1, 4).mapToObj(n -> Images.bytes(few, n)).toList();
        for (MaskSettings settings : List.of(SETTINGS, STACK, STACK.withInside(true), SETTINGS.withInside(true))) {
            assertThat(Stacks.bytes(masks(settings).of(picture, few)))
                    .isEqualTo(Stacks.expected(processors(stack), settings, bytes, null));
            assertThat(Stacks.bytes(masks(settings).of(picture, composite)))
                    .isEqualTo(Stacks.expected(processors(stack), settings, lumas, null));
        }
    }

    @Test
    void theInsideOfASelectionCounts() {
        ImageStack stack = Stacks.colours(3);
        ImagePlus picture = new ImagePlus("stack", stack);
        picture.setRoi(new OvalRoi(-3, 2, 20, 12));
        byte[] roi = Images.bytes(RoiWeightMap.of(picture));
        byte[] soft = Images.bytes(new ImagePlus("", Stacks.bytes(1)), 1);
        for (MaskSettings settings : List.of(SETTINGS.withInside(true), STACK.withInside(true))) {
            assertThat(Stacks.bytes(masks(settings).of(picture)))
                    .isEqualTo(Stacks.expected(processors(stack), settings, null, roi))
                    .isNotEqualTo(Stacks.expected(processors(stack), settings.withInside(false), null, roi));
            assertThat(Stacks.bytes(masks(settings)
                            .of(picture, new ImagePlus("soft", new ByteProcessor(Stacks.WIDTH, Stacks.HEIGHT, soft)))))
                    .isEqualTo(Stacks.expected(processors(stack), settings, List.of(soft), roi));
        }
    }

    @Test
    void theShownSliceAloneHasItsMaskAndItsLabel() {
        ImageStack stack = Stacks.bytes(12);
        ImagePlus picture = Stacks.hyperstack("cells", stack, 2, 3, 2);
        picture.setPosition(2, 2, 2);
        ImagePlus factors = Stacks.hyperstack("mask", Stacks.bytes(5), 1, 5, 1);
        ImagePlus mask = masks(STACK).of(picture, factors, Slices.CURRENT, Progress.NONE);
        int red = picture.getStackIndex(1, 2, 2);
        assertThat(mask.getStackSize()).isOne();
        assertThat(mask.getStack().getSliceLabel(1)).isEqualTo("byte " + red);
        assertThat(mask.getCalibration().pixelDepth).isEqualTo(2);
        assertThat(Images.bytes(mask, 1))
                .isEqualTo(Stacks.expected(
                        List.of(Stacks.merged(stack, red, red + 1)),
                        SETTINGS,
                        List.of(Images.bytes(factors, 5)), // picture 4, counted from 0
                        null));
    }

    @Test
    void virtualStacksAreReadSliceBySlice() {
        List<String> events = new ArrayList<>();
        ImageStack stack = Stacks.colours(3);
        ImagePlus picture = new ImagePlus("virtual", Stacks.virtual(stack, events));
        assertThat(picture.getStack().isVirtual()).isTrue();
        Progress progress = (done, of) -> events.add(done + " of " + of);
        events.clear();
        ImagePlus mask = masks(SETTINGS).of(picture, null, Slices.ALL, progress);
        assertThat(events).containsExactly("slice 1", "1 of 3", "slice 2", "2 of 3", "slice 3", "3 of 3");
        assertThat(Stacks.bytes(mask)).isEqualTo(Stacks.expected(processors(stack), SETTINGS, null, null));
        assertThat(mask.getStack().isVirtual()).isFalse();
        events.clear();
        masks(STACK).of(picture, null, Slices.ALL, progress);
        assertThat(events)
                .containsExactly(
                        "slice 1", "1 of 6", "slice 2", "2 of 6", "slice 3", "3 of 6", "slice 1", "4 of 6", "slice 2",
                        "5 of 6", "slice 3", "6 of 6");
        events.clear();
        picture.setSlice(2);
        events.clear();
        masks(STACK).of(picture, null, Slices.CURRENT, progress);
        assertThat(events).containsExactly("slice 2", "1 of 1");
    }

    @Test
    void channelsOfAVirtualStackAreReadOnce() {
        List<String> events = new ArrayList<>();
        ImageStack stack = Stacks.bytes(6);
        ImagePlus picture = Stacks.hyperstack("virtual", Stacks.virtual(stack, events), 3, 2, 1);
        events.clear();
        ImagePlus mask = masks(SETTINGS).of(picture);
        assertThat(events).containsExactly("slice 1", "slice 2", "slice 3", "slice 4", "slice 5", "slice 6");
        assertThat(Stacks.bytes(mask))
                .isEqualTo(Stacks.expected(
                        List.of(Stacks.merged(stack, 1, 2, 3), Stacks.merged(stack, 4, 5, 6)), SETTINGS, null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6})
    void canceledInMidRunItLeavesNothing(int last) {
        ImagePlus picture = Stacks.hyperstack("movie", Stacks.colours(3), 1, 3, 1);
        int windows = WindowManager.getWindowCount();
        List<Integer> steps = new ArrayList<>();
        assertThatThrownBy(() -> masks(STACK).of(picture, null, Slices.ALL, (done, of) -> {
                    steps.add(done);
                    if (done == last) throw new CancellationException("Esc");
                }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("Esc");
        assertThat(steps)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, last).boxed().toList());
        assertThat(WindowManager.getWindowCount()).isEqualTo(windows);
        assertThat(picture.isLocked()).isFalse();
    }

    @Test
    void anInverseSelectionOnAStack() {
        ImageStack stack = Stacks.colours(2);
        ImagePlus picture = new ImagePlus("stack", stack);
        Roi oval = new OvalRoi(5, 4, 12, 9);
        picture.setRoi(oval.getInverse(picture));
        byte[] roi = (byte[]) picture.createRoiMask().getPixels();
        assertThat(Stacks.bytes(masks(SETTINGS.withInside(true)).of(picture)))
                .isEqualTo(Stacks.expected(processors(stack), SETTINGS.withInside(true), null, roi));
    }

    private static void assertKept(ImagePlus picture, ImagePlus mask, int channels) {
        assertThat(mask.getDimensions())
                .containsExactly(Stacks.WIDTH, Stacks.HEIGHT, channels, picture.getNSlices(), picture.getNFrames());
        assertThat(mask.getZ()).isEqualTo(picture.getZ());
        assertThat(mask.getT()).isEqualTo(picture.getT());
        assertThat(mask.getCurrentSlice()).isEqualTo(mask.getStackIndex(1, picture.getZ(), picture.getT()));
        assertThat((byte[]) mask.getProcessor().getPixels()).isEqualTo(Images.bytes(mask, mask.getCurrentSlice()));
        Calibration kept = mask.getCalibration();
        Calibration given = picture.getCalibration();
        assertThat(kept).isNotSameAs(given);
        assertThat(kept.equals(given)).isTrue();
        assertThat(List.of(kept.xOrigin, kept.frameInterval)).containsExactly(3.0, 7.0);
        assertThat(List.of(kept.getUnit(), kept.getTimeUnit())).containsExactly(given.getUnit(), "min");
    }

    private static List<ImageProcessor> processors(ImageStack stack) {
        return IntStream.rangeClosed(1, stack.size())
                .mapToObj(stack::getProcessor)
                .toList();
    }

    private static byte[] luma(ImageProcessor colours) {
        byte[] luma = new byte[Stacks.PIXELS];
        for (int i = 0; i < luma.length; i++)
            luma[i] = (byte) Yuv.luma(colours.get(i) >> 16 & 255, colours.get(i) >> 8 & 255, colours.get(i) & 255);
        return luma;
    }
}
