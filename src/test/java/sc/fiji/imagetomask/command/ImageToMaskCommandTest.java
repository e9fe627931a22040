package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.imagej.Images;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.MaskInfo;
import sc.fiji.imagetomask.options.MaskOptions;

/** The command as scripts run it, in a real SciJava context, without a window. */
@ExtendWith(BatchImages.class)
class ImageToMaskCommandTest {

    private static Context context;

    private ImagePlus picture;

    @BeforeAll
    static void open() {
        context = new Context();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void openPicture() {
        picture = Images.noise("leaf.png", 33, 21, 5);
        picture.show();
    }

    @Test
    void runsHeadlessAndRemembersNothing() {
        CommandInfo info = commands().getCommand(ImageToMaskCommand.class);
        assertThat(info.canRunHeadless()).isTrue();
        assertThat(info.inputs())
                .filteredOn(input -> MaskOptions.KEYS.contains(input.getName()))
                .hasSameSizeAs(MaskOptions.KEYS)
                .noneMatch(ModuleItem::isPersisted)
                .noneMatch(ModuleItem::isRequired)
                .allMatch(input -> !input.getDescription().isEmpty());
    }

    @Test
    void defaults() throws Exception {
        ImagePlus mask = result(run("image", picture));
        assertThat(mask.getTitle()).isEqualTo("Mask of leaf.png");
        assertThat(Images.bytes(mask, 1)).isEqualTo(Images.expected(picture, MaskSettings.DEFAULT, null, null));
    }

    @Test
    void allInputs() throws Exception {
        ImagePlus second = IJ.createImage("my mask", "8-bit ramp", 33, 21, 1);
        second.show();
        picture.setRoi(new OvalRoi(2, 2, 25, 18));
        Module module = run(
                "image", picture, "channel", "S (HSV)", "black", 10, "white", 200, "gray", 1.2, "invert", true, "mask",
                "my mask", "engine", "java");
        assertThat(Images.bytes(result(module), 1))
                .isEqualTo(Images.expected(
                        picture,
                        MaskSettings.of("S (HSV)").withLevels(10, 200, 1.2).withInvert(true),
                        Images.bytes(second, 1),
                        (byte[]) picture.createRoiMask().getPixels()));
    }

    @Test
    void settingsOfAPresetApplyAndInputsBesideItWin(@TempDir Path folder) throws Exception {
        Path preset = Files.writeString(
                folder.resolve("mine.txt"), "channel=[S (HSV)] black=40 white=200 terms=[or V (HSV) black=9]");
        MaskOptions asked = MaskOptions.parse("channel=[S (HSV)] black=40 white=200 terms=[or V (HSV) black=9]");
        assertThat(made("preset", preset.toString())).isEqualTo(expected(asked));
        assertThat(made("preset", preset.toString(), "white", 90)).isEqualTo(expected(asked.with("white", "90")));
        assertThat(made("preset", preset.toString(), "black", 0)) // the default of black, which the script gave
                .isEqualTo(expected(asked.with("black", "0")));
        assertThat(expected(asked.with("black", "0"))).isNotEqualTo(expected(asked));
    }

    private byte[] made(Object... inputs) throws Exception {
        Object[] all = Stream.concat(Stream.of("image", picture), Arrays.stream(inputs))
                .toArray();
        return Images.bytes(result(run(all)), 1);
    }

    private byte[] expected(MaskOptions options) {
        return Images.bytes(MaskCommands.mask(options, picture, notice -> {}, Progress.NONE), 1);
    }

    @Test
    void aPresetThatIsNotThereCancelsWithOneSentence() throws Exception {
        Module module = run("image", picture, "preset", "no such");
        assertThat(((Cancelable) module.getDelegateObject()).getCancelReason())
                .startsWith("preset is 'no such', but must be ");
    }

    @Test
    void aPresetNeedsToKnowWhatTheScriptGave(@TempDir Path folder) throws Exception {
        Path preset = Files.writeString(folder.resolve("mine.txt"), "black=40");
        Module module = commands()
                .run(ImageToMaskCommand.class, false, "image", picture, "preset", preset.toString())
                .get();
        assertThat(((Cancelable) module.getDelegateObject()).getCancelReason()).contains("preprocessors");
    }

    @Test
    void settingsOfStacks() throws Exception {
        ImagePlus stack = new ImagePlus("stack", picture.getStack().duplicate());
        stack.getStack().addSlice(Images.noise("second", 33, 21, 6).getProcessor());
        stack.setSlice(2);
        Module module = run(
                "image",
                stack,
                "channel",
                "H (HSV)",
                "hue",
                40,
                "clip",
                "30,220",
                "white2",
                120,
                "black2",
                180,
                "terms",
                "and S (HSV) black=10 without A (LAB) gray=2",
                "statistics",
                "stack",
                "inside",
                true,
                "slices",
                "current",
                "output",
                "32-bit");
        MaskOptions asked = MaskOptions.parse(
                "channel=[H (HSV)] hue=40 clip=[30,220] white2=120 black2=180"
                        + " terms=[and S (HSV) black=10 without A (LAB) gray=2] statistics=stack inside slices=current output=32-bit");
        ImagePlus expected = MaskCommands.mask(asked, stack, notice -> {}, Progress.NONE);
        assertThat(result(module).getBitDepth()).isEqualTo(32);
        assertThat((float[]) result(module).getProcessor().getPixels())
                .isEqualTo((float[]) expected.getProcessor().getPixels());
    }

    @Test
    void rangeAndChannelsOfDeeperData() throws Exception {
        ImagePlus many = IJ.createHyperStack("many", 33, 21, 5, 2, 1, 16);
        for (int n = 1; n <= 10; n++)
            for (int i = 0; i < 33 * 21; i++) many.getStack().getProcessor(n).set(i, (i * n * 37) % 400);
        many.show();
        ImagePlus expected = MaskCommands.mask(
                MaskOptions.parse("channel=[A (LAB)] range=10,390 rgb=5,1,2"), many, notice -> {}, Progress.NONE);
        ImagePlus made = result(run("image", many, "channel", "A (LAB)", "range", "10,390", "rgb", "5,1,2"));
        for (int n = 1; n <= 2; n++) assertThat(Images.bytes(made, n)).isEqualTo(Images.bytes(expected, n));
    }

    @Test
    void aSelectionIsMadeOnTheImage() throws Exception {
        Module module = run("image", picture, "output", "selection");
        assertThat(module.getOutput("result")).isNull();
        assertThat(((Cancelable) module).isCanceled()).isFalse();
        byte[] binary = Images.bytes(result(run("image", picture.duplicate(), "output", "binary")), 1);
        assertThat((byte[]) picture.createRoiMask().getPixels()).isEqualTo(binary);
        assertThat(WindowManager.getImageTitles()).containsExactly("leaf.png");
    }

    /** SciJava makes 0 of text that is no number, and leaves out what it cannot convert. */
    @Test
    void inputsOfWrongTypes() throws Exception {
        assertRefused(
                run("image", 3),
                "image is of type Integer, but must be an ImagePlus, a Dataset or the title of an open image.");
        assertRefused(run("image", picture, "gray", "much"), "gray is 0.0, but must be a number from 0.01 to 9.99.");
        assertThat(refusal(run("image", picture, "channel", 7)))
                .startsWith("channel is '7', but must be one of L (LAB)");
        assertThat(refusal(run("image", picture, "output", null))).startsWith("output is '', but must be one of 8-bit");
        assertThat(result(run("image", picture, "white", "200", "invert", "true", "gray", 1))
                        .getTitle())
                .isEqualTo("Mask of leaf.png");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        hue     | 255   | hue is 255, but must be a whole number from 0 to 254.
        hue     | 9     | hue is 9, but must be 0 for the channel L (LAB): only H (HSV) and H (LCH) can be shifted.
        output  | 16    | output is '16', but must be one of 8-bit, 32-bit, binary, selection.
        slices  | two   | slices is 'two', but must be one of current, all.
        statistics | z  | statistics is 'z', but must be one of slice, stack, batch.
        channel | X     | channel is 'X', but must be one of L (LAB), A (LAB), B (LAB), R (RGB), G (RGB), B (RGB), Alpha, Y (YUV), U (YUV), V (YUV), H (HSV), S (HSV), V (HSV), Stain 1, Stain 2, Stain 3, C (LCH), H (LCH), Distance, Distance (CIEDE2000).
        black   | -1    | black is -1, but must be a whole number from 0 to 255.
        white   | 256   | white is 256, but must be a whole number from 0 to 255.
        gray    | 10    | gray is 10.0, but must be a number from 0.01 to 9.99.
        gray    | NaN   | gray is NaN, but must be a number from 0.01 to 9.99.
        mask    | other | mask is 'other', but must be the title of an open image: leaf.png.
        """)
    void badInputCancelsWithOneSentence(String input, String value, String sentence) throws Exception {
        assertRefused(run("image", picture, input, value), sentence);
    }

    @Test
    void anUnknownEngineIsRefused() throws Exception {
        assertThat(refusal(run("image", picture, "engine", "abacus")))
                .startsWith("engine is 'abacus', but must be one of auto, java");
    }

    @Test
    void imagesThatCannotBeUsedAreRefused() throws Exception {
        assertRefused(run("image", new ImagePlus()), "image has no pixels, but must be an open image.");
        assertRefused(
                run("image", IJ.createHyperStack("many", 4, 4, 5, 1, 1, 16), "rgb", "1,2,6"),
                "rgb is 1,2,6, but must be numbers from 1 to 5: the image 'many' has 5 channels.");
        IJ.createImage("small", "8-bit ramp", 4, 4, 1).show();
        assertRefused(
                run("image", picture, "mask", "small"),
                "The mask is 4 x 4 pixels, but must have the picture's size of 33 x 21.");
        picture.setRoi(new TextRoi(1, 1, "text"));
        assertRefused(
                run("image", picture),
                "The selection is of type 'text', but must enclose an area, such as a rectangle, oval or polygon.");
    }

    @Test
    void nothingIsRememberedFromRunToRun() throws Exception {
        run("image", picture, "channel", "H (HSV)", "black", 99, "invert", true);
        assertThat(Images.bytes(result(run("image", picture)), 1))
                .isEqualTo(Images.expected(picture, MaskSettings.DEFAULT, null, null));
    }

    /** The picture is noise: a mask by the same numbers has the same bytes. */
    @Test
    void stainsAndBackgroundFromSelections() throws Exception {
        picture.setOverlay(new Overlay(new Roi(3, 3, 1, 1)));
        assertThat(refusal(run("image", picture, "channel", "Stain 2", "stains", "From selections")))
                .startsWith("stains is 'From selections', but the ROI Manager or the overlay must have two or three");
        for (int x = 0; x < 2; x++) picture.getProcessor().set(3 + x, 3, x == 0 ? 0x404080 : 0xa05020);
        picture.getOverlay().add(new Roi(4, 3, 1, 1));
        picture.getProcessor().set(9, 9, 0xf0e8e0);
        picture.setRoi(new Roi(9, 9, 1, 1));
        ImagePlus mask = result(run(
                "image", picture, "channel", "Stain 2", "stains", "From selections", "background", "From selection"));
        MaskSettings recorded = MaskInfo.of(mask).options().settings();
        assertThat(recorded.stains().background().text()).isEqualTo("240,232,224");
        assertThat(Images.bytes(mask, 1)).isEqualTo(Images.expected(picture, recorded, null, null));
    }

    @Test
    void theImageIsTheActiveOneOrNamedByItsTitle() throws Exception {
        Images.noise("other", 9, 9, 6).show();
        assertThat(result(run()).getTitle()).isEqualTo("Mask of other");
        assertThat(result(run("image", "leaf.png")).getTitle()).isEqualTo("Mask of leaf.png");
        assertRefused(
                run("image", "leef.png"),
                "image is 'leef.png', but must be the title of an open image: leaf.png, other.");
        BatchImages.closeAll();
        assertRefused(run(), "No image is open, but one must be.");
    }

    @Test
    void theCommandServiceHandsTheResultOverWithAndWithoutProcessing() throws Exception {
        for (boolean process : new boolean[] {true, false})
            assertThat(result(commands()
                                    .run(ImageToMaskCommand.class, process, "image", picture)
                                    .get())
                            .getTitle())
                    .isEqualTo("Mask of leaf.png");
        String name = ImageToMaskCommand.class.getName();
        assertThat(result(commands().run(name, true, "image", picture).get()).getTitle())
                .isEqualTo("Mask of leaf.png");
    }

    @Test
    void noImageIsShownWhereThereIsNoDisplay() throws Exception {
        run("image", picture);
        assertThat(WindowManager.getImageTitles()).containsExactly("leaf.png");
    }

    private static CommandService commands() {
        return context.service(CommandService.class);
    }

    private static Module run(Object... inputs) throws Exception {
        CommandInfo command = context.service(CommandService.class).getCommand(ImageToMaskCommand.class);
        return context.service(ModuleService.class).run(command, true, inputs).get();
    }

    private static ImagePlus result(Module module) {
        assertThat(((Cancelable) module).getCancelReason()).isNull();
        return (ImagePlus) module.getOutput("result");
    }

    private static String refusal(Module module) {
        assertThat(module.getOutput("result")).isNull();
        return ((Cancelable) module).getCancelReason();
    }

    private static void assertRefused(Module module, String sentence) {
        assertThat(refusal(module)).isEqualTo(sentence);
    }
}
