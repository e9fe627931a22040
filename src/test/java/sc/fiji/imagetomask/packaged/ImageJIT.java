package sc.fiji.imagetomask.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.imagej.Images;

/** The built jar in a real ImageJ, on a display of its own: macros, mistakes, dialog, recorder. */
class ImageJIT extends InImageJ {

    private static final String COMMAND = "run(\"Image To Mask...\", ";
    private static final String OPEN = "close('*'); open('%s'); ";
    private static final MaskSettings SETTINGS =
            MaskSettings.of("S (HSV)").withLevels(10, 200, 1.2).withInvert(true);

    private static Path files;
    private static ImagePlus cells;
    private static ImagePlus ramp;

    @BeforeAll
    static void start() throws IOException {
        files = Files.createDirectories(RealImageJ.TARGET.resolve("imagej/files"));
        cells = new ImagePlus("cells.png", new ColorProcessor(cells()));
        ramp = IJ.createImage("ramp.tif", "8-bit ramp", cells.getWidth(), cells.getHeight(), 1);
        new FileSaver(cells).saveAsPng(files.resolve("cells.png").toString());
        new FileSaver(ramp).saveAsTiff(files.resolve("ramp.tif").toString());
    }

    @Test
    void macrosOfEveryKind() throws Exception {
        String output = imageJ().batch("""
                folder = "%s/";
                open(folder + "cells.png");
                setVoxelSize(0.5, 0.5, 1, "um");
                run("Image To Mask...", "channel=[S (HSV)] black=10 white=200 gray=1.20 invert=true");
                saveAs("Tiff", folder + "whole.tif");
                selectImage("cells.png");
                makeOval(40, 30, 150, 120);
                point = 10;
                run("Image To Mask...", "channel='S (HSV)' black=&point white=200 gray=1.2 invert engine=java");
                saveAs("Tiff", folder + "oval.tif");
                selectImage("cells.png");
                run("Select None");
                open(folder + "ramp.tif");
                run("Image To Mask...", "image=[cells.png] mask=ramp.tif");
                if (getTitle() != "Mask of cells.png") exit("title is " + getTitle());
                saveAs("Tiff", folder + "ramped.tif");
                """.formatted(files));
        assertThat(output).doesNotContain("must be").doesNotContain("title is");
        ImagePlus whole = saved("whole.tif");
        assertThat(whole.getCalibration().pixelWidth).isEqualTo(0.5);
        assertBytes(whole, Images.expected(cells, SETTINGS, null, null));
        ImagePlus selected = cells.duplicate();
        selected.setRoi(new OvalRoi(40, 30, 150, 120));
        assertBytes(saved("oval.tif"), Images.expected(cells, SETTINGS, null, (byte[])
                selected.createRoiMask().getPixels()));
        assertBytes(saved("ramped.tif"), Images.expected(cells, MaskSettings.DEFAULT, Images.bytes(ramp, 1), null));
    }

    @Test
    void aMistakeStopsTheMacroWithOneSentence() throws Exception {
        Map<String, String> mistakes = new LinkedHashMap<>();
        mistakes.put(mistake("", "gray=2"), "No image is open, but one must be.");
        mistakes.put(mistake(OPEN, "black=abc"), "black is 'abc', but must be a whole number from 0 to 255.");
        mistakes.put(
                mistake(OPEN, "image=cell.png"),
                "image is 'cell.png', but must be the title of an open image: cells.png.");
        mistakes.put(
                mistake(OPEN + "run('16-bit');", "rgb=1,2,3"),
                "rgb is 1,2,3, but must be numbers from 1 to 1: the image 'cells.png' has 1 channel.");
        mistakes.put(
                mistake(OPEN + "makeText('text', 1, 1);", "gray=2"),
                "The selection is of type 'text', but must enclose an area, such as a rectangle, oval or polygon.");
        Path macros = Files.write(files.resolve("mistakes.txt"), mistakes.keySet());
        Path after = files.resolve("after.txt");
        Files.deleteIfExists(after);
        assertThat(imageJ().session(MistakeSession.class, macros)
                        .lines()
                        .filter(line ->
                                !line.startsWith("Could not load libOpenCL"))) // JOCL's own words without OpenCL
                .containsExactlyElementsOf(mistakes.values());
        assertThat(after).doesNotExist();
    }

    /** PoCL, where its devices are looked for in the process itself, takes the signal of a division by zero. */
    @Test
    void lookingForDevicesLeavesJavaAsItWas() throws Exception {
        Path devices = files.resolve("devices.properties");
        Files.deleteIfExists(devices);
        String output = imageJ().with("-Dimagetomask.devices.file=" + devices).session(WholeSession.class, devices);
        imageJ().with();
        assertThat(output.lines())
                .contains(
                        "devices kept, 7 / 0 throws",
                        "gallery Channels of small, 7 / 0 throws",
                        "devices listed, 7 / 0 throws",
                        "batch 1 masks, 0 failed, 7 / 0 throws");
    }

    private static String mistake(String before, String options) {
        return before.formatted(files.resolve("cells.png")) + COMMAND + "\"" + options + "\"); File.saveString('', '"
                + files.resolve("after.txt") + "');";
    }

