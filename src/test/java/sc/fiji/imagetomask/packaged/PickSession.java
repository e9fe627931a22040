package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.plugin.frame.Recorder;
import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/**
 * A user who points at things in the picture: at the object, with further clicks that add and remove; at its black and white;
 * who drags the clip range, and saves and loads a preset. Prints what came of it, as lines {@code name: value}.
 */
public final class PickSession {

    private static final String COMMAND = "Image To Mask...";
    private static final int BROWN_X = 325;
    private static final int BROWN_Y = 350;

    private final Hands hands = new Hands();
    private final Path out;
    private final ImagePlus picture;

    private PickSession(String file, Path out) throws Exception {
        this.out = out;
        picture = IJ.openImage(file);
        picture.show();
        picture.getWindow().setLocation(20, 150);
    }

    /** Arguments: ImageJ's folder, the sample picture, the folder for screenshots; one more: the clip range and presets instead. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        Prefs.set("imagetomask.options", (String) null); // of an earlier session
        new Recorder();
        IJ.log("Notices follow."); // else its window would open over the dialog
        WindowManager.getWindow("Log").setLocation(1100, 900);
        PickSession session = new PickSession(args[1], Path.of(args[2]));
        try {
            if (args.length > 3) {
                session.dragClipRange();
                session.presets();
            } else {
                session.sample();
                session.drawFindOk();
                session.pickLevels();
                session.stopSearching();
            }
        } catch (Exception e) {
            e.printStackTrace(System.out);
            session.hands.photograph(
                    Hands.screen(), session.out.resolve("pick-failed.png").toFile());
        }
        System.exit(0);
    }

    private void sample() throws Exception {
        Window dialog = open();
        hands.click(Hands.part(AbstractButton.class, dialog, "sample"));
        point(BROWN_X, BROWN_Y, 0);
        System.out.println("found: " + found(dialog));
        int one = points();
        point(48, 313, KeyEvent.VK_SHIFT);
        found(dialog);
        hands.photograph(Hands.screen(), out.resolve("pick-sample.png").toFile());
        System.out.println("points: " + one + " " + points());
        point(50, 315, KeyEvent.VK_ALT);
        found(dialog);
        System.out.println("removed: " + points());
        hands.press(KeyEvent.VK_SHIFT);
        stroke(picture.getCanvas(), 8);
        hands.release(KeyEvent.VK_SHIFT);
        System.out.println("stroke: " + (points() > 3));
        point(300, 200, KeyEvent.VK_ALT);
        point(BROWN_X, BROWN_Y, 0);
        found(dialog);
        System.out.println("limited: "
                + Hands.part(AbstractButton.class, dialog, "limited").isSelected());
        hands.click(Hands.part(AbstractButton.class, dialog, "sample"));
        hands.click(Hands.part(JButton.class, dialog, "OK"));
        ImagePlus mask = mask();
        System.out.println("sample mask: " + isBrown(mask));
        discard(mask);
        picture.deleteRoi();
    }

    /** ImageJ's oval tool is chosen; counts clicks, and seconds without the time that the hands rest. */
    private void drawFindOk() throws Exception {
        IJ.setTool(Toolbar.OVAL);
        Window dialog = open();
        long start = System.nanoTime();
        ImageCanvas canvas = picture.getCanvas();
        hands.dragAt(canvas, canvas.screenX(BROWN_X - 3), canvas.screenY(BROWN_Y - 3), 7, 7);
        hands.click(Hands.part(JButton.class, dialog, "Find"));
        found(dialog);
        hands.click(Hands.part(JButton.class, dialog, "OK"));
        ImagePlus mask = mask();
        System.out.printf("path: 3 clicks, %.1f s%n", (System.nanoTime() - start) / 1e9);
        System.out.println("drawn mask: " + isBrown(mask));
        discard(mask);
        picture.deleteRoi();
    }

