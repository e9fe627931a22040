package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import sc.fiji.imagetomask.zarr.codec.Crc32cCodec;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.Store;

/** Many chunks in each object; the indexes of the objects that were used last are kept. */
final class ShardFiles implements ChunkSource {

    private static final long KEPT_BYTES = 16 << 20;
    private static final long MISSING = -1;

    /**
     * Where the chunks of an object are.
     *
     * @param places offset and length of each
     * @param size bytes of the object
     */
    private record Index(LongBuffer places, long size) {}

    private final Store store;
    private final String array;
    private final ArrayLayout layout;
    private final Shards shards;
    private final BoundedCache<String, Index> indexes = new BoundedCache<>(KEPT_BYTES);

    ShardFiles(Store store, String array, ArrayLayout layout) {
        this.store = store;
        this.array = array;
        this.layout = layout;
        shards = layout.shards();
    }

    @Override
    public String key(long[] grid) {
        long[] shard = new long[grid.length];
        for (int d = 0; d < grid.length; d++) shard[d] = grid[d] / shards.counts()[d];
        return layout.keys().of(array, shard);
    }

    @Override
    public ByteBuffer read(long[] grid) throws IOException {
        String key = key(grid);
        Index index = index(key);
        if (index == null) return null;
        int entry = entry(grid);
        return chunk(key, index, index.places.get(2 * entry), index.places.get(2 * entry + 1));
    }

    /** Null if there is no such object. */
    private Index index(String key) throws IOException {
        Index index = indexes.get(key);
        if (index != null) return index;
        index = readIndex(key);
        if (index != null) indexes.put(key, index, 8L * index.places.capacity());
        return index;
    }

    private Index readIndex(String key) throws IOException {
        long length = shards.indexBytes();
        Store.Part part = store.readEdge(key, !shards.indexFirst(), (int) Math.min(length, Integer.MAX_VALUE));
        if (part == null) return null;
        ByteBuffer bytes = part.bytes();
        if (bytes.remaining() < length)
            throw Problem.in(store.name(key), "has " + part.size() + " bytes, too few for the index of its chunks");
        if (shards.checksum())
            try {
                bytes = new Crc32cCodec().decode(bytes, bytes.remaining());
            } catch (IOException e) {
                throw Problem.in(store.name(key), "has a damaged index", e);
            }
        return new Index(bytes.order(shards.indexOrder()).asLongBuffer(), part.size());
    }

    private int entry(long[] grid) {
        int entry = 0;
        for (int d = 0; d < grid.length; d++) entry = entry * shards.counts()[d] + (int) (grid[d] % shards.counts()[d]);
        return entry;
    }

    private ByteBuffer chunk(String key, Index index, long offset, long length) throws IOException {
        if (offset == MISSING && length == MISSING) return null;
        int max = layout.codec().maxEncoded(layout.chunk());
        if (offset < 0 || length < 0 || length > max || offset > index.size - length)
            throw Problem.in(
                    store.name(key),
                    "has a damaged index: a chunk of " + Long.toUnsignedString(length) + " bytes at "
                            + Long.toUnsignedString(offset) + " is not in it");
        return store.readPart(key, offset, (int) length, layout::encoded);
    }
}