    @Test
    void levelsAreSetByMouseAndKeysWhileThePreviewFollows() throws Exception {
        Path screenshots = Files.createDirectories(RealImageJ.TARGET.resolve("screenshots"));
        String output = imageJ().session(LevelsSession.class, files.resolve("cells.png"), screenshots);
        int white = Integer.parseInt(output.replaceAll("(?s).*\\bwhite: (\\d+)\\R.*next .*", "$1"));
        assertThat(white).isBetween(195, 225); // where the handle came to depends on the width of the type
        assertThat(output.lines())
                .contains("preview follows: true", "refused: true", "preview is mask: true")
                .contains("next black: 10", "next gray: 1.20", "next white: " + white)
                .contains("closed: true", "images: 1", "windows left: 0")
                .contains("pixels kept: true", "overlay kept: true", "selection kept: true")
                .contains("closed with the picture: true", "stopped by Esc: true", "images after Esc: 1");
        byte[] expected = Images.expected(
                cells, MaskSettings.of("S (HSV)").withLevels(10, white, 1.2).withInvert(true), null, null);
        assertBytes(image(screenshots.resolve("dialog.tif")), expected);
        assertBytes(
                image(screenshots.resolve("defaults.tif")), Images.expected(cells, MaskSettings.DEFAULT, null, null));
        String line = output.lines()
                .filter(text -> text.startsWith(COMMAND))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output));
        assertThat(line)
                .contains("channel=[S (HSV)] hue=0 black=10 white=" + white
                        + " gray=1.2 invert=true statistics=slice inside=false"
                        + " slices=all range=display output=8-bit engine=auto");
        imageJ().batch("open(\"%s\");\n%s\nsaveAs(\"Tiff\", \"%s\");"
                .formatted(files.resolve("cells.png"), line, files.resolve("replayed.tif")));
        assertBytes(saved("replayed.tif"), expected);
    }

    @Test
    void theDialogSaysWhatLimitsTheMaskAndIsThereOnceForAPicture() throws Exception {
        Path screenshots = Files.createDirectories(RealImageJ.TARGET.resolve("screenshots"));
        String output = imageJ().session(DialogSession.class, files.resolve("cells.png"), screenshots);
        assertThat(output.lines())
                .contains("limited at first: true", "mask outside: true", "recorded: true", "on disk: true")
                .contains("dialogs: 1", "covers the picture: false")
                .contains("limited to its own: false", "line limits: false", "area limits: true")
                .contains("hint: true", "hint left: false", "chosen: true")
                .contains("view with preview: true", "view without: false")
                .contains("address: https://github.com/image-to-mask/image-to-mask#settings");
    }

    @Test
    void settingsAreFoundInTheDialogAndByTheMenu() throws Exception {
        Path screenshots = Files.createDirectories(RealImageJ.TARGET.resolve("screenshots"));
        Path sample = Path.of("docs/sample-tissue.png").toAbsolutePath();
        RealImageJ own =
                new RealImageJ(display(), "find").withStandaloneJar(); // the next dialog starts with what was found
        String output = own.session(FindSession.class, sample, screenshots);
        assertThat(output.lines())
                .contains("told: true", "another channel: true", "dialog mask: true", "menu mask: true")
                .contains("rows: true", "best first: true", "recorded: true")
                .contains("gallery: [run(\"Channel Gallery\", \"as=montage sorted=true\");]");
    }

    /** The pictures of the dialog in the user guide; with {@code -Dscreenshots=docs} they are made anew. */
    @Test
    void photographsTheDialog() throws Exception {
        Path folder =
                Path.of(System.getProperty("screenshots", "target/screenshots")).toAbsolutePath();
        Path sample = Path.of("docs/sample-tissue.png").toAbsolutePath();
        String output = imageJ().session(ReadmeSession.class, sample, Files.createDirectories(folder));
        assertThat(output.lines()).contains("dialog.png", "levels.png", "dialog-tinted.png", "dialog-found.png");
    }

    private static ImagePlus saved(String name) {
        return image(files.resolve(name));
    }

    private static ImagePlus image(Path file) {
        return new Opener().openImage(file.toString());
    }

    private static void assertBytes(ImagePlus mask, byte[] expected) {
        assertThat(mask.getType()).isEqualTo(ImagePlus.GRAY8);
        assertThat(mask.isInvertedLut()).isFalse();
        assertThat(Images.bytes(mask, 1)).isEqualTo(expected);
    }

    /** Something like stained cells on a bright ground. */
    private static BufferedImage cells() {
        BufferedImage image = new BufferedImage(300, 220, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(240, 228, 236));
        graphics.fillRect(0, 0, 300, 220);
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            int x = random.nextInt(290);
            int y = random.nextInt(210);
            int size = 14 + random.nextInt(26);
            graphics.setColor(new Color(200 + random.nextInt(40), 140 + random.nextInt(40), 190));
            graphics.fillOval(x, y, size, size);
            graphics.setColor(new Color(80 + random.nextInt(40), 40 + random.nextInt(40), 140));
            graphics.fillOval(x + size / 4, y + size / 4, size / 2, size / 2);
        }
        graphics.dispose();
        return image;
    }
}
