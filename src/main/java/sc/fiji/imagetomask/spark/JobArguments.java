package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * A job as it travels to the machines that work on it: the words that the user typed.
 *
 * @param id tells jobs apart
 * @param folder where the user typed them
 * @param words the arguments
 */
record JobArguments(String id, String folder, List<String> words) implements Serializable {

    /** What they ask for. */
    SparkOptions options() {
        CommandLine line = SparkOptions.line();
        line.parseArgs(words.toArray(String[]::new));
        return line.getCommand();
    }

    /** Where a path that the user typed leads. */
    Path path(Path typed) {
        return Path.of(folder).resolve(typed).normalize();
    }
}
