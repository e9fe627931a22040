package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The source of the encoded bytes of chunks. Safe for use from several threads. */
interface ChunkSource {

    /** The bytes of that chunk, in an array of {@link sc.fiji.imagetomask.zarr.store.ArrayPool}; null if it is missing. */
    ByteBuffer read(long[] grid) throws IOException;

    /** The key of the object in which they are. */
    String key(long[] grid);
}
