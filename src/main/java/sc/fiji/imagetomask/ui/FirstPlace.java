package sc.fiji.imagetomask.ui;

import java.awt.Window;
import javax.swing.JButton;
import javax.swing.JRootPane;
import javax.swing.RootPaneContainer;

/** The place of a window that has its size, but was not shown yet. */
public final class FirstPlace {

    private FirstPlace() {}

    /**
     * Call this before such a window is moved. The window of the operating system that {@code pack()} made is given up; a new one is
     * made at the right place when the window is shown. Without it, on X11 without a window manager, the late notice of the old place
     * may come after the move: then Java takes the window to be at the upper left corner of the screen, opens lists
     * there, and other windows cover it.
     */
    public static void prepare(Window window) {
        if (window.isVisible()) return;
        JRootPane root = window instanceof RootPaneContainer swing ? swing.getRootPane() : null;
        JButton button = root == null ? null : root.getDefaultButton();
        window.removeNotify(); // which also makes the root pane forget its default button
        if (button != null) root.setDefaultButton(button);
    }
}
