package sc.fiji.imagetomask.packaged;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.util.HashSet;
import java.util.Set;

/** Prints the title of each dialog that opens in ImageJ, and of windows for text, and closes the dialog. */
final class WindowWatch {

    private static final Set<String> TEXTS = Set.of("Log", "Exception", "Console");

    private final Set<Window> seen = new HashSet<>();

    private WindowWatch() {}

    static void start() {
        WindowWatch watch = new WindowWatch();
        Thread thread = new Thread(watch::watch, "watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                for (Window window : Window.getWindows()) if (window.isShowing() && seen.add(window)) meet(window);
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void meet(Window window) throws InterruptedException {
        if (window instanceof Frame frame && TEXTS.contains(frame.getTitle()))
            System.out.println("window: " + frame.getTitle());
        if (!(window instanceof Dialog dialog) || "imagetomask".equals(dialog.getName())) return;
        System.out.println("dialog: " + dialog.getTitle().replaceFirst(" - .*", ""));
        Thread.sleep(500);
        EventQueue.invokeLater(() -> dialog.dispatchEvent(new WindowEvent(dialog, WindowEvent.WINDOW_CLOSING)));
    }
}
