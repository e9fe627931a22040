package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.KeyEvent;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JProgressBar;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import sc.fiji.imagetomask.SevenByZero;

/** Tests all devices in the window, copies the report, and stops a second test. */
public final class DeviceTestsSession {

    private static final int SECONDS = 90;

    private DeviceTestsSession() {}

    /** Argument: ImageJ's folder. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        JFrame window = open();
        wait("the result", () -> told(window).startsWith("Result: "));
        JTable table = table(window);
        System.out.println("first row: " + table.getValueAt(0, 0));
        Hands.onEventThread(() -> part(window, "Copy").doClick());
        String copied =
                (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
        System.out.println("copied: " + copied);
        escape(window);
        System.out.println("closed: " + !window.isShowing());

        JFrame second = open();
        wait("a part", () -> told(second).contains("channels, all"));
        escape(second);
        wait("the end", () -> told(second).equals("Stopped"));
        System.out.println("stopped, showing: " + second.isShowing() + ", rows: "
                + table(second).getRowCount());
        escape(second);
        System.out.println("closed: " + !second.isShowing());
        System.out.println(SevenByZero.now());
        System.exit(0);
    }

    private static JFrame open() throws Exception {
        IJ.doCommand("Test Devices");
        Window window = Hands.window("test devices");
        return (JFrame) window;
    }

    private static String told(JFrame window) {
        return String.valueOf(((JProgressBar) window.getContentPane().getComponent(0)).getString());
    }

    private static JTable table(JFrame window) {
        return Hands.part(JTable.class, window.getContentPane(), "results");
    }

    private static JButton part(JFrame window, String name) {
        return Hands.part(JButton.class, window.getContentPane(), name);
    }

    private static void escape(JFrame window) throws Exception {
        KeyStroke key = KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0);
        Hands.onEventThread(
                () -> window.getRootPane().getActionForKeyStroke(key).actionPerformed(null));
    }

    private static void wait(String what, Supplier<Boolean> condition) throws InterruptedException {
        for (int i = 0; i < 10 * SECONDS; i++) {
            if (condition.get()) return;
            Thread.sleep(100);
        }
        throw new IllegalStateException("Waited for " + what + " in vain.");
    }
}
