package sc.fiji.imagetomask.zarr.store;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A store that can be written to, by several threads and processes at once. */
public interface WritableStore extends Store {

    /** The folder for what is there only as long as the writing is not finished. */
    String UNFINISHED = ".unfinished";

    @Override
    WritableStore inside(String folder) throws IOException;

    /** Writes an object, all of it or nothing; one that is there already is replaced in one step. */
    void write(String key, ByteBuffer bytes) throws IOException;

    /** Deletes an object, or a folder with all that is in it; nothing happens if there is none. */
    void delete(String key) throws IOException;
}
