package sc.fiji.imagetomask.packaged;

import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.io.File;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/** Mouse, keys and eyes of a user of ImageJ's tools. */
final class ToolHands {

    private static final int SETTLE = 500;

    private final Robot robot;

    ToolHands() throws Exception {
        robot = new Robot();
        robot.setAutoDelay(30);
    }

    /** Presses and releases the mouse at a place of a component. */
    void click(Component component, int x, int y) {
        Point origin = component.getLocationOnScreen();
        robot.mouseMove(origin.x + x, origin.y + y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    /** Presses and releases keys, one after the other. */
    void type(int... keys) {
        for (int key : keys) {
            robot.keyPress(key);
            robot.keyRelease(key);
        }
    }

    /** Saves what is on the screen. */
    void screenshot(String file) throws Exception {
        robot.delay(SETTLE);
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        ImageIO.write(robot.createScreenCapture(screen), "png", new File(file));
    }

    static <T> T waitFor(Supplier<T> sought) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            T found = sought.get();
            if (found != null) return found;
            Thread.sleep(100);
        }
        throw new IllegalStateException("Waited for 30 s in vain.");
    }
}
