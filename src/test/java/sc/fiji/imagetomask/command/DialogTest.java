package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.Macro;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.ui.UIService;
import org.scijava.ui.headless.HeadlessUI;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.image.Images;
import sc.fiji.imagetomask.image.MaskOptions;
import sc.fiji.imagetomask.ui.LastDialog;
import sc.fiji.imagetomask.ui.PreviewView;

/** The command where Fiji would ask for the inputs that are open; a test answers in the dialog's place. */
@ExtendWith(BatchImages.class)
class DialogTest {

    private static final MaskOptions LAST = MaskOptions.parse("channel=[H (HSV)] hue=30 black=10 gray=2.5 inside");

    private Context context;
    private ImagePlus picture;
    private List<String> asked;

    @BeforeEach
    void open() {
        context = new Context();
        HeadlessUI shown = new HeadlessUI();
        context.inject(shown);
        shown.show();
        context.service(UIService.class).addUI(shown);
        picture = Images.noise("leaf.png", 33, 21, 5);
        picture.show();
        new LastDialog(LAST, false, PreviewView.TINTED, true).save();
    }

    @AfterEach
    void close() {
        new LastDialog(MaskOptions.DEFAULT, false, PreviewView.MASK, false).save();
        context.close();
    }

    @Test
    void asksForAllInputsWithTheValuesOfTheLastDialogAndRemembersThem() throws Exception {
        Module command = run(Map.of("image", picture), module -> {
            assertThat(module.getInput("channel")).isEqualTo("H (HSV)");
            assertThat(module.getInput("view")).isEqualTo("tinted picture");
            set(module, "white", 200);
        });
        assertThat(asked).containsAll(MaskInputs.SETTINGS).contains("levels", "preview", "view", "help");
        MaskOptions chosen = LAST.with("white", "200");
        assertThat(Images.bytes((ImagePlus) command.getOutput("result"), 1))
                .isEqualTo(Images.expected(picture, chosen.settings(), null, null));
        assertThat(LastDialog.load()).isEqualTo(new LastDialog(chosen, false, PreviewView.TINTED, true));
    }

    @Test
    void everyInputSaysWhatItIsFor() {
        for (ModuleItem<?> input : info().inputs())
            if (MaskInputs.SETTINGS.contains(input.getName())) {
                assertThat(input.getLabel()).as(input.getName()).isNotEmpty();
                assertThat(input.getDescription()).as(input.getName()).isNotEmpty();
                assertThat(input.isPersisted()).as(input.getName()).isFalse();
            }
    }

    @Test
    void theRecorderFindsOnlyKeysOfMacros() throws Exception {
        Module command = run(Map.of("image", picture), module -> {});
        StringBuilder recorded = new StringBuilder();
        for (String name : asked)
            if (command.getInput(name) != null)
                recorded.append(name)
                        .append("=[")
                        .append(command.getInput(name))
                        .append("] ");
        assertThat(MaskOptions.parse(recorded.toString())).isEqualTo(LAST);
    }

    @Test
    void canceledItMakesNothingAndRemembersNothing() throws Exception {
        Module command = run(Map.of("image", picture), module -> {
            set(module, "white", 200);
            throw new IllegalStateException("cancel");
        });
        assertThat(command.getOutput("result")).isNull();
        assertThat(((Cancelable) command).isCanceled()).isTrue();
        assertThat(LastDialog.load().options()).isEqualTo(LAST);
    }

    @Test
    void anotherChannelCannotBeTurned() throws Exception {
        Module command = run(Map.of("image", picture), module -> set(module, "channel", "S (HSV)"));
        assertThat(((Cancelable) command).getCancelReason()).isNull();
        assertThat(LastDialog.load().options().settings().hue()).isZero();
    }

    @Test
    void scriptsThatNameASettingStartWithTheDefaults() throws Exception {
        Module command = run(Map.of("image", picture, "white", 200), module -> {});
        assertThat(asked).contains("black").doesNotContain("white");
        assertThat(Images.bytes((ImagePlus) command.getOutput("result"), 1))
                .isEqualTo(Images.expected(picture, MaskSettings.DEFAULT.withLevels(0, 200, 1), null, null));
        assertThat(LastDialog.load().options()).isEqualTo(LAST);
    }

    @Test
    void scriptsThatNameAllSettingsAreNotAskedAnything() throws Exception {
        Map<String, Object> inputs = new HashMap<>(Map.of("image", picture, "gray", 1.0));
        for (String flag : List.of("invert", "inside", "limited")) inputs.put(flag, false);
        for (String number : List.of("hue", "black", "white")) inputs.put(number, 0);
        MaskOptions.DEFAULT.values().forEach(inputs::putIfAbsent);
        inputs.putIfAbsent("mask", "None");
        inputs.putIfAbsent("rgb", "");
        run(inputs, module -> {});
        assertThat(asked).isEmpty();
    }

    @Test
    void macrosAreNotAskedAnythingAndStartWithTheDefaults() throws Exception {
        Thread.currentThread().setName("Run$_test");
        Macro.setOptions("white=200 image=leaf.png");
        CommandInfo info = info();
        Module command = info.createModule();
        context.inject(command);
        command.setInput("image", picture);
        command.resolveInput("image");
        new ModuleRunner(context, command, preprocessors(module -> {}), List.of()).run();
        assertThat(asked).isEmpty();
        assertThat(Images.bytes((ImagePlus) command.getOutput("result"), 1))
                .isEqualTo(Images.expected(picture, MaskSettings.DEFAULT.withLevels(0, 200, 1), null, null));
        assertThat(LastDialog.load().options()).isEqualTo(LAST);
    }

    private Module run(Map<String, Object> inputs, Consumer<Module> user) throws Exception {
        return context.service(ModuleService.class)
                .run(info(), preprocessors(user), List.of(), inputs)
                .get();
    }

    private CommandInfo info() {
        return context.service(CommandService.class).getCommand(ImageToMaskCommand.class);
    }

    private List<PreprocessorPlugin> preprocessors(Consumer<Module> user) {
        List<PreprocessorPlugin> preprocessors =
                new ArrayList<>(context.service(PluginService.class).createInstancesOfType(PreprocessorPlugin.class));
        preprocessors.add(new Dialog(user));
        return preprocessors;
    }

    /** As a widget of the dialog does. */
    private static void set(Module module, String input, Object value) {
        try {
            module.setInput(input, value);
            module.getInfo().getInput(input).callback(module);
            module.preview();
        } catch (MethodCallException e) {
            throw new AssertionError(e);
        }
    }

    private final class Dialog extends AbstractPreprocessorPlugin {

        private final Consumer<Module> user;

        Dialog(Consumer<Module> user) {
            this.user = user;
        }

        @Override
        public void process(Module module) {
            asked = new ArrayList<>();
            for (ModuleItem<?> input : module.getInfo().inputs())
                if (!module.isInputResolved(input.getName())) asked.add(input.getName());
            if (asked.isEmpty()) return;
            module.preview();
            try {
                user.accept(module);
                asked.forEach(module::resolveInput);
            } catch (IllegalStateException e) {
                cancel(e.getMessage());
            }
        }
    }
}
