package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import sc.fiji.imagetomask.zarr.store.StoredFile;

/** One file for each chunk. */
record ChunkFiles(Path root, Path folder, ArrayLayout layout) implements ChunkSource {

    @Override
    public ByteBuffer read(long[] grid) throws IOException {
        return StoredFile.read(root, file(grid), layout.codec().maxEncoded(layout.chunk()), layout::encoded);
    }

    @Override
    public Path file(long[] grid) {
        return layout.keys().file(folder, grid);
    }
}
