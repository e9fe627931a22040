package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import sc.fiji.imagetomask.zarr.codec.Crc32cCodec;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.StoredFile;

/** Many chunks in each file; the indexes of the files that were used last are kept. */
final class ShardFiles implements ChunkSource {

    private static final long KEPT_BYTES = 16 << 20;
    private static final long MISSING = -1;

    private final Path root;
    private final Path folder;
    private final ArrayLayout layout;
    private final Shards shards;
    private final BoundedCache<Path, LongBuffer> indexes = new BoundedCache<>(KEPT_BYTES);

    ShardFiles(Path root, Path folder, ArrayLayout layout) {
        this.root = root;
        this.folder = folder;
        this.layout = layout;
        shards = layout.shards();
    }

    @Override
    public Path file(long[] grid) {
        long[] shard = new long[grid.length];
        for (int d = 0; d < grid.length; d++) shard[d] = grid[d] / shards.counts()[d];
        return layout.keys().file(folder, shard);
    }

    @Override
    public ByteBuffer read(long[] grid) throws IOException {
        Path file = file(grid);
        try (FileChannel channel = StoredFile.open(root, file)) {
            if (channel == null) return null;
            LongBuffer index = indexes.get(file);
            if (index == null) {
                index = index(channel, file);
                indexes.put(file, index, 8L * index.capacity());
            }
            int entry = entry(grid);
            return chunk(channel, file, index.get(2 * entry), index.get(2 * entry + 1));
        }
    }

    private LongBuffer index(FileChannel channel, Path file) throws IOException {
        long length = shards.indexBytes();
        long size = channel.size();
        if (length > size || length > Integer.MAX_VALUE)
            throw Problem.in(file, "has " + size + " bytes, too few for the index of its chunks");
        ByteBuffer bytes =
                StoredFile.read(channel, file, shards.indexFirst() ? 0 : size - length, (int) length, byte[]::new);
        if (shards.checksum())
            try {
                bytes = new Crc32cCodec().decode(bytes, bytes.remaining());
            } catch (IOException e) {
                throw Problem.in(file, "has a damaged index", e);
            }
        return bytes.order(shards.indexOrder()).asLongBuffer();
    }

    private int entry(long[] grid) {
        int entry = 0;
        for (int d = 0; d < grid.length; d++) entry = entry * shards.counts()[d] + (int) (grid[d] % shards.counts()[d]);
        return entry;
    }

    private ByteBuffer chunk(FileChannel channel, Path file, long offset, long length) throws IOException {
        if (offset == MISSING && length == MISSING) return null;
        long size = channel.size();
        int max = layout.codec().maxEncoded(layout.chunk());
        if (offset < 0 || length < 0 || length > max || offset > size - length)
            throw Problem.in(
                    file,
                    "has a damaged index: a chunk of " + Long.toUnsignedString(length) + " bytes at "
                            + Long.toUnsignedString(offset) + " is not in it");
        return StoredFile.read(channel, file, offset, (int) length, layout::encoded);
    }
}
