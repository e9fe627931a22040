package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.RandomTerms;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.Reading;

/** A mask made again from what its info says has the same bytes. */
class RepeatedMaskTest {

    private static final int WIDTH = 23;
    private static final int HEIGHT = 17;

    private final Opened opened = new Opened();
    private final List<String> notices = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void closeImages() {
        opened.close();
        Prefs.intelByteOrder = false;
    }

    @Test
    void aPictureThatIsOpenTwiceIsNotGuessed() {
        ImagePlus picture = opened.open(Images.noise("cells", WIDTH, HEIGHT, 1));
        ImagePlus mask = new ImagePlusMasks(new JavaEngine(), MaskSettings.DEFAULT).of(picture);
        opened.open(Images.noise("cells", 9, 9, 2));
        assertThat(RepeatedMask.of(mask, new JavaEngine(), notices::add, Progress.NONE))
                .isNotNull();
        opened.open(Images.noise("cells", WIDTH, HEIGHT, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepeatedMask.of(mask, new JavaEngine(), notices::add, Progress.NONE))
                .withMessage(
                        "The picture 'cells' that 'Mask of cells' was made from must be open once, but 2 open images"
                                + " have this title: close or rename all but the right one.");
    }

    @Test
    void overRandomSettingsSelectionsAndStacks() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            ImagePlus picture = opened.open(picture(random));
            picture.setSlice(1 + random.nextInt(picture.getStackSize()));
            picture.setRoi(selection(random));
            ImagePlus factor =
                    random.nextBoolean() ? null : opened.open(Images.noise("fac\ntor]", WIDTH, HEIGHT, seed));
            Slices slices = Slices.values()[random.nextInt(2)];
            ImagePlus mask =
                    new ImagePlusMasks(new JavaEngine(), settings(random)).of(picture, factor, slices, Progress.NONE);
            if (random.nextBoolean()) mask = savedAndOpened(mask, random.nextBoolean());
            Roi other = new Roi(1, 2, 3, 4);
            picture.setRoi(other);
            picture.setSlice(1);
            ImagePlus again = again(mask);
            assertThat(pixels(again)).as("seed " + seed).isEqualTo(pixels(mask));
            assertThat(picture.getRoi()).isSameAs(other);
            assertThat(again.getProperty("Info")).isEqualTo(mask.getProperty("Info"));
            opened.close(picture);
            if (factor != null) opened.close(factor);
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void deeperDataWhateverItsDisplayRangeIsNow() {
        ImagePlus picture = opened.open(HighBitDepthImages.image(
                "deep",
                HighBitDepthImages.floats(1, -2, 5),
                HighBitDepthImages.floats(2, 0, 1e-3f),
                HighBitDepthImages.floats(3, 0, 900),
                HighBitDepthImages.floats(4, 0, 1),
                HighBitDepthImages.floats(5, 0, 7)));
        HighBitDepthImages.display(picture, -1.1, 4.3, 0, 7e-4, 1, 888, 0.1, 0.9, 0, 5);
        for (Output output : Output.values())
            for (String rgb : new String[] {"3,1,2", "2,5,5,4"}) {
                Reading reading = Reading.DEFAULT.withRgb(ChannelOrder.parse(rgb));
                ImagePlus mask = new ImagePlusMasks(
                                new JavaEngine(), MaskSettings.of("A (LAB)").withOutput(output), reading)
                        .of(picture);
                HighBitDepthImages.display(picture, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
                ImagePlus again = again(savedAndOpened(mask, true));
                assertThat(again.getProcessor().getPixels())
                        .isEqualTo(mask.getProcessor().getPixels());
                assertThat(again.getProperty("Info")).isEqualTo(mask.getProperty("Info"));
                HighBitDepthImages.display(picture, -1.1, 4.3, 0, 7e-4, 1, 888, 0.1, 0.9, 0, 5);
            }
        assertThat(notices).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a].png", "two\nlines\r", " C:\\new\\u0041 ", "\u7d30\u80de \u0142\u00e9.tif", "Options: a", ""})
    void titlesOfEveryKind(String title) {
        for (boolean intel : new boolean[] {false, true}) {
            ImagePlus picture = opened.open(Images.noise(title, WIDTH, HEIGHT, 1));
            ImagePlus mask = savedAndOpened(mask(picture), intel);
            assertThat(MaskInfo.of(mask).options().image()).isEqualTo(title);
            assertThat(pixels(again(mask))).isEqualTo(pixels(mask));
            opened.close(picture);
        }
    }

    @Test
    void aMaskThatHasItsPicturesTitleIsNotItsPicture() {
        ImagePlus picture = Images.noise("cells.tif", WIDTH, HEIGHT, 1);
        ImagePlus mask = mask(picture);
        mask.setTitle("cells.tif");
        opened.open(mask);
        opened.open(Images.noise("cells.tif", 5, 5, 1));
        opened.open(picture);
        assertThat(pixels(again(mask))).isEqualTo(pixels(mask));
    }

    @Test
    void aPictureThatHasChangedIsNoticed() {
        ImagePlus picture = opened.open(Images.noise("cells.tif", WIDTH, HEIGHT, 1));
        ImagePlus mask = mask(picture);
        picture.getProcessor().setColor(0x404040);
        picture.getProcessor().fill();
        again(mask);
        assertThat(notices)
                .containsExactly("The values of the picture 'cells.tif' have changed since 'Mask of cells.tif' was made"
                        + " from it, so the new mask may differ.");
    }

    @Test
    void whatIsMissingIsNamed() {
        ImagePlus picture = stack("cells.tif", 3, 1);
        ImagePlus mask = mask(picture);
        assertRefused(mask, "The picture 'cells.tif' that 'Mask of cells.tif' was made from is not open, but must be.");
        ImagePlus small = opened.open(Images.noise("cells.tif", 5, 4, 1));
        assertRefused(mask, "The picture 'cells.tif' is 5 x 4 pixels, but must have the mask's size of 23 x 17.");
        opened.close(small);
        opened.open(stack("cells.tif", 2, 1));
        assertRefused(mask, "The picture 'cells.tif' has 2 slices, but must have 3 as when the mask was made.");
        picture.setSlice(3);
        assertRefused(
                new ImagePlusMasks(new JavaEngine(), MaskSettings.DEFAULT)
                        .of(picture, null, Slices.CURRENT, Progress.NONE),
                "The picture 'cells.tif' has 2 slices, but must have 3 at least as when the mask was made.");
        assertRefused(picture, "The image 'cells.tif' is not a mask of Image To Mask: its info has no settings.");
    }

    @Test
    void infoThatWasChangedByHandIsNamed() {
        ImagePlus mask = mask(Images.noise("cells.tif", WIDTH, HEIGHT, 1));
        mask.setProperty("Info", ((String) mask.getProperty("Info")).replace("Slice: 1", "Slice: one"));
        assertRefused(
                mask,
                "The line 'Slice' of the mask's info is 'one', which Image To Mask did not write; make a new mask.");
    }

    @Test
    void selectionsThatRoiFilesCannotHold() {
        for (Roi roi : new Roi[] {
            new Roi(66000, 1, 900, 2),
            new OvalRoi(40000, 0, 3000, 3),
            new OvalRoi(-70000, -2, 140000, 8),
            new PolygonRoi(new float[] {65999.5f, 69000, 68000}, new float[] {0, 1, 4}, Roi.POLYGON)
        }) {
            byte[] inside = Images.bytes(RoiWeightMap.of(roi, 70000, 4));
            Roi back = SelectionText.selection(SelectionText.of(roi, 70000, 4));
            assertThat(Images.bytes(RoiWeightMap.of(back, 70000, 4))).isEqualTo(inside);
        }
    }

    private void assertRefused(ImagePlus mask, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> again(mask)).withMessage(sentence);
    }

    private ImagePlus again(ImagePlus mask) {
        return RepeatedMask.of(mask, new JavaEngine(), notices::add, Progress.NONE);
    }

    private static ImagePlus mask(ImagePlus picture) {
        return new ImagePlusMasks(new JavaEngine(), MaskSettings.of("S (HSV)")).of(picture);
    }

    private ImagePlus savedAndOpened(ImagePlus mask, boolean intel) {
        Prefs.intelByteOrder = intel;
        String file = folder.resolve("mask.tif").toString();
        new FileSaver(mask).saveAsTiff(file);
        return IJ.openImage(file);
    }

    private static ImagePlus picture(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Images.noise("picture", WIDTH, HEIGHT, random.nextLong());
            case 1 -> stack("picture [1]", 4, random.nextLong());
            default -> composite(2 + random.nextInt(3), random);
        };
    }

