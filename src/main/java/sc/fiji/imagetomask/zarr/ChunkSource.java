package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The source of the encoded bytes of chunks. Safe for use from several threads. */
interface ChunkSource {

    /** The bytes of that chunk, in an array of {@link sc.fiji.imagetomask.memory.ArrayPool}; null if it is missing. */
    ByteBuffer read(long[] grid) throws IOException;

    /** Begins to read a chunk that will be needed soon, if that is of use; returns whether it did. */
    default boolean begin(long[] grid) {
        return false;
    }

    /** The key of the object in which they are. */
    String key(long[] grid);
}
