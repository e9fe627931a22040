package sc.fiji.imagetomask.macro;

import ij.macro.Interpreter;
import java.nio.file.Path;

/** Masks in a loop, without a display; prints the megabytes in use after each hundred. */
public final class LoopSession {

    private static final String MACRO = """
            setBatchMode(%s);
            newImage("ramp", "RGB ramp", 1000, 1000, 1);
            for (i = 0; i < 50; i++) {
                selectImage("ramp");
                run("Image To Mask...", "channel=[S (HSV)] black=" + i + " engine=java");
                close();
            }
            close("*");
            """;

    private LoopSession() {}

    /** Argument: the folder of our classes. */
    public static void main(String[] args) throws Exception {
        HeadlessFiji.start(Path.of(args[0]));
        for (int hundred = 0; hundred < 3; hundred++) {
            Loop.run(MACRO.formatted("false"));
            Loop.run(MACRO.formatted("true"));
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.println("used: " + (runtime.totalMemory() - runtime.freeMemory() >> 20));
        }
        System.exit(0);
    }

    /** Apart, because its classes must not be loaded before ImageJ is patched. */
    private static final class Loop {

        static void run(String macro) {
            new Interpreter().run(macro);
        }
    }
}
