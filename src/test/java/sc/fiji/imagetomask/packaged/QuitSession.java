package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.macro.Interpreter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Runs a macro in ImageJ, and closes ImageJ as its menu does while the macro is at work. */
public final class QuitSession {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private QuitSession() {}

    /** Arguments: ImageJ's folder, a file with the macro, a folder, and how many files it has before ImageJ is closed. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        String macro = Files.readString(Path.of(args[1]));
        Thread work = new Thread(() -> {
            Interpreter interpreter = new Interpreter();
            interpreter.setIgnoreErrors(true);
            interpreter.run(macro);
            System.out.println("The macro ended: " + interpreter.getErrorMessage());
        });
        work.start();
        long start = System.nanoTime();
        boolean ready = false;
        while (!ready && System.nanoTime() - start < PATIENCE_NANOS) {
            Thread.sleep(1);
            ready = isReady(args, work);
        }
        System.out.println(ready ? "quits at work" : "too late");
        IJ.getInstance().quit();
    }

    private static boolean isReady(String[] args, Thread work) {
        return new File(args[2]).list().length >= Integer.parseInt(args[3])
                && Arrays.stream(work.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("sc.fiji.imagetomask.engine"));
    }
}
