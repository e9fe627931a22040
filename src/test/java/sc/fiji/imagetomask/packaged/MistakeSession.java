package sc.fiji.imagetomask.packaged;

import ij.ImageJ;
import ij.macro.Interpreter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs macros in ImageJ, and prints the error that each of them stops with, instead of ImageJ's dialog. */
public final class MistakeSession {

    private MistakeSession() {}

    /** Arguments: ImageJ's folder, and a file with one macro per line. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        for (String macro : Files.readAllLines(Path.of(args[1]))) {
            Interpreter interpreter = new Interpreter();
            interpreter.setIgnoreErrors(true);
            interpreter.run(macro);
            System.out.println(interpreter.getErrorMessage());
        }
        System.exit(0);
    }
}
