package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.process.ColorProcessor;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.RootPaneContainer;

/**
 * A user who looks where the windows are: opens the dialog, compares, zooms the preview, closes the dialog in each way.
 * Prints what came of it, as lines {@code name: value}.
 */
public final class WindowsSession {

    private static final String COMMAND = "Image To Mask...";

    /** Where the place of the preview is kept. */
    private static final String PLACE = "imagetomask.preview.place";

    private final Hands hands = new Hands();
    private final Path out;
    private final boolean managed;
    private final ImagePlus picture;
    private Rectangle openedAt;

    private WindowsSession(Path out, boolean managed) throws Exception {
        this.out = out;
        this.managed = managed;
        ColorProcessor ramp = new ColorProcessor(300, 220);
        for (int y = 0; y < 220; y++) for (int x = 0; x < 300; x++) ramp.set(x, y, x * 255 / 299 << 16 | y << 8 | 90);
        picture = new ImagePlus("ramp", ramp);
    }

    /** Arguments: ImageJ's folder, the folder for screenshots, ImageJ's GUI scale, managed or bare. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        Prefs.setGuiScale(Double.parseDouble(args[2]));
        WindowsSession session = new WindowsSession(Path.of(args[1]), args[3].equals("managed"));
        try {
            session.work();
        } catch (Exception e) {
            e.printStackTrace(System.out);
            session.photograph("failed.png");
        }
        System.exit(0);
    }

    private void work() throws Exception {
        picture.show();
        hands.rest();
        Window dialog = openDialog();
        Window preview = Hands.window("preview");
        say("dialog stays where it opened", staysPut(dialog));
        photograph("opened.png");
        List<Window> open = List.of(IJ.getInstance(), picture.getWindow(), dialog, preview);
        JButton ok = Hands.part(JButton.class, dialog, "OK");
        say("Enter presses OK", ((RootPaneContainer) dialog).getRootPane().getDefaultButton() == ok);
        say("dialog has the focus", Hands.happens(() -> dialog == active()));
        say(
                "all but ImageJ on the screen",
                open.stream().skip(1).allMatch(window -> Hands.screen().contains(window.getBounds())));
        say(covered(open) ? "something covered" : "nothing covered", true);
        compare(dialog, preview);
        zoom(preview);
        focusHandle(dialog);
        hands.key(KeyEvent.VK_ESCAPE);
        hands.rest();
        say("closed by Esc", Hands.happens(() -> !dialog.isShowing() && !preview.isShowing()));
        keepPlace();
        if (managed) closeByManager();
        mask();
    }

    /** Not even by a pixel in its first 2 s, also in size; and the mouse meets its buttons where Java says that they are. */
    private boolean staysPut(Window dialog) throws Exception {
        for (int i = 0; i < 40; i++) {
            Thread.sleep(50);
            if (!dialog.getBounds().equals(openedAt)) return false;
        }
        return hands.reaches(Hands.part(JButton.class, dialog, "OK"));
    }

    /** By a click, and where another window covers the handle, which may be on a screen that is full, without one. */
    private void focusHandle(Window dialog) throws Exception {
        JComponent handle = Hands.part(JComponent.class, dialog, "black handle");
        hands.click(handle);
        hands.rest();
        if (handle.isFocusOwner()) return;
        EventQueue.invokeAndWait(() -> {
            dialog.toFront();
            handle.requestFocus();
        });
        hands.rest();
    }

    /** By the space bar; the picture is coloured, its mask is grey. */
    private void compare(Window dialog, Window preview) throws Exception {
        focusHandle(dialog);
        hands.leave();
        say("preview on top", Hands.happens(() -> isGrey(hands.see(inner(preview)))));
        BufferedImage mask = hands.see(inner(preview));
        hands.press(KeyEvent.VK_SPACE);
        say("space shows the picture", Hands.happens(() -> !isGrey(hands.see(inner(preview)))));
        hands.release(KeyEvent.VK_SPACE);
        say("then the mask again", Hands.happens(() -> same(mask, hands.see(inner(preview)))));
    }

    private void zoom(Window preview) throws Exception {
        BufferedImage before = hands.see(inner(preview));
        hands.move(preview, 0);
        hands.wheel(-3);
        hands.move(preview, 5);
        Hands.happens(() -> status().startsWith("x="));
        System.out.println("status: " + status());
        hands.leave();
        say("the wheel zooms", Hands.happens(() -> !same(before, hands.see(inner(preview)))));
        photograph("zoomed.png");
    }