    private void pickLevels() throws Exception {
        Window dialog = open();
        choose(dialog, "channel", "U (YUV)");
        choose(dialog, "clip", "auto");
        Hands.onEventThread(Hands.part(JButton.class, dialog, "Reset")::doClick);
        counted(dialog);
        Hands.onEventThread(Hands.part(AbstractButton.class, dialog, "pick black")::doClick);
        point(100, 100, 0); // an empty place
        String empty = text(dialog, "black");
        Hands.onEventThread(Hands.part(AbstractButton.class, dialog, "pick white")::doClick);
        point(163, 349, 0); // haematoxylin
        String stained = text(dialog, "white");
        Hands.onEventThread(Hands.part(AbstractButton.class, dialog, "pick gray")::doClick);
        point(560, 250, 0);
        System.out.println("black: " + empty + " white: " + stained + " gray: " + text(dialog, "gray"));
        hands.photograph(Hands.screen(), out.resolve("pick-levels.png").toFile());
        System.out.println("one is on: "
                + Stream.of("pick black", "pick gray", "pick white", "sample")
                        .filter(name ->
                                Hands.part(AbstractButton.class, dialog, name).isSelected())
                        .toList());
        String gray = text(dialog, "gray");
        Hands.onEventThread(Hands.part(AbstractButton.class, dialog, "pick gray")::doClick);
        point(200, 200, 0);
        System.out.println("off: " + gray.equals(text(dialog, "gray")));
        hands.click(Hands.part(JButton.class, dialog, "Cancel"));
        hands.rest();
        picture.deleteRoi();
    }

