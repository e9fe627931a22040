package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.imagetomask.zarr.store.Store;

/**
 * The names of chunks: {@code 1/0/2} or {@code 1.0.2}, in Zarr v3 with a {@code c} before.
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
     * The separator of the chunks of Zarr v2 that are in that folder; of a store that cannot tell which, of the first chunk. Older writers put chunks into folders without saying
     * so in the metadata.
     */
    static String separatorIn(Store store, String array, int rank) throws IOException {
        if (rank == 1 || !store.hasFolder(array)) return ".";
        if (!store.canList()) return store.exists(new ChunkKeys(false, "/").of(array, new long[rank])) ? "/" : ".";
        try (Stream<String> names = store.list(array)) {
            return names.filter(name -> name.matches("[0-9]+/?|[0-9]+([.][0-9]+)+"))
                    .map(name -> name.contains(".") ? "." : "/")
                    .findFirst()
                    .orElse(".");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * The key of a chunk.
     *
     * @param array the folder of the array
     */
    public String of(String array, long[] grid) {
        String numbers = Arrays.stream(grid).mapToObj(Long::toString).collect(Collectors.joining(separator));
        return Store.key(array, prefixed ? "c" + separator + numbers : numbers);
    }
}