    /** In a corner of the screen that is free. */
    private void keepPlace() throws Exception {
        Window dialog = openDialog();
        Window preview = Hands.window("preview");
        List<Window> open = List.of(IJ.getInstance(), picture.getWindow(), dialog, preview);
        Rectangle screen = Hands.screen();
        for (int corner = 0; corner == 0 || corner < 4 && covered(open); corner++) {
            int x = corner % 2 == 0 ? screen.width - preview.getWidth() - 10 : 10;
            int y = corner < 2 ? screen.height - preview.getHeight() - 10 : 10;
            put(preview, x, y);
        }
        Rectangle put = preview.getBounds();
        boolean covers = covered(open);
        cancel(dialog);
        Window again = openDialog();
        Window found = Hands.window("preview");
        boolean isKept = covers || Hands.happens(() -> found.getBounds().equals(put));
        System.out.println("place is kept: " + (covers ? "no corner is free" : isKept));
        grow(again, found);
        cancel(again);
    }

    /** The preview is put below the dialog, which grows by the list of a second and a third term. */
    private void grow(Window dialog, Window preview) throws Exception {
        int below = dialog.getY() + dialog.getHeight();
        if (below > Hands.screen().height - 40) return;
        put(preview, dialog.getX() + 8, below);
        for (int i = 0; i < 2; i++) {
            hands.click(Hands.part(JButton.class, dialog, "Adds a channel that is joined with the mask"));
            hands.rest();
        }
        say("preview makes way", Hands.happens(() -> !dialog.getBounds().intersects(preview.getBounds())));
        photograph("grown.png");
    }

    /** Moves the preview until the plugin takes it for a move of the user, which it does not while windows still open. */
    private static void put(Window preview, int x, int y) throws Exception {
        for (int i = 0; i < 50; i++) {
            Hands.place(preview, x - i % 2, y);
            Thread.sleep(200);
            Rectangle now = preview.getBounds();
            if (Prefs.get(PLACE, "").equals(now.x + "," + now.y + "," + now.width + "," + now.height)) return;
        }
        throw new IllegalStateException("The place of the preview was not kept.");
    }

    private void closeByManager() throws Exception {
        Window dialog = openDialog();
        Window preview = Hands.window("preview");
        hands.rest();
        hands.press(KeyEvent.VK_ALT);
        hands.key(KeyEvent.VK_F4);
        hands.release(KeyEvent.VK_ALT);
        hands.rest();
        say("closed by the window manager", Hands.happens(() -> !dialog.isShowing() && !preview.isShowing()));
    }

    private void mask() throws Exception {
        Window dialog = openDialog();
        hands.click(Hands.part(JButton.class, dialog, "OK"));
        ImagePlus mask = Hands.waitFor("mask", () -> WindowManager.getImage("Mask of ramp"));
        Window window = Hands.waitFor("its window", mask::getWindow);
        List<Window> open = List.of(IJ.getInstance(), picture.getWindow(), window);
        Hands.happens(() -> !covered(open)); // it is placed after it was shown
        photograph("mask.png");
        boolean covers = covered(open);
        say(covers ? "mask covers something" : "mask covers nothing", true);
    }

    private void cancel(Window dialog) {
        hands.click(Hands.part(JButton.class, dialog, "Cancel"));
    }

    private Window openDialog() throws Exception {
        IJ.doCommand(COMMAND);
        Window dialog = Hands.window("imagetomask");
        openedAt = dialog.getBounds();
        Hands.waitFor(
                "histogram",
                () -> Hands.part(JLabel.class, dialog, "range").getText().contains("..") ? true : null);
        Hands.window("preview");
        hands.rest();
        if (managed) openedAt = dialog.getBounds(); // with the frame that the manager has given it
        return dialog;
    }

    private static Window active() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
    }

    private static boolean covered(List<Window> windows) {
        for (Window one : windows)
            for (Window other : windows) if (one != other && one.getBounds().intersects(other.getBounds())) return true;
        return false;
    }

    private static Rectangle inner(Window window) {
        Rectangle inner = window.getBounds();
        var frame = window.getInsets();
        inner.x += frame.left + 2;
        inner.y += frame.top + 2;
        inner.width -= frame.left + frame.right + 4;
        inner.height -= frame.top + frame.bottom + 4;
        return inner;
    }

    private static String status() {
        return texts(IJ.getInstance().getStatusBar())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Stream<String> texts(Container container) {
        List<String> texts = new ArrayList<>();
        for (Component part : container.getComponents()) {
            if (part instanceof JLabel label) texts.add(label.getText());
            else if (part instanceof java.awt.Label label) texts.add(label.getText());
        }
        return texts.stream();
    }

    private static boolean isGrey(BufferedImage image) {
        return Arrays.stream(rgb(image)).allMatch(rgb -> (rgb & 0xffffff) % 0x10101 == 0);
    }

    private static boolean same(BufferedImage a, BufferedImage b) {
        return Arrays.equals(rgb(a), rgb(b));
    }

    private static int[] rgb(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private void photograph(String name) throws Exception {
        hands.photograph(Hands.screen(), out.resolve(name).toFile());
    }

    private static void say(String what, boolean is) {
        System.out.println(what + ": " + is);
    }
}
