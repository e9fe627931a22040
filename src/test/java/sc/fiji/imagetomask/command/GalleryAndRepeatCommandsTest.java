package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;
import sc.fiji.imagetomask.imagej.Images;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.Opened;
import sc.fiji.imagetomask.options.FindMaskOptions;
import sc.fiji.imagetomask.options.GalleryOptions;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.RepeatOptions;
import sc.fiji.imagetomask.options.Slices;

/** These commands as scripts run them, in a real SciJava context, without a window. */
class GalleryAndRepeatCommandsTest {

    private static final MaskSettings B_LAB = MaskSettings.of("B (LAB)");

    private static Context context;

    private final Opened opened = new Opened();
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
        picture = opened.open(Images.noise("leaf.png", 33, 21, 5));
    }

    @AfterEach
    void closeImages() {
        for (String title : WindowManager.getImageTitles()) opened.close(WindowManager.getImage(title));
        opened.close();
    }

    @Test
    void runHeadlessAndRememberNothing() {
        assertTakes(ChannelGalleryCommand.class, GalleryOptions.KEYS);
        assertTakes(MakeMaskAgainCommand.class, RepeatOptions.KEYS);
        assertTakes(FindMaskCommand.class, FindMaskOptions.KEYS);
    }

    @Test
    void theGalleryByInputs() throws Exception {
        ImagePlus stack = result(run(ChannelGalleryCommand.class, "image", picture));
        assertThat(stack.getStackSize()).isEqualTo(18);
        assertThat(Images.bytes(stack, 3)).isEqualTo(Images.expected(picture, B_LAB, null, null));
        picture.setRoi(new Roi(2, 3, 9, 9));
        ImagePlus masked = result(run(ChannelGalleryCommand.class, "image", picture, "masked", true, "engine", "java"));
        assertThat(Images.bytes(masked, 3)[0]).isZero();
        assertThat(result(run(ChannelGalleryCommand.class, "image", picture, "as", "montage"))
                        .getStackSize())
                .isEqualTo(1);
    }

    @Test
    void theGallerySortedByScore() throws Exception {
        ImagePlus cells = opened.open(new ImagePlus("cells", new ColorProcessor(40, 30)));
        for (int i = 0; i < 1200; i++) cells.getProcessor().set(i, (i % 40 < 12 ? 200 : 100 - i % 2) << 16 | i % 7);
        cells.setRoi(new Roi(2, 2, 6, 6));
        ImagePlus sorted = result(run(ChannelGalleryCommand.class, "image", cells, "sorted", true));
        ImagePlus plain = result(run(ChannelGalleryCommand.class, "image", cells));
        assertThat(sorted.getStackSize()).isEqualTo(plain.getStackSize());
        List<String> labels = IntStream.rangeClosed(1, sorted.getStackSize())
                .mapToObj(n -> sorted.getStack().getSliceLabel(n))
                .toList();
        assertThat(labels.get(0)).matches(".+ (1\\.00|0\\.99)");
        assertThat(labels.get(labels.size() - 1)).doesNotMatch(".* [01]\\.\\d\\d"); // the same everywhere
        int red = IntStream.range(0, labels.size())
                .filter(n -> labels.get(n).startsWith("R (RGB) "))
                .findAny()
                .orElseThrow();
        assertThat(Images.bytes(sorted, red + 1)).isEqualTo(Images.bytes(plain, 4));
        cells.deleteRoi();
        assertRefused(
                run(ChannelGalleryCommand.class, "image", cells, "sorted", true),
                "object is selection, but nothing is selected on 'cells'; draw an area, a line or points on the object.");
    }

    /** A preset gives what the command has, too, and what the script gives beside it wins. */
    @Test
    void settingsOfAPreset(@TempDir Path folder) throws Exception {
        String preset = Files.writeString(
                        folder.resolve("mine.txt"), "channel=[Stain 2] black=40 stains=[H DAB] output=binary")
                .toString();
        ImagePlus cells = opened.open(new ImagePlus("cells", new ColorProcessor(40, 30)));
        for (int i = 0; i < 1200; i++) cells.getProcessor().set(i, i % 40 < 12 ? 0x804020 : 0xd0c0e0 + i % 7);
        int stain2 = 15;
        byte[] plain = Images.bytes(result(run(ChannelGalleryCommand.class, "image", cells)), stain2);
        byte[] asked =
                Images.bytes(result(run(ChannelGalleryCommand.class, "image", cells, "stains", "H DAB")), stain2);
        assertThat(asked).isNotEqualTo(plain);
        assertThat(Images.bytes(result(run(ChannelGalleryCommand.class, "image", cells, "preset", preset)), stain2))
                .isEqualTo(asked);
        assertThat(Images.bytes(
                        result(run(ChannelGalleryCommand.class, "image", cells, "preset", preset, "stains", "H&E DAB")),
                        stain2))
                .isEqualTo(plain);

        cells.setRoi(new Roi(2, 2, 6, 6));
        Module found = run(FindMaskCommand.class, "image", cells, "preset", preset);
        assertThat(Images.bytes(result(found), 1)).containsOnly(0, 255); // binary
        MaskOptions options = MaskOptions.parse((String) found.getOutput("options"));
        assertThat(options.settings().output()).isEqualTo(Output.BINARY);
        assertThat(options.settings().levels().black()).isNotEqualTo(40); // which is searched for
        Module soft = run(FindMaskCommand.class, "image", cells, "preset", preset, "output", "8-bit");
        assertThat(MaskOptions.parse((String) soft.getOutput("options"))
                        .settings()
                        .output())
                .isEqualTo(Output.BYTE);
        Module missing = run(ChannelGalleryCommand.class, "image", cells, "preset", "no such");
        assertThat(((Cancelable) missing).getCancelReason()).startsWith("preset is 'no such', but must be ");
    }

    @Test
    void aMaskAgain() throws Exception {
        picture.setRoi(new Roi(2, 3, 20, 9));
        ImagePlus mask = new ImagePlusMasks(new JavaEngine(), B_LAB).of(picture, null, Slices.CURRENT, Progress.NONE);
        picture.deleteRoi();
        byte[] bytes = Images.bytes(mask, 1);
        assertThat(Images.bytes(result(run(MakeMaskAgainCommand.class, "image", mask)), 1))
                .isEqualTo(bytes);
        assertThat(picture.getRoi()).isNull();
    }

    /** What a macro finds, too, without a window. */
    @Test
    void settingsFromASelection() throws Exception {
        ImagePlus cells = opened.open(new ImagePlus("cells", new ColorProcessor(40, 30)));
        for (int i = 0; i < 1200; i++) cells.getProcessor().set(i, i % 40 < 12 ? 0x804020 : 0xd0c0e0);
        cells.setRoi(new Roi(2, 2, 6, 6));
        Module done = run(FindMaskCommand.class, "image", cells, "output", "binary");
        byte[] mask = Images.bytes(result(done), 1);
        for (int i = 0; i < mask.length; i++) assertThat(mask[i] & 255).isEqualTo(i % 40 < 12 ? 255 : 0);
        ResultsTable table = (ResultsTable) done.getOutput("table");
        assertThat(table.size()).isGreaterThan(10);
        assertThat(table.getValue("Score", 0)).isGreaterThan(0.98);
        MaskOptions options = MaskOptions.parse((String) done.getOutput("options"));
        assertThat(options.limited()).isFalse();
        assertThat(Images.bytes(MaskCommands.mask(options, cells, notice -> {}, Progress.NONE), 1))
                .isEqualTo(mask);
        cells.deleteRoi();
        assertRefused(
                run(FindMaskCommand.class, "image", cells),
                "object is selection, but nothing is selected on 'cells'; draw an area, a line or points on the object.");
        assertRefused(
                run(FindMaskCommand.class, "image", cells, "not", "group 300"),
                "not is 'group 300', but a group must be from 1 to 255.");
    }

    @Test
    void mistakesCancelWithOneSentence() throws Exception {
        assertRefused(
                run(ChannelGalleryCommand.class, "image", picture, "as", "table"),
                "as is 'table', but must be one of stack, montage.");
        assertRefused(
                run(MakeMaskAgainCommand.class, "image", picture),
                "The image 'leaf.png' is not a mask of Image To Mask: its info has no settings.");
    }

    private static void assertTakes(Class<? extends Command> type, List<String> keys) {
        CommandInfo info = context.service(CommandService.class).getCommand(type);
        assertThat(info.canRunHeadless()).isTrue();
        assertThat(info.inputs())
                .filteredOn(input -> keys.contains(input.getName()))
                .hasSameSizeAs(keys)
                .noneMatch(input -> input.isPersisted());
    }

    private static Module run(Class<? extends Command> type, Object... inputs) throws Exception {
        CommandInfo command = context.service(CommandService.class).getCommand(type);
        return context.service(ModuleService.class).run(command, true, inputs).get();
    }

    private static ImagePlus result(Module module) {
        assertThat(((Cancelable) module).getCancelReason()).isNull();
        return (ImagePlus) module.getOutput("result");
    }

    private static void assertRefused(Module module, String sentence) {
        assertThat(module.getOutput("result")).isNull();
        assertThat(((Cancelable) module).getCancelReason()).isEqualTo(sentence);
    }
}
