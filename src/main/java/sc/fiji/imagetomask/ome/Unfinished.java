package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.JsonFile;
import sc.fiji.imagetomask.zarr.store.Store;
import sc.fiji.imagetomask.zarr.store.WritableStore;

/**
 * An image that is being written. As long as there is a {@code metadata.json} in the folder {@code .unfinished}, the image
 * is not complete: there the metadata wait until all values are written.
 *
 * @param store where the image is
 */
record Unfinished(WritableStore store) {

    private static final String FOLDER = WritableStore.UNFINISHED;
    static final String METADATA = Store.key(FOLDER, "metadata.json");

    static boolean isIn(Store store) throws IOException {
        return store.exists(METADATA);
    }

    /** The metadata that wait, or null if there are none. */
    Json read() throws IOException {
        return JsonFile.read(store, METADATA);
    }

    /** Whether the store holds nothing, or no more than what beginning an image leaves there. */
    boolean isAlone() throws IOException {
        return names("").stream().allMatch(FOLDER::equals);
    }

    void begin(ByteBuffer metadata) throws IOException {
        store.write(METADATA, metadata);
    }

    /** Deletes all that is in the image's store, except what says that it is not complete. */
    void clear() throws IOException {
        for (String name : names("")) if (!name.equals(FOLDER)) store.delete(name);
        deletePieces();
    }

    /** Now the image is complete; what interrupted writing left behind is deleted. */
    void end() throws IOException {
        deletePieces();
        store.delete(METADATA);
        store.delete(FOLDER);
    }

    private void deletePieces() throws IOException {
        for (String name : names(FOLDER)) {
            String piece = Store.key(FOLDER, name);
            if (!piece.equals(METADATA)) store.delete(piece);
        }
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<String> names = store.list(folder)) {
            return names.map(name -> name.replaceAll("/$", "")).toList();
        }
    }
}
