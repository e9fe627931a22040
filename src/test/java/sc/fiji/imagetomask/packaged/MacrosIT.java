package sc.fiji.imagetomask.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.Opener;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.imagej.Images;
import sc.fiji.imagetomask.options.MaskOptions;

/** The macros that users copy, and the commands that they use, in a real ImageJ: from files, and from the built jar. */
class MacrosIT extends InImageJ {

    private static final Path MACROS = Path.of("macros").toAbsolutePath();
    private static final Path TISSUE = Path.of("docs/sample-tissue.png").toAbsolutePath();
    private static final int BROWN_X = 325;
    private static final int BROWN_Y = 350;

    private static Path pictures;
    private static Path files;

    @BeforeAll
    static void start() throws IOException {
        files = Files.createDirectories(RealImageJ.TARGET.resolve("imagej/macro files"));
        pictures = Files.createDirectories(RealImageJ.TARGET.resolve("imagej/macro pictures"));
        new FileSaver(noise(1)).saveAsPng(pictures.resolve("one [1].png").toString());
        ImagePlus selected = noise(2);
        selected.setRoi(new Roi(3, 4, 20, 9));
        new FileSaver(selected).saveAsTiff(pictures.resolve("two.tif").toString());
        Files.write(pictures.resolve("broken.png"), new byte[] {(byte) 137, 'P', 'N', 'G'});
        Files.writeString(pictures.resolve("notes.txt"), "no picture");
        Files.createDirectories(pictures.resolve("more"));
    }

    @Test
    void theBatchMacroMakesAMaskOfEveryPictureInAFolder() throws Exception {
        Path masks = Files.createDirectories(files.resolve("batch"));
        String output = imageJ().batch("runMacro('%s', '%s | %s | channel=[S (HSV)] white=200');"
                .formatted(MACROS.resolve("Batch Image To Mask.ijm"), pictures, masks));
        assertThat(output).contains("2 masks in " + masks + "/, 1 failed");
        assertBatch(masks);
    }

    @Test
    void theBatchMacroGoesOnAfterPicturesThatFailAndLeavesOpenImagesAlone() throws Exception {
        Path mixed = Files.createDirectories(files.resolve("mixed"));
        Path masks = Files.createDirectories(files.resolve("mixed masks"));
        for (String name : List.of("a] b.png", "fig [1.png", "it's [2.png", "unwritable.png"))
            new FileSaver(noise(3)).saveAsPng(mixed.resolve(name).toString());
        Files.write(mixed.resolve("empty.png"), new byte[0]);
        Files.writeString(mixed.resolve("words.jpg"), "no picture");
        Files.write(mixed.resolve("cut.png"), Arrays.copyOf(Files.readAllBytes(mixed.resolve("a] b.png")), 99));
        Files.write(mixed.resolve("cut.tif"), new byte[] {73, 73, 42, 0, 99, 0, 0, 0});
        Files.createDirectories(masks.resolve("Mask of unwritable.png.tif"));
        String run = "runMacro('%s', '%s | %s | channel=[S (HSV)] white=200');"
                .formatted(MACROS.resolve("Batch Image To Mask.ijm"), mixed, masks);
        String output = imageJ().batch(run + " print('images', nImages);"
                + " newImage('mine', 'RGB ramp', 9, 7, 1); newImage('cut.png', 'RGB ramp', 5, 4, 1);" + run
                + " print('images', nImages, getTitle(), getWidth(), is('changes')); close(); print(getTitle());");
        for (String name : List.of("empty.png", "words.jpg", "cut.png", "cut.tif"))
            assertThat(output).containsPattern("(?m)^" + name + ": ImageJ cannot open it.*\\.$");
        assertThat(output)
                .containsPattern("(?m)^unwritable.png: '.*' cannot be written: .*\\.$")
                .containsPattern("(?s)3 masks in [^\n]*, 5 failed\\R.*images 0\\R.*3 masks in [^\n]*, 5 failed\\R"
                        + "images 2 cut.png 5 .*\\Rmine\\R");
        try (Stream<Path> made = Files.list(masks)) {
            assertThat(made.filter(Files::isRegularFile))
                    .allSatisfy(mask -> assertThat(Images.bytes(open(mask), 1))
                            .isEqualTo(Images.expected(
                                    noise(3), MaskSettings.of("S (HSV)").withLevels(0, 200, 1), null, null)));
        }
    }

