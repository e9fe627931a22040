package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The source of the encoded bytes of chunks. Safe for use from several threads. */
interface ChunkSource {

    /** The bytes of that chunk, in an array of {@link sc.fiji.imagetomask.zarr.store.ArrayPool}; null if it is missing. */
    ByteBuffer read(long[] grid) throws IOException;

    /** The file in which they are. */
    Path file(long[] grid);
}
