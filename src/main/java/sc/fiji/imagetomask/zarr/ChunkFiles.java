package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import sc.fiji.imagetomask.zarr.store.Store;

/** One object for each chunk. */
record ChunkFiles(Store store, String array, ArrayLayout layout) implements ChunkSource {

    @Override
    public ByteBuffer read(long[] grid) throws IOException {
        return store.read(key(grid), layout.codec().maxEncoded(layout.chunk()), layout::encoded);
    }

    @Override
    public String key(long[] grid) {
        return layout.keys().of(array, grid);
    }
}
