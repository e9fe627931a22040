package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import sc.fiji.imagetomask.cli.Place;

/**
 * A job as it is sent to the machines that work on it: the arguments that the user typed.
 *
 * @param id tells jobs apart
 * @param folder where the user typed them
 * @param words the arguments
 */
record JobArguments(String id, String folder, List<String> words) implements Serializable {

    /** The options in the arguments. */
    SparkOptions options() {
        CommandLine line = SparkOptions.line();
        line.parseArgs(words.toArray(String[]::new));
        return line.getCommand();
    }

    /** The absolute path for a path that the user typed. */
    Path path(Path typed) {
        return Path.of(folder).resolve(typed).normalize();
    }

    /** The place of a picture that the user typed, with an absolute path. */
    Place place(Place typed) {
        return typed.from(Path.of(folder));
    }
}
