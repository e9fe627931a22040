package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.file.Path;

/** Where the encoded bytes of chunks are from; for many threads. */
interface ChunkSource {

    /** The bytes of that chunk, or null if it is missing. */
    byte[] read(long[] grid) throws IOException;

    /** The file in which they are. */
    Path file(long[] grid);
}