    @Test
    void everySliceOf16BitColoursIsOnePicture() throws Exception {
        Path deep = Files.createDirectories(files.resolve("deep"));
        writeColours(deep.resolve("deep.tif"));
        String output = imageJ().batch("runMacro('%s', '%s | %s | channel=[S (HSV)]');"
                .formatted(MACROS.resolve("Batch Image To Mask.ijm"), deep, deep));
        assertThat(output).contains("1 masks in " + deep);
        assertThat(open(deep.resolve("Mask of deep.tif.tif")).getStackSize()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a] b.png", "fig [1.png", "it's [1.png"})
    void aColourIsSampledInAPictureOfAnyTitle(String title) throws Exception {
        Path mask = files.resolve("titled.tif");
        imageJ().batch("""
                open("%s");
                rename("%s");
                makeOval(%d, %d, 7, 7);
                runMacro("%s");
                saveAs("Tiff", "%s");
                """.formatted(
                        TISSUE, title, BROWN_X - 3, BROWN_Y - 3, MACROS.resolve("Mask By Sampled Colour.ijm"), mask));
        assertThat(open(mask).getProcessor().get(BROWN_X, BROWN_Y)).isEqualTo(255);
    }

    @Test
    void theSampledColourBecomesWhite() throws Exception {
        String output = imageJ().batch("""
                open("%s");
                makeOval(%d, %d, 7, 7);
                runMacro("%s", "12 | output=8-bit engine=java");
                saveAs("Tiff", "%s");
                selectImage("sample-tissue.png");
                getSelectionBounds(x, y, w, h);
                print("selection", x, y, w, h, "images", nImages);
                makePoint(100, 90);
                runMacro("%s");
                saveAs("Tiff", "%s");
                """.formatted(
                        TISSUE,
                        BROWN_X - 3,
                        BROWN_Y - 3,
                        MACROS.resolve("Mask By Sampled Colour.ijm"),
                        files.resolve("brown.tif"),
                        MACROS.resolve("Mask By Sampled Colour.ijm"),
                        files.resolve("lumen.tif")));
        assertThat(output)
                .contains("selection %d %d 7 7 images 2".formatted(BROWN_X - 3, BROWN_Y - 3))
                .contains("The tolerance 12 is not used any more: the levels are found from the selection.");
        assertBrown("brown.tif", output);
        assertThat(saved("lumen.tif").getProcessor().get(100, 90)).isEqualTo(255);
        assertThat(saved("lumen.tif").getProcessor().get(560, 250)).isZero();
    }

    @Test
    void theMenuTheToolsAndTheirDialogs() throws Exception {
        String output = imageJ().session(
                        MacroMenuSession.class,
                        TISSUE,
                        pictures,
                        files,
                        Path.of(String.valueOf(BROWN_X)),
                        Path.of(String.valueOf(BROWN_Y)));
        assertThat(output)
                .contains("entry Batch Image To Mask...", "entry Image To Mask Tools", "entry Mask By Sampled Colour")
                .contains("selection java.awt.Rectangle[x=" + (BROWN_X - 3) + ",y=" + (BROWN_Y - 3))
                .contains("gallery 18");
        assertThat(Images.bytes(saved("repeated.tif"), 1)).isEqualTo(Images.bytes(saved("clicked.tif"), 1));
        assertThat(saved("clicked.tif").getProcessor().get(BROWN_X, BROWN_Y)).isEqualTo(255);
        assertBatch(files);
    }

    @Test
    void galleryAndRepeatByMacroAlsoAfterSaving() throws Exception {
        String output = imageJ().batch("""
                open("%s");
                setVoxelSize(0.5, 0.5, 1, "um");
                run("Channel Gallery", "as=stack masked engine=java");
                saveAs("Tiff", "%s");
                close();
                run("Channel Gallery", "as=montage image=sample-tissue.png");
                saveAs("Tiff", "%s");
                close();
                makeOval(100, 50, 300, 200);
                setKeyDown("alt");
                makeOval(150, 80, 30, 30);
                setKeyDown("none");
                run("Image To Mask...", "channel=[V (YUV)] black=20 gray=1.5 inside=true");
                saveAs("Tiff", "%s");
                close();
                makeRectangle(1, 2, 3, 4);
                open("%s");
                run("Make Mask Again");
                saveAs("Tiff", "%s");
                selectImage("sample-tissue.png");
                getSelectionBounds(x, y, w, h);
                print("selection", x, y, w, h, "images", nImages);
                """.formatted(
                        TISSUE,
                        files.resolve("stack.tif"),
                        files.resolve("montage.tif"),
                        files.resolve("first.tif"),
                        files.resolve("first.tif"),
                        files.resolve("again.tif")));
        assertThat(output).contains("selection 1 2 3 4 images 3");
        ImagePlus stack = saved("stack.tif");
        assertThat(stack.getStackSize()).isEqualTo(18);
        assertThat(stack.getStack().getSliceLabel(3)).isEqualTo("B (LAB)");
        assertThat(stack.getCalibration().pixelWidth).isEqualTo(0.5);
        assertThat(Images.bytes(stack, 3))
                .isEqualTo(Images.expected(IJ.openImage(TISSUE.toString()), MaskSettings.of("B (LAB)"), null, null));
        assertThat(saved("montage.tif").getStackSize()).isEqualTo(1);
        byte[] again = Images.bytes(saved("again.tif"), 1);
        assertThat(again).isEqualTo(Images.bytes(saved("first.tif"), 1));
        assertThat(again[65 + 165 * 768]).isZero();
        assertThat(again).isNotEqualTo(new byte[again.length]);
    }

    private static void assertBatch(Path masks) {
        MaskSettings settings = MaskSettings.of("S (HSV)").withLevels(0, 200, 1);
        ImagePlus first = open(masks.resolve("Mask of one [1].png.tif"));
        assertThat(Images.bytes(first, 1)).isEqualTo(Images.expected(noise(1), settings, null, null));
        ImagePlus selected = noise(2);
        selected.setRoi(new Roi(3, 4, 20, 9));
        assertThat(Images.bytes(open(masks.resolve("Mask of two.tif.tif")), 1))
                .isEqualTo(Images.expected(noise(2), settings, null, (byte[])
                        selected.createRoiMask().getPixels()));
        assertThat(masks.resolve("Mask of notes.txt.tif")).doesNotExist();
    }

    /** As the printed line says, and about the same cells as in the README's picture. */
    private static void assertBrown(String name, String output) {
        String line = output.lines()
                .filter(text -> text.startsWith("run(\"Image To Mask...\", \""))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output));
        MaskOptions options = MaskOptions.parse(line.substring(line.indexOf(", \"") + 3, line.lastIndexOf('"')));
        byte[] mask = Images.bytes(saved(name), 1);
        ImagePlus tissue = IJ.openImage(TISSUE.toString());
        assertThat(mask).isEqualTo(Images.expected(tissue, options.settings(), null, null));
        byte[] known = Images.bytes(IJ.openImage("docs/mask-brown.png"), 1);
        int missed = 0;
        int white = 0;
        for (int i = 0; i < mask.length; i++) {
            if ((mask[i] & 255) >= 128) white++;
            else if ((known[i] & 255) >= 128) missed++;
        }
        assertThat(missed / (double) mask.length).isLessThan(0.003);
        assertThat(white / (double) mask.length).isBetween(0.01, 0.07);
        ImagePlus sample = new ImagePlus("", saved(name).getProcessor());
        sample.setRoi(new OvalRoi(BROWN_X - 1, BROWN_Y - 1, 3, 3));
        assertThat(sample.getStatistics().mean).isGreaterThan(200);
    }

    private static void writeColours(Path file) throws IOException {
        ColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        BufferedImage slice = new BufferedImage(colours, colours.createCompatibleWritableRaster(40, 30), false, null);
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
        ImageWriter writer = writers.next();
        while (!writer.getClass().getName().startsWith("com.sun.")) writer = writers.next(); // others write no 16 bits
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 2; i++) writer.writeToSequence(new IIOImage(slice, null, null), null);
            writer.endWriteSequence();
        }
    }

    private static ImagePlus noise(long seed) {
        return Images.noise("noise", 40, 30, seed);
    }

    private static ImagePlus saved(String name) {
        return open(files.resolve(name));
    }

    private static ImagePlus open(Path file) {
        return new Opener().openImage(file.toString());
    }
}
