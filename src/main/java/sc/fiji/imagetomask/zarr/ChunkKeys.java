package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where the file of a chunk is: {@code 1/0/2} or {@code 1.0.2}, in Zarr v3 with a {@code c} before.
 *
 * @param prefixed with {@code c}
 * @param separator {@code /} or {@code .}
 */
public record ChunkKeys(boolean prefixed, String separator) {

    public static final String MUST = "'/' or '.'";

    public static boolean isSeparator(String separator) {
        return separator.equals("/") || separator.equals(".");
    }

    /**
     * The separator of the chunks of Zarr v2 that are in that folder. Older writers put chunks into folders without saying
     * so in the metadata.
     */
    static String separatorIn(Path array, int rank) throws IOException {
        if (rank == 1 || !Files.isDirectory(array)) return ".";
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(array, "[0-9]*")) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.matches("[0-9]+") && Files.isDirectory(entry)) return "/";
                if (name.matches("[0-9]+([.][0-9]+)+")) return ".";
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return ".";
    }

    public Path file(Path folder, long[] grid) {
        String numbers = Arrays.stream(grid).mapToObj(Long::toString).collect(Collectors.joining(separator));
        return folder.resolve(prefixed ? "c" + separator + numbers : numbers);
    }
}
