package sc.fiji.imagetomask.packaged;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A display of its own for a test: an Xvfb that takes a free number and ends with the test; if asked with a window
 * manager.
 */
public final class VirtualDisplay implements AutoCloseable {

    private final Process xvfb;
    private final String name;
    private Process manager;

    private VirtualDisplay(Process xvfb, String name) {
        this.xvfb = xvfb;
        this.name = name;
    }

    public static boolean isInstalled() {
        return isInstalled("Xvfb");
    }

    /** Whether there is a window manager. */
    public static boolean hasManager() {
        return isInstalled("openbox");
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    public static VirtualDisplay open() throws IOException {
        return open("1600x1200");
    }

    /** Of that size, such as {@code 1366x768}. */
    public static VirtualDisplay open(String size) throws IOException {
        Process xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", size + "x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new VirtualDisplay(xvfb, ":" + firstLine(xvfb));
    }

    /** The same with a window manager, which is at work when this returns. */
    public VirtualDisplay managed() throws IOException {
        ProcessBuilder openbox = new ProcessBuilder("openbox", "--sm-disable", "--startup", "echo ready")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        openbox.environment().put("DISPLAY", name);
        manager = openbox.start();
        firstLine(manager);
        return this;
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    /** What programs find in the variable DISPLAY. */
    public String name() {
        return name;
    }

    @Override
    public void close() {
        if (manager != null) manager.destroy();
        xvfb.destroy();
    }
}
