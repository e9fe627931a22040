package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.Store;

/** Chunks that were written before: one that is missing is an error. */
record RequiredChunks(Store store, ChunkSource source) implements ChunkSource {

    @Override
    public ByteBuffer read(long[] grid) throws IOException {
        ByteBuffer bytes = source.read(grid);
        if (bytes == null) throw Problem.in(store.name(key(grid)), "was written, but the store does not have it");
        return bytes;
    }

    @Override
    public boolean begin(long[] grid) {
        return source.begin(grid);
    }

    @Override
    public String key(long[] grid) {
        return source.key(grid);
    }
}