    /** Esc comes at once, so that the search has not ended. */
    private void stopSearching() throws Exception {
        picture.setRoi(new PointRoi(BROWN_X, BROWN_Y));
        Window dialog = open();
        String before =
                String.valueOf(Hands.part(JComboBox.class, dialog, "channel").getSelectedItem());
        JButton find = Hands.part(JButton.class, dialog, "Find");
        String[] meanwhile = new String[1];
        Hands.onEventThread(() -> {
            find.doClick(0);
            meanwhile[0] = find.getText();
            ((JDialog) dialog)
                    .getRootPane()
                    .getActionForKeyStroke(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0))
                    .actionPerformed(new ActionEvent(dialog, ActionEvent.ACTION_PERFORMED, ""));
        });
        System.out.println(
                "stopped: " + meanwhile[0] + ", " + before.equals(found(dialog)) + ", " + dialog.isShowing());
        hands.click(Hands.part(JButton.class, dialog, "Cancel"));
        picture.deleteRoi();
    }

    private void dragClipRange() throws Exception {
        Window dialog = open();
        choose(dialog, "channel", "L (LAB)");
        choose(dialog, "clip", "auto");
        counted(dialog);
        String before = Hands.part(JLabel.class, dialog, "range").getText();
        hands.drag(Hands.part(JComponent.class, dialog, "clip low handle"), 60);
        hands.drag(Hands.part(JComponent.class, dialog, "clip high handle"), -40);
        hands.key(KeyEvent.VK_LEFT);
        counted(dialog);
        String clip = text(dialog, "clip");
        String after = Hands.part(JLabel.class, dialog, "range").getText();
        hands.photograph(Hands.screen(), out.resolve("pick-clip.png").toFile());
        System.out.println("clip: " + clip);
        System.out.println("caption: " + (!after.equals(before) && after.contains(clip.replace(",", ".."))));
        hands.click(Hands.part(JButton.class, dialog, "OK"));
        ImagePlus mask = mask();
        String line = Recorder.getInstance()
                .getText()
                .lines()
                .filter(text -> text.startsWith("run(\"" + COMMAND))
                .reduce((one, next) -> next)
                .orElse("nothing");
        System.out.println("recorded: " + line.contains(" clip=" + clip + " ") + " " + line);
        byte[] first = (byte[]) mask.getProcessor().getPixels();
        discard(mask);
        WindowManager.setCurrentWindow(picture.getWindow());
        IJ.runMacro(line);
        ImagePlus again = mask();
        System.out.println("replayed: "
                + Arrays.equals(first, (byte[]) again.getProcessor().getPixels()));
        discard(again);
    }

    private void presets() throws Exception {
        Window dialog = open();
        choose(dialog, "channel", "S (HSV)");
        choose(dialog, "clip", "auto");
        hands.type(Hands.part(JTextField.class, dialog, "black"), "33");
        entry(dialog, "Save as...");
        for (char c : "MINE".toCharArray()) hands.key(c);
        hands.photograph(Hands.screen(), out.resolve("pick-preset-name.png").toFile());
        hands.key(KeyEvent.VK_ENTER);
        hands.rest();
        Path file = Path.of(System.getProperty("imagetomask.presets")).resolve("mine.txt");
        System.out.println("file: " + Files.readString(file).replace("\n", "; "));
        entry(dialog, "Defaults");
        System.out.println("defaults: " + text(dialog, "black") + " "
                + Hands.part(JComboBox.class, dialog, "channel").getSelectedItem());
        hands.click(Hands.part(JButton.class, dialog, "Presets"));
        hands.photograph(Hands.screen(), out.resolve("pick-presets.png").toFile());
        hands.key(KeyEvent.VK_ESCAPE);
        entry(dialog, "mine");
        System.out.println("loaded: " + text(dialog, "black") + " "
                + Hands.part(JComboBox.class, dialog, "channel").getSelectedItem());
        Files.writeString(file, "blakc=3");
        entry(dialog, "mine");
        JComponent problem = Hands.part(JComponent.class, dialog, "problem");
        System.out.println("told: " + problem.isVisible());
        hands.photograph(Hands.screen(), out.resolve("pick-preset-mistake.png").toFile());
        entry(dialog, "Last used");
        System.out.println("last used: "
                + Hands.part(JComboBox.class, dialog, "channel").getSelectedItem() + " " + text(dialog, "clip"));
        hands.click(Hands.part(JButton.class, dialog, "Cancel"));
    }

    /** Chooses an entry of the menu of presets. */
    private void entry(Window dialog, String name) throws Exception {
        hands.click(Hands.part(JButton.class, dialog, "Presets"));
        hands.click(Hands.waitFor(name, () -> menuItem(name)));
        hands.rest();
    }

    private static AbstractButton menuItem(String name) {
        return Stream.of(Window.getWindows())
                .filter(Component::isShowing)
                .flatMap(PickSession::parts)
                .filter(part -> part instanceof AbstractButton && name.equals(part.getName()) && part.isShowing())
                .map(AbstractButton.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Component> parts(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part -> Stream.concat(
                        Stream.of(part), part instanceof Container inner ? parts(inner) : Stream.empty()));
    }

    private void point(int x, int y, int key) throws Exception {
        if (key != 0) hands.press(key);
        ImageCanvas canvas = picture.getCanvas();
        hands.clickAt(canvas, canvas.screenX(x), canvas.screenY(y));
        if (key != 0) hands.release(key);
    }

    private void stroke(ImageCanvas canvas, int length) {
        hands.drag(canvas, length);
    }

    private int points() {
        Roi roi = picture.getRoi();
        return roi == null ? 0 : roi.getFloatPolygon().npoints;
    }

    /** The channel that was found, once the search has ended. */
    private String found(Window dialog) throws Exception {
        hands.rest();
        Hands.waitFor(
                "end of the search",
                () -> Hands.part(JButton.class, dialog, "Find").getText().equals("Find") ? true : null);
        hands.rest();
        return String.valueOf(Hands.part(JComboBox.class, dialog, "channel").getSelectedItem());
    }

    /** The selected cell is white, an empty place is black, and many more pixels than the selected ones are white. */
    private static boolean isBrown(ImagePlus mask) {
        int[] counts = mask.getProcessor().getHistogram();
        int white = Arrays.stream(counts).skip(128).sum();
        return mask.getProcessor().get(BROWN_X, BROWN_Y) >= 128
                && mask.getProcessor().get(560, 250) < 128
                && white > 5000
                && white < 50000;
    }

    private ImagePlus mask() throws Exception {
        return Hands.waitFor("mask", () -> WindowManager.getImage("Mask of " + picture.getTitle()));
    }

    private void discard(ImagePlus mask) {
        hands.rest();
        mask.changes = false;
        mask.close();
        hands.rest();
    }

    private static String text(Window dialog, String field) {
        return Hands.part(JTextField.class, dialog, field).getText();
    }

    private void choose(Window dialog, String list, String value) throws Exception {
        Hands.onEventThread(() -> Hands.part(JComboBox.class, dialog, list).setSelectedItem(value));
        hands.rest();
    }

    private void counted(Window dialog) throws Exception {
        hands.rest();
        Hands.waitFor(
                "histogram",
                () -> Hands.part(JLabel.class, dialog, "range").getText().contains("..") ? true : null);
        hands.rest();
    }

    private Window open() throws Exception {
        WindowManager.setCurrentWindow(picture.getWindow());
        IJ.doCommand(COMMAND);
        Window dialog = Hands.window("imagetomask");
        counted(dialog);
        Hands.place(dialog, 820, 100);
        hands.rest();
        return dialog;
    }
}
