package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.image.GalleryOptions;
import sc.fiji.imagetomask.image.ImagePlusMasks;
import sc.fiji.imagetomask.image.Images;
import sc.fiji.imagetomask.image.Opened;
import sc.fiji.imagetomask.image.RepeatOptions;
import sc.fiji.imagetomask.image.Slices;

/** Both commands as scripts and macros run them, in a real SciJava context, without a window. */
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
        Macro.setOptions(null);
        for (String title : WindowManager.getImageTitles()) opened.close(WindowManager.getImage(title));
        opened.close();
    }

    @Test
    void areInTheMenuAndRememberNothing() {
        assertIsInTheMenu(ChannelGalleryCommand.class, "Plugins > Masks > Channel Gallery", GalleryOptions.KEYS);
        assertIsInTheMenu(MakeMaskAgainCommand.class, "Plugins > Masks > Make Mask Again", RepeatOptions.KEYS);
    }

    @Test
    void theGalleryByInputs() throws Exception {
        ImagePlus stack = result(run(ChannelGalleryCommand.class, "image", picture));
        assertThat(stack.getStackSize()).isEqualTo(13);
        assertThat(Images.bytes(stack, 3)).isEqualTo(Images.expected(picture, B_LAB, null, null));
        picture.setRoi(new Roi(2, 3, 9, 9));
        ImagePlus masked = result(run(ChannelGalleryCommand.class, "image", picture, "masked", true, "engine", "java"));
        assertThat(Images.bytes(masked, 3)[0]).isZero();
        assertThat(result(run(ChannelGalleryCommand.class, "image", picture, "as", "montage"))
                        .getStackSize())
                .isEqualTo(1);
    }

    @Test
    void theGalleryByMacroIsFoundByItsTitle() throws Exception {
        macro(ChannelGalleryCommand.class, "as=stack masked", Map.of("image", picture));
        assertThat(Images.bytes(WindowManager.getImage("Channels of leaf.png"), 3))
                .isEqualTo(Images.expected(picture, B_LAB, null, null));
    }

    @Test
    void aMaskAgainByInputsAndByMacro() throws Exception {
        picture.setRoi(new Roi(2, 3, 20, 9));
        ImagePlus mask = new ImagePlusMasks(new JavaEngine(), B_LAB).of(picture, null, Slices.CURRENT, Progress.NONE);
        picture.deleteRoi();
        byte[] bytes = Images.bytes(mask, 1);
        assertThat(Images.bytes(result(run(MakeMaskAgainCommand.class, "image", mask)), 1))
                .isEqualTo(bytes);
        mask.setTitle("first");
        macro(MakeMaskAgainCommand.class, "engine=java", Map.of("image", mask));
        assertThat(Images.bytes(WindowManager.getImage("Mask of leaf.png"), 1)).isEqualTo(bytes);
        assertThat(picture.getRoi()).isNull();
    }

    @Test
    void mistakesCancelWithOneSentence() throws Exception {
        assertRefused(
                run(ChannelGalleryCommand.class, "image", picture, "as", "table"),
                "as is 'table', but must be one of stack, montage.");
        assertRefused(
                macro(ChannelGalleryCommand.class, "asked=montage", Map.of("image", picture)),
                "'asked=montage' is not an option, but must be one of image, as, masked, engine.");
        assertRefused(
                macro(ChannelGalleryCommand.class, "image=[leef.png]", Map.of("image", new ImagePlus())),
                "image is 'leef.png', but must be the title of an open image: leaf.png.");
        assertRefused(
                run(MakeMaskAgainCommand.class, "image", picture),
                "The image 'leaf.png' does not say how it was made, but must be a mask made by Image To Mask.");
        assertRefused(
                macro(MakeMaskAgainCommand.class, "mask=a", Map.of("image", picture)),
                "'mask=a' is not an option, but must be one of image, engine.");
    }

    private static void assertIsInTheMenu(Class<? extends Command> type, String path, List<String> keys) {
        CommandInfo info = context.service(CommandService.class).getCommand(type);
        assertThat(info.getMenuPath().getMenuString()).isEqualTo(path);
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

    /** In this thread, as ImageJ's macro interpreter runs a command with options. */
    private static Module macro(Class<? extends Command> type, String options, Map<String, Object> inputs)
            throws Exception {
        Thread.currentThread().setName("Run$_test");
        Macro.setOptions(options);
        Module module = context.service(CommandService.class).getCommand(type).createModule();
        context.inject(module);
        inputs.forEach((name, value) -> {
            module.setInput(name, value);
            module.resolveInput(name);
        });
        List<PreprocessorPlugin> preprocessors =
                new ArrayList<>(context.service(PluginService.class).createInstancesOfType(PreprocessorPlugin.class));
        new ModuleRunner(context, module, preprocessors, List.of()).run();
        return module;
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