    private static ImagePlus stack(String title, int slices, long seed) {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int n = 0; n < slices; n++)
            stack.addSlice(Images.noise("", WIDTH, HEIGHT, seed + n).getProcessor());
        return new ImagePlus(title, stack);
    }

    private static ImagePlus composite(int channels, Random random) {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int n = 0; n < channels * 6; n++) {
            byte[] bytes = new byte[WIDTH * HEIGHT];
            random.nextBytes(bytes);
            stack.addSlice(new ByteProcessor(WIDTH, HEIGHT, bytes));
        }
        ImagePlus image = new ImagePlus("composite", stack);
        image.setDimensions(channels, 3, 2);
        image.setOpenAsHyperStack(true);
        return new CompositeImage(image, CompositeImage.COMPOSITE);
    }

    private static Roi selection(Random random) {
        int x = random.nextInt(WIDTH) - 4;
        int y = random.nextInt(HEIGHT) - 4;
        double part = random.nextDouble();
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> new Roi(x, y, 9, 7);
            case 2 -> new Roi(x + part, y + part / 3, 8 * part + 1, 7.5);
            case 3 -> new OvalRoi(x, y, 12, 9);
            case 4 -> new OvalRoi(x + part, y - part, 9 + part, 9);
            case 5 ->
                new PolygonRoi(
                        new float[] {x, x + 9 + (float) part, x + 4}, new float[] {y, y + 1.5f, y + 11}, Roi.POLYGON);
            default ->
                new ShapeRoi(new Roi(0, 0, WIDTH, HEIGHT))
                        .not(new ShapeRoi(new OvalRoi(x, y, 9, 9)))
                        .xor(new ShapeRoi(new Roi(x + 2, y, 3, 12)));
        };
    }

    private static MaskSettings settings(Random random) {
        Channel channel = Channel.values()[random.nextInt(Channel.values().length)];
        return SomeFormulas.settings(channel)
                .withHue(channel.isHue() ? random.nextInt(255) : 0)
                .withLevels(random.nextInt(256), random.nextInt(256), 0.01 + random.nextInt(999) / 100.0)
                .withInvert(random.nextBoolean())
                .withInside(random.nextBoolean())
                .withStatistics(Statistics.values()[random.nextInt(3)])
                .withOutput(Output.values()[random.nextInt(4)])
                .withFurther(RandomTerms.further(random.nextInt(3), random));
    }

    private static Object[] pixels(ImagePlus image) {
        Object[] pixels = new Object[image.getStackSize()];
        for (int n = 1; n <= pixels.length; n++)
            pixels[n - 1] = image.getStack().getPixels(n);
        return pixels;
    }
}
