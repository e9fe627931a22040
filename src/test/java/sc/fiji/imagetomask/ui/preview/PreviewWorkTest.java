package sc.fiji.imagetomask.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.process.FloatProcessor;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.imagej.Images;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.MaskInfo;
import sc.fiji.imagetomask.options.MaskOptions;

/** What a preview shows is what the command makes. */
class PreviewWorkTest {

    private static final int WIDTH = 180;
    private static final int HEIGHT = 110;

    private final CountDownLatch stackCounted = new CountDownLatch(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "channel=[H (HSV)] hue=40 black=30 white=200",
                "channel=[S (HSV)] gray=2.5 invert=true",
                "channel=[B (LAB)] inside=true black=20",
                "output=binary",
                "channel=[H (HSV)] hue=40 clip=30,200 black=20 white=40 white2=90 black2=120",
                "clip=none black=20",
                "channel=[R (RGB)] inside=true terms=[or S (HSV) black=99 without H (HSV) hue=30 white=90 and R (RGB) gray=2]",
                "channel=Alpha black=100 white=100 output=selection"
            })
    void showsTheBytesOfTheMask(String text) {
        ImagePlus picture = Images.noise("picture", WIDTH, HEIGHT, 3);
        picture.setRoi(new OvalRoi(-20, 10, 150, 140));
        MaskOptions options = MaskOptions.parse(text + " engine=java");
        ImagePlus mask = MaskCommands.mask(options, picture, IJ::log, Progress.NONE);
        try (PreviewWork work = new PreviewWork(picture, () -> {})) {
            PreviewResult result = work.result(request(picture, options, whole()));
            assertThat(result.range())
                    .isEqualTo(MaskInfo.of(mask).ranges().get(0).first());
            assertThat(result.mask().values()).isEqualTo(Images.bytes(mask, 1));
        }
    }

    /** Then the slice that is shown is all that the command counts, too. */
    @Test
    void ofTheShownSliceAloneTheStackIsThatSlice() {
        ImagePlus stack = stack();
        stack.setSlice(2);
        MaskOptions options = MaskOptions.parse("statistics=stack slices=current engine=java");
        ImagePlus mask = MaskCommands.mask(options, stack, IJ::log, Progress.NONE);
        try (PreviewWork work = new PreviewWork(stack, stackCounted::countDown)) {
            PreviewResult result = work.result(request(stack, options, whole()));
            assertThat(result.range())
                    .isEqualTo(MaskInfo.of(mask).ranges().get(0).first());
            assertThat(result.mask().values()).isEqualTo(Images.bytes(mask, 1));
            assertThat(stackCounted.getCount()).as("no stack was counted").isOne();
        }
    }

    @Test
    void followsSliceLevelsAndViewport() {
        ImagePlus stack = stack();
        try (PreviewWork work = new PreviewWork(stack, () -> {})) {
            for (int slice : new int[] {1, 3, 2})
                for (String levels : new String[] {"", " black=80", " white=90 invert=true"}) {
                    stack.setSlice(slice);
                    MaskOptions options = MaskOptions.parse("channel=[R (RGB)] engine=java" + levels);
                    Viewport part = new Viewport(new Rectangle(20, 10, 50, 40), 100, 80);
                    byte[] mask = Images.bytes(MaskCommands.mask(options, stack, IJ::log, Progress.NONE), slice);
                    byte[] seen =
                            work.result(request(stack, options, part)).mask().values();
                    for (int y = 0; y < 80; y++)
                        for (int x = 0; x < 100; x++)
                            assertThat(seen[y * 100 + x]).isEqualTo(mask[(10 + y / 2) * WIDTH + 20 + x / 2]);
                }
        }
    }

    @Test
    void showsTheSliceByTheRangeOfTheStackOnceThatIsCounted() throws Exception {
        ImagePlus stack = stack();
        stack.setSlice(2);
        MaskOptions options = MaskOptions.parse("statistics=stack engine=java");
        ImagePlus masks = MaskCommands.mask(options, stack, IJ::log, Progress.NONE);
        try (PreviewWork work = new PreviewWork(stack, stackCounted::countDown)) {
            work.result(request(stack, options, whole()));
            assertThat(stackCounted.await(20, TimeUnit.SECONDS)).isTrue();
            PreviewResult result = work.result(request(stack, options, whole()));
            assertThat(result.range())
                    .isEqualTo(MaskInfo.of(masks).ranges().get(1).first());
            assertThat(result.mask().values()).isEqualTo(Images.bytes(masks, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "channel=[H (HSV)] hue=40 black=30 white=200 range=type",
                "channel=[A (LAB)] gray=2.5 invert=true inside=true",
                "channel=[B (RGB)] rgb=3,2,1 statistics=stack",
                "channel=[R (RGB)] range=-20,400 clip=20,99",
                "channel=[R (RGB)] statistics=stack terms=[or S (HSV) black=99 without B (RGB) white=90]",
                "channel=[R (RGB)] range=-20,400 output=binary"
            })
    void showsTheMaskOfDeeperDataAndFollowsItsDisplayRange(String text) throws InterruptedException {
        CompositeImage picture = floats();
        MaskOptions options = MaskOptions.parse(text + " slices=current engine=java");
        try (PreviewWork work = new PreviewWork(picture, stackCounted::countDown)) {
            for (int range : new int[] {300, 150}) {
                picture.setRoi(new OvalRoi(-20, 10, 150, 140));
                picture.setDisplayRange(20, range);
                PreviewResult result = work.result(request(picture, options, whole()));
                ImagePlus mask = MaskCommands.mask(options, picture, IJ::log, Progress.NONE);
                assertThat(result.range())
                        .isEqualTo(MaskInfo.of(mask).ranges().get(0).first());
                assertThat(differences(result.mask().values(), Images.bytes(mask, 1)))
                        .as("values that single precision rounds the other way")
                        .isLessThan(10);
            }
        }
    }

    /** How many values differ; none by more than 1. */
    private static int differences(byte[] shown, byte[] made) {
        int count = 0;
        for (int i = 0; i < made.length; i++) {
            int difference = Math.abs((shown[i] & 255) - (made[i] & 255));
            assertThat(difference).isLessThanOrEqualTo(1);
            count += difference;
        }
        return count;
    }

    /** Three channels, with some NaN and infinities. */
    private static CompositeImage floats() {
        Random random = new Random(5);
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int c = 0; c < 3; c++) {
            float[] values = new float[WIDTH * HEIGHT];
            for (int i = 0; i < values.length; i++)
                values[i] = switch (random.nextInt(50)) {
                    case 0 -> Float.NaN;
                    case 1 -> Float.POSITIVE_INFINITY;
                    case 2 -> Float.NEGATIVE_INFINITY;
                    default -> random.nextFloat() * 350;
                };
            stack.addSlice(new FloatProcessor(WIDTH, HEIGHT, values));
        }
        ImagePlus image = new ImagePlus("floats", stack);
        image.setDimensions(3, 1, 1);
        return new CompositeImage(image);
    }

    @Test
    void saysWhyThereIsNone() {
        ImagePlus many = IJ.createHyperStack("many", 20, 20, 5, 1, 1, 16);
        try (PreviewWork work = new PreviewWork(many, () -> {})) {
            assertThatThrownBy(() -> work.result(request(many, MaskOptions.parse("rgb=1,2,6"), whole())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has 5 channels");
        }
    }

    /** A view of 1000 x 1000 of 4096 x 4096 pixels follows a handle. */
    @Test
    void aLargePictureIsShownWhileTheHandleMoves() {
        ImagePlus large = Images.noise("large", 4096, 4096, 1);
        Viewport view = new Viewport(new Rectangle(0, 0, 4096, 4096), 1000, 1000);
        try (PreviewWork work = new PreviewWork(large, () -> {})) {
            long[] times = new long[60];
            for (int i = 0; i < times.length; i++) {
                MaskOptions options = MaskOptions.parse("channel=[S (HSV)] engine=java black=" + i);
                long start = System.nanoTime();
                work.result(request(large, options, view));
                times[i] = System.nanoTime() - start;
            }
            System.out.printf("4096 x 4096: first %.1f ms, ", times[0] / 1e6);
            Arrays.sort(times);
            System.out.printf("then a median of %.1f ms%n", times[times.length / 2] / 1e6);
            assertThat(times[times.length / 2]).isLessThan(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private static ImagePlus stack() {
        ImageStack slices = new ImageStack(WIDTH, HEIGHT);
        for (int i = 1; i <= 3; i++) {
            ImagePlus slice = Images.noise("slice", WIDTH, HEIGHT, i);
            slice.getProcessor().multiply(i / 4.0);
            slices.addSlice(slice.getProcessor());
        }
        return new ImagePlus("stack", slices);
    }

    private static Viewport whole() {
        return new Viewport(new Rectangle(0, 0, WIDTH, HEIGHT), WIDTH, HEIGHT);
    }

    private static PreviewRequest request(ImagePlus picture, MaskOptions options, Viewport view) {
        return new PreviewRequest(options, PreviewState.of(picture, 0), picture.getRoi(), view);
    }
}
