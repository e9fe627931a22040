package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.display.DisplayService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.ui.UIService;
import org.scijava.ui.headless.HeadlessUI;
import org.scijava.widget.InputHarvester;
import sc.fiji.imagetomask.imagej.Images;

/** The commands where SciJava has a window, and would ask for inputs and show outputs. */
@ExtendWith(BatchImages.class)
class WindowedCommandsTest {

    private Context context;
    private HeadlessUI window;
    private ImagePlus picture;

    @BeforeEach
    void open() {
        context = new Context();
        context.service(LogService.class).setLevel(LogLevel.NONE);
        window = new HeadlessUI();
        context.inject(window);
        context.service(UIService.class).addUI(window);
        window.show();
        PluginInfo<PreprocessorPlugin> dialog = new PluginInfo<>(Dialog.class, PreprocessorPlugin.class);
        dialog.setPriority(InputHarvester.PRIORITY);
        context.service(PluginService.class).addPlugin(dialog);
        picture = Images.noise("leaf.png", 33, 21, 5);
        picture.show();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ImageToMaskCommand", "ChannelGalleryCommand"})
    void noDialogAsksForWhatIsNotNamedAndTheResultIsShownAsImageJShowsImages(String name) throws Exception {
        ImagePlus made = (ImagePlus) run(name, "image", picture).getOutput("result");
        assertThat(WindowManager.getImageTitles()).containsExactly("leaf.png", made.getTitle());
        assertThat(context.service(DisplayService.class).getDisplays()).isEmpty();
    }

    @Test
    void noDialogAsksWhereNothingIsNamed() throws Exception {
        assertThat(((ImagePlus) run("ImageToMaskCommand").getOutput("result")).getTitle())
                .isEqualTo("Mask of leaf.png");
        BatchImages.closeAll();
        assertThat(run("ImageToMaskCommand").getCancelReason()).isEqualTo("No image is open, but one must be.");
        assertThat(run("MakeMaskAgainCommand").getCancelReason()).isEqualTo("No image is open, but one must be.");
    }

    @Test
    void theCommandOfImgLib2AsksNothingAndLeavesItsResultToSciJavasDisplay() throws Exception {
        CommandModule done = run("ImgLib2ToMaskCommand", "image", ArrayImgs.unsignedBytes(3, 3));
        assertThat(done.getOutput("result")).isNotNull();
        assertThat(done.isOutputResolved("result")).isFalse();
        window.dispose();
        Context headless = new Context();
        try {
            CommandModule unseen = headless.service(CommandService.class)
                    .run(ImgLib2ToMaskCommand.class, true, "image", ArrayImgs.unsignedBytes(3, 3))
                    .get();
            assertThat(unseen.getOutput("result")).isNotNull();
            assertThat(unseen.isOutputResolved("result")).isTrue();
        } finally {
            headless.close();
        }
    }

    private CommandModule run(String name, Object... inputs) throws Exception {
        return context.service(CommandService.class)
                .run("sc.fiji.imagetomask.command." + name, true, inputs)
                .get();
    }

    /** Stands for the dialog, which asks for all inputs that are not settled. */
    public static final class Dialog extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            List<String> asked = new ArrayList<>();
            for (ModuleItem<?> input : module.getInfo().inputs())
                if (!module.isInputResolved(input.getName())) asked.add(input.getName());
            if (!asked.isEmpty()) cancel("A dialog asks for " + asked);
        }
    }
}
