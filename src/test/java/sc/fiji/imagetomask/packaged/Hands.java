package sc.fiji.imagetomask.packaged;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;

/** A user's eyes and hands: finds parts of the dialogs by their names, moves mouse and keys, looks at the screen. */
final class Hands {

    private static final int TRIES = 300;
    private static final int PAUSE_MS = 100;

    private final Robot robot;

    Hands() throws Exception {
        robot = new Robot();
        robot.setAutoDelay(15);
    }

    /** Waits until there is one; at most 30 s. */
    static <T> T waitFor(String what, Supplier<T> sought) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            T found = sought.get();
            if (found != null) return found;
            Thread.sleep(PAUSE_MS);
        }
        throw new IllegalStateException("Waited for " + what + " in vain.");
    }

    /** The window of that name, once it is open. */
    static Window window(String name) throws InterruptedException {
        return waitFor(name, () -> opened(name));
    }

    /** The open window of that name; null if there is none. */
    static Window opened(String name) {
        return Stream.of(Window.getWindows())
                .filter(window -> window.isShowing() && name.equals(window.getName()))
                .findFirst()
                .orElse(null);
    }

    /** The part of that name in a window. */
    static <T extends Component> T part(Class<T> type, Container container, String name) {
        return all(container)
                .filter(part -> type.isInstance(part) && name.equals(part.getName()))
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no " + name + "."));
    }

    /** All parts of a window, and theirs. */
    static Stream<Component> all(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part ->
                        Stream.concat(Stream.of(part), part instanceof Container inner ? all(inner) : Stream.empty()));
    }

    /** Whether that becomes true; waits for it as long as for anything else. */
    static boolean happens(BooleanSupplier sought) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (sought.getAsBoolean()) return true;
            Thread.sleep(PAUSE_MS);
        }
        return false;
    }

    void click(Component part) {
        press(part);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        rest();
    }

    /** Drags a part by so many pixels to the right, step by step. */
    void drag(Component part, int distance) {
        Point from = press(part);
        for (int i = 0; i <= Math.abs(distance); i++) robot.mouseMove(from.x + i * Integer.signum(distance), from.y);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        rest();
    }

    /** Clicks at a place in a part. */
    void clickAt(Component part, int x, int y) {
        reaches(part, x, y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        rest();
    }

    void doubleClickAt(Component part, int x, int y) {
        reaches(part, x, y);
        for (int i = 0; i < 2; i++) {
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        }
        rest();
    }

    /** Draws from a place in a part, so many pixels to the right and down. */
    void dragAt(Component part, int x, int y, int right, int down) {
        reaches(part, x, y);
        Point corner = part.getLocationOnScreen();
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (int i = 1; i <= 5; i++) robot.mouseMove(corner.x + x + right * i / 5, corner.y + y + down * i / 5);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        rest();
    }

    /** Its upper left corner, once it does not move any more: a window may still be laid out. */
    private void settled(Component part) {
        Point corner = part.getLocationOnScreen();
        for (int same = 0, looks = 0; same < 3 && looks < 30; looks++) {
            robot.delay(50);
            Point now = part.getLocationOnScreen();
            same = now.equals(corner) ? same + 1 : 0;
            corner = now;
        }
    }

    private Point press(Component part) {
        reaches(part);
        Point corner = part.getLocationOnScreen();
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        return new Point(corner.x + part.getWidth() / 2, corner.y + part.getHeight() / 2);
    }

    /**
     * Moves the mouse to the middle of a part until the part gets its events. It does not at once if another window lies
     * over it, for example one that has just opened; and never if its window is not where Java takes it to be.
     */
    boolean reaches(Component part) {
        return reaches(part, part.getWidth() / 2, part.getHeight() / 2);
    }

    /** The same for a place in a part. */
    private boolean reaches(Component part, int x, int y) {
        settled(part);
        AtomicBoolean met = new AtomicBoolean();
        AWTEventListener listener = event -> {
            if (event.getSource() instanceof Component source && SwingUtilities.isDescendingFrom(source, part))
                met.set(true);
        };
        Toolkit.getDefaultToolkit().addAWTEventListener(listener, AWTEvent.MOUSE_MOTION_EVENT_MASK);
        for (int moves = 0; moves < 60 && !met.get(); moves++) {
            if (moves == 20) toFront(part);
            Point corner = part.getLocationOnScreen();
            robot.mouseMove(corner.x + x - 1, corner.y + y);
            robot.mouseMove(corner.x + x, corner.y + y);
            robot.delay(50);
        }
        Toolkit.getDefaultToolkit().removeAWTEventListener(listener);
        return met.get();
    }

    private static void toFront(Component part) {
        Window window = SwingUtilities.getWindowAncestor(part);
        if (window == null) return;
        EventQueue.invokeLater(() -> {
            window.toFront();
            if (!(window instanceof Frame)) return;
            Point place = window.getLocation(); // of a picture that was moved while it opened, Java may not know it
            window.setLocation(place.x + 1, place.y);
            window.setLocation(place);
        });
    }

    /** Puts digits and points into a text field in the place of what it holds. */
    void type(Component field, String text) {
        click(field);
        robot.keyPress(KeyEvent.VK_CONTROL);
        key(KeyEvent.VK_A);
        robot.keyRelease(KeyEvent.VK_CONTROL);
        for (char c : text.toCharArray()) key(KeyEvent.getExtendedKeyCodeForChar(c));
        rest();
    }

    /** Takes the mouse away, so that no tip is shown. */
    void leave() {
        robot.mouseMove(0, 0);
        rest();
    }

    /** Moves the mouse to the middle of a part, and so many pixels on. */
    void move(Component part, int further) {
        Point corner = part.getLocationOnScreen();
        robot.mouseMove(corner.x + part.getWidth() / 2 + further, corner.y + part.getHeight() / 2);
    }

    /** Turns the wheel by so many notches towards the user. */
    void wheel(int notches) {
        for (int i = 0; i < Math.abs(notches); i++) robot.mouseWheel(Integer.signum(notches));
        rest();
    }

    /** Presses a key, and keeps it. */
    void press(int code) {
        robot.keyPress(code);
    }

    void release(int code) {
        robot.keyRelease(code);
    }

    void key(int code) {
        robot.keyPress(code);
        robot.keyRelease(code);
    }

    /**
     * Lets the windows come to rest. Not by the robot's own waiting for idleness: without a window manager that may
     * last until its time limit, again and again.
     */
    void rest() {
        try {
            onEventThread(() -> {});
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        robot.delay(400);
    }

    BufferedImage see(Rectangle place) {
        rest();
        return robot.createScreenCapture(place);
    }

    void photograph(Rectangle place, File file) throws Exception {
        ImageIO.write(see(place), "png", file);
    }

    static void place(Window window, int x, int y) throws Exception {
        onEventThread(() -> window.setLocation(x, y));
    }

    static Rectangle screen() {
        return new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    }

    static void onEventThread(Runnable action) throws Exception {
        EventQueue.invokeAndWait(action);
    }
}
