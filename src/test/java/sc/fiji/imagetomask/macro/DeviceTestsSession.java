package sc.fiji.imagetomask.macro;

import ij.macro.Interpreter;
import java.nio.file.Path;

/** Macros that test devices, without a display. */
public final class DeviceTestsSession {

    private DeviceTestsSession() {}

    /** Argument: the folder of our classes. */
    public static void main(String[] args) throws Exception {
        HeadlessFiji.start(Path.of(args[0]));
        Macros.run("run('Test Devices', 'device=java');");
        Macros.run("run('Test Devices', 'device=[Imaginary 9000]');");
        Macros.run("run('Test Devices', 'thorough');");
        System.exit(0);
    }

    /** Apart, because its classes must not be loaded before ImageJ is patched. */
    private static final class Macros {

        static void run(String macro) {
            Interpreter interpreter = new Interpreter();
            interpreter.setIgnoreErrors(true);
            interpreter.run("setBatchMode(true);" + macro);
            System.out.println("error: " + interpreter.getErrorMessage());
        }
    }
}
