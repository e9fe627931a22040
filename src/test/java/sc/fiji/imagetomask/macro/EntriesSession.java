package sc.fiji.imagetomask.macro;

import java.nio.file.Path;

/** A Java of its own in which {@link Entries} are run without a display. */
public final class EntriesSession {

    private EntriesSession() {}

    /** Arguments: the folder of our classes, a folder for files. */
    public static void main(String[] args) throws Exception {
        HeadlessFiji.start(Path.of(args[0]));
        Entries.run(Path.of(args[1]));
        System.exit(0);
    }
}
