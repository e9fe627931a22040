package sc.fiji.imagetomask.macro;

import java.nio.file.Files;
import java.nio.file.Path;

/** A Java of its own, without a display, in which ImageJ's macros run; see {@link MacroRuns}. */
public final class MacroSession {

    private MacroSession() {}

    /** Arguments: the folder of our classes, a file with a macro in each line, a file for what comes of them. */
    public static void main(String[] args) throws Exception {
        HeadlessFiji.start(Path.of(args[0]));
        Files.write(Path.of(args[2]), MacroRuns.of(Files.readAllLines(Path.of(args[1]))));
        System.exit(0);
    }
}
