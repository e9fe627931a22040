package sc.fiji.imagetomask.zarr;

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

    public Path file(Path folder, long[] grid) {
        String numbers = Arrays.stream(grid).mapToObj(Long::toString).collect(Collectors.joining(separator));
        return folder.resolve(prefixed ? "c" + separator + numbers : numbers);
    }
}
