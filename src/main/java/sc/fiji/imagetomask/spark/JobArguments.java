package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import sc.fiji.imagetomask.cli.Place;
import sc.fiji.imagetomask.zarr.store.FolderStore;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.WritableStore;

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

    /**
     * Where the mask goes.
     *
     * @throws IllegalArgumentException with one sentence, if nothing can be written there
     */
    WritableStore output(SparkOptions options) throws IOException {
        Place output = options.output();
        if (output.path() != null) return folder(path(output.path()));
        if (output.store() instanceof WritableStore store) return store;
        throw new IllegalArgumentException("OUTPUT is '" + output
                + "', but must be a folder, or an address of S3 or of this cluster's Hadoop, such as hdfs://.");
    }

    /**
     * Checks what must be there before the job, and how the mask is named.
     *
     * @throws IllegalArgumentException with one sentence, if something is wrong
     * @throws IOException with one sentence, if OUTPUT cannot be reached
     */
    void requirePlaces(SparkOptions options) throws IOException {
        Place input = options.input();
        if (!place(input).exists())
            throw new IllegalArgumentException("INPUT is '" + input + "', but there is no such file or folder.");
        if (options.mask() != null && !place(options.mask()).exists())
            throw new IllegalArgumentException(
                    "mask is '" + options.mask() + "', but there is no such file or folder.");
        Place output = options.output();
        if (!output.toString().toLowerCase(Locale.ROOT).endsWith(".zarr"))
            throw new IllegalArgumentException("OUTPUT is '" + output + "', but must end in .zarr.");
        if (output.path() == null) {
            output(options).hasFolder(""); // else the first problem would name a file in it
            return;
        }
        Path parent = path(output.path()).getParent();
        if (!Files.isDirectory(parent))
            throw new IllegalArgumentException("OUTPUT is '" + output + "', but there is no folder '" + parent + "'.");
    }

    private static WritableStore folder(Path path) throws IOException {
        if (Files.isRegularFile(path)) throw Problem.in(path.toString(), "is a file, but must be a folder");
        return new FolderStore(path);
    }

    /** The place of a picture that the user typed, with an absolute path. */
    Place place(Place typed) {
        return typed.from(Path.of(folder));
    }
}
