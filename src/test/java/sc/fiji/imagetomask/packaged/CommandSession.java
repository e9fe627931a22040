package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.ui.UIService;
import org.scijava.ui.headless.HeadlessUI;
import org.scijava.widget.AbstractInputPanel;
import org.scijava.widget.DefaultWidgetModel;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;
import sc.fiji.imagetomask.command.ImageToMaskCommand;

/**
 * A user of the SciJava command in an ImageJ with a window: the models of SciJava's widgets are there, but not the
 * widgets. Changes inputs while watching the preview, sets the levels in the panel that the button opens, and accepts or
 * cancels. Prints what came of it, as lines {@code name: value}.
 */
public final class CommandSession {

    /** Put there by hand: without a window manager Java may not know where its window is. */
    private static final Point PREVIEW = new Point(500, 120);

    private final Hands hands = new Hands();
    private final Path screenshots;
    private final ImagePlus picture;
    private final Context context = new Context();
    private final Map<String, WidgetModel> widgets = new HashMap<>();

    private CommandSession(String file, Path screenshots) throws Exception {
        this.screenshots = screenshots;
        picture = IJ.openImage(file);
        HeadlessUI shown = new HeadlessUI();
        context.inject(shown);
        shown.show();
        context.service(UIService.class).addUI(shown);
    }

    /** Arguments: ImageJ's folder, the picture, the folder for screenshots. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        CommandSession session = new CommandSession(args[1], Path.of(args[2]));
        session.picture.show();
        session.picture.getWindow().setLocation(20, 180);
        int[] pixels = ((int[]) session.picture.getProcessor().getPixels()).clone();
        Module canceled = session.run(session::change, false);
        System.out.println("canceled: " + ((Cancelable) canceled).isCanceled());
        System.out.println("made: " + canceled.getOutput("result"));
        session.tellWindows();
        Module accepted = session.run(session::change, true);
        System.out.println("mask: " + accepted.getOutput("result"));
        session.tellWindows();
        System.out.println("images: " + WindowManager.getImageCount());
        System.out.println("pixels kept: "
                + Arrays.equals(pixels, (int[]) session.picture.getProcessor().getPixels()));
        session.run(
                () -> System.out.println(
                        "next white: " + session.widgets.get("white").getValue()),
                false);
        System.exit(0);
    }

    private void change() throws Exception {
        BufferedImage first = preview();
        set("channel", "S (HSV)");
        BufferedImage second = preview();
        System.out.println("preview follows channel: " + !same(first, second));
        EventQueue.invokeLater(() -> widgets.get("levels").callback());
        Window levels = Hands.waitFor("levels", CommandSession::levelsDialog);
        hands.rest();
        hands.drag(Hands.part(JComponent.class, levels, "white handle"), -70);
        hands.photograph(
                Hands.screen(), screenshots.resolve("command-levels.png").toFile());
        System.out.println("preview follows handle: " + !same(second, preview()));
        hands.key(KeyEvent.VK_ENTER);
        Hands.waitFor("end of levels", () -> levels.isShowing() ? null : true);
        System.out.println("white: " + widgets.get("white").getValue());
        BufferedImage third = preview();
        set("view", "tinted picture");
        System.out.println("preview follows view: " + !same(third, preview()));
        set("view", "mask");
        set("preview", false);
        tellWindows();
        set("preview", true);
        preview();
    }

    private static Window levelsDialog() {
        return Stream.of(Window.getWindows())
                .filter(window ->
                        window instanceof JDialog dialog && dialog.isShowing() && "Levels...".equals(dialog.getTitle()))
                .findFirst()
                .orElse(null);
    }

    private void set(String input, Object value) {
        widgets.get(input).setValue(value);
        hands.rest();
    }

    private BufferedImage preview() throws Exception {
        Window window = Hands.window("preview");
        Hands.onEventThread(() -> window.setLocation(PREVIEW));
        return hands.see(new Rectangle(PREVIEW, window.getSize()));
    }

    private void tellWindows() {
        hands.rest();
        System.out.println("previews: "
                + Stream.of(Window.getWindows())
                        .filter(window -> window.isShowing() && "preview".equals(window.getName()))
                        .count());
    }

    private Module run(Work work, boolean accepted) throws Exception {
        List<PreprocessorPlugin> before =
                new ArrayList<>(context.service(PluginService.class).createInstancesOfType(PreprocessorPlugin.class));
        before.add(new Dialog(work, accepted));
        return context.service(ModuleService.class)
                .run(
                        context.service(CommandService.class).getCommand(ImageToMaskCommand.class),
                        before,
                        List.of(),
                        Map.of("image", picture))
                .get();
    }

    private static boolean same(BufferedImage a, BufferedImage b) {
        return Arrays.equals(rgb(a), rgb(b));
    }

    private static int[] rgb(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** What a user does. */
    private interface Work {
        void go() throws Exception;
    }

    /** Stands for SciJava's dialog: builds the models, previews, lets the user work, and ends with OK or Cancel. */
    private final class Dialog extends AbstractPreprocessorPlugin {

        private final Work work;
        private final boolean accepted;

        Dialog(Work work, boolean accepted) {
            this.work = work;
            this.accepted = accepted;
        }

        @Override
        public void process(Module module) {
            for (ModuleItem<?> input : module.getInfo().inputs())
                if (!module.isInputResolved(input.getName()))
                    widgets.put(
                            input.getName(), new DefaultWidgetModel(context, new Panel(), module, input, List.of()));
            widgets.values().forEach(widget -> widget.setInitialized(true));
            module.preview();
            try {
                work.go();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            if (accepted) widgets.keySet().forEach(module::resolveInput);
            else cancel(null);
        }
    }

    private static final class Panel extends AbstractInputPanel<JPanel, JPanel> {

        @Override
        public boolean supports(InputWidget<?, ?> widget) {
            return false;
        }

        @Override
        public JPanel getComponent() {
            return null;
        }

        @Override
        public Class<JPanel> getWidgetComponentType() {
            return JPanel.class;
        }

        @Override
        public Class<JPanel> getComponentType() {
            return JPanel.class;
        }
    }
}
