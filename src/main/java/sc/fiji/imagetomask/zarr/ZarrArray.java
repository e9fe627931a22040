package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import sc.fiji.imagetomask.memory.ArrayPool;
import sc.fiji.imagetomask.zarr.store.FolderStore;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.JsonFile;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.Store;

/**
 * An array of Zarr v2 or v3 in a folder of a store, read block by block. Values come as primitive arrays (see {@link DataType}), the
 * last dimension fastest; where a chunk is missing they are the fill value. Many threads may read at the same time; several
 * chunks are decoded on ImgLib2's threads, see {@link net.imglib2.parallel.Parallelization}.
 *
 * <pre>{@code
 * ZarrArray array = ZarrArray.open(Path.of("picture.ome.zarr/0"));
 * short[] block = (short[]) array.readBlock(new long[] {0, 512, 512}, new int[] {1, 256, 256});
 * }</pre>
 */
public final class ZarrArray {

    private final Store store;
    private final String folder;
    private final ArrayLayout layout;
    private final ChunkSource source;
    private final BoundedCache<List<Long>, Object> kept;
    private final LongAdder bytesRead = new LongAdder();
    private final LongAdder chunksRead = new LongAdder();

    private ZarrArray(Store store, String folder, ArrayLayout layout, ChunkSource source, long keptBytes) {
        this.store = store;
        this.folder = folder;
        this.layout = layout;
        this.source = source;
        kept = new BoundedCache<>(keptBytes);
    }

    /**
     * The array in that folder.
     *
     * @throws IOException one sentence that names the file, if there is none or its metadata is not supported
     */
    public static ZarrArray open(Path folder) throws IOException {
        return open(new FolderStore(folder), "");
    }

    /** The same in a folder of a store; {@code ""} is the store itself. */
    public static ZarrArray open(Store store, String folder) throws IOException {
        if (!store.hasFolder(folder)) throw Problem.in(store.name(folder), "is not a folder");
        Json v3 = JsonFile.read(store, Store.key(folder, V3Layout.FILE));
        if (v3 != null) return of(store, folder, V3Layout.parse(v3));
        Json v2 = JsonFile.read(store, Store.key(folder, V2Layout.FILE));
        if (v2 != null) return of(store, folder, V2Layout.parse(v2, store, folder));
        throw Problem.in(
                store.name(folder), "is no Zarr array: it has neither " + V3Layout.FILE + " nor " + V2Layout.FILE);
    }

    /** An array whose metadata is known. */
    public static ZarrArray of(Store store, String folder, ArrayLayout layout) {
        ChunkSource source =
                layout.shards() == null ? new ChunkFiles(store, folder, layout) : new ShardFiles(store, folder, layout);
        if (store.isFar()) source = new AheadChunks(source, layout.chunkBytes(), store.needsCommonPool());
        return new ZarrArray(store, folder, layout, source, 0);
    }

    /**
     * The same array with a cache for decoded chunks, up to this number of bytes: those that were used last of which only a
     * part was read.
     */
    public ZarrArray keeping(long bytes) {
        return new ZarrArray(store, folder, layout, source, bytes);
    }

    /** The same array; where a chunk is missing, reading is an error. */
    public ZarrArray requiringChunks() {
        return new ZarrArray(store, folder, layout, new RequiredChunks(store, source), 0);
    }

    public ArrayLayout layout() {
        return layout;
    }

    /** Its folder in the store. */
    public String folder() {
        return folder;
    }

    /** How many dimensions there are, 1..16. */
    public int rank() {
        return layout.rank();
    }

    /** Values along each dimension. */
    public long[] shape() {
        return layout.shape().clone();
    }

    /** Values of a chunk along each dimension; the last chunks reach beyond the array. */
    public int[] chunkShape() {
        return layout.chunk().clone();
    }

    /** Chunks along each dimension. */
    public long[] gridShape() {
        long[] grid = new long[rank()];
        for (int d = 0; d < grid.length; d++) grid[d] = (layout.shape()[d] - 1) / layout.chunk()[d] + 1;
        return grid;
    }

    /** The type of the values. */
    public DataType dataType() {
        return layout.type();
    }

    /** The value where a chunk is missing. */
    public double fillValue() {
        return layout.fill();
    }

    /** The first value of a chunk along each dimension. */
    public long[] chunkMin(long[] grid) {
        long[] min = new long[rank()];
        for (int d = 0; d < min.length; d++) min[d] = Math.multiplyExact(grid[d], layout.chunk()[d]);
        return min;
    }

    /** How many values of a chunk are inside the array, along each dimension. */
    public int[] chunkSize(long[] grid) {
        long[] min = chunkMin(grid);
        int[] size = new int[rank()];
        for (int d = 0; d < size.length; d++) size[d] = (int) Math.min(layout.chunk()[d], layout.shape()[d] - min[d]);
        return size;
    }

    /** @throws IllegalArgumentException if there is no such chunk */
    public int[] requireChunk(long[] grid) {
        long[] shape = gridShape();
        boolean there = grid.length == shape.length;
        for (int d = 0; there && d < shape.length; d++) there = grid[d] >= 0 && grid[d] < shape[d];
        if (!there)
            throw new IllegalArgumentException("The chunk is " + Arrays.toString(grid)
                    + ", but must be one of a grid of " + Arrays.toString(shape) + ".");
        return chunkSize(grid);
    }

    /**
     * A block of values.
     *
     * @param min its first value along each dimension
     * @param size its values along each dimension; fewer than 2^31 in all
     * @return a primitive array
     * @throws IllegalArgumentException if the block is not inside the array
     * @throws IOException one sentence that names the file, if a chunk cannot be read or is damaged
     */
    public Object readBlock(long[] min, int[] size) throws IOException {
        return readPlanes(min, size, -1)[0];
    }

    /**
     * A block of values, one array for each position along one dimension; the arrays are of {@link ArrayPool}, and belong
     * to the caller.
     *
     * @param min its first value along each dimension
     * @param size its values along each dimension; fewer than 2^31 in all
     * @param apart that dimension; -1 for one array
     * @throws IllegalArgumentException if the block is not inside the array
     * @throws IOException one sentence that names the file, if a chunk cannot be read or is damaged
     */
    public Object[] readPlanes(long[] min, int[] size, int apart) throws IOException {
        requireInside(min, size);
        begin(min, size);
        BlockPlanes planes = new BlockPlanes(layout, min, size, apart);
        Threads.forEach(ChunkPart.of(min, size, layout.chunk()), part -> {
            boolean isAll = Arrays.equals(part.size(), chunkSize(part.grid()));
            boolean isPlane = isAll && planes.areChunks();
            Object chunk = isPlane ? null : kept.get(key(part.grid()));
            if (chunk != null) {
                planes.copy(chunk, part);
                return;
            }
            chunk = chunk(part.grid());
            if (chunk == null) planes.fill(part);
            else if (isPlane) planes.set(chunk, part);
            else {
                planes.copy(chunk, part);
                if (isAll || !kept.put(key(part.grid()), chunk, layout.chunkBytes())) ArrayPool.give(chunk);
            }
        });
        return planes.arrays();
    }

    /**
     * Begins to read a block that is needed soon, if the store takes long to answer; returns whether it did.
     *
     * @param min its first value along each dimension
     * @param size its values along each dimension
     */
    public boolean begin(long[] min, int[] size) {
        for (ChunkPart part : ChunkPart.of(min, size, layout.chunk()))
            if (kept.get(key(part.grid())) == null && !source.begin(part.grid())) return false;
        return true;
    }

    /** How many bytes of chunks were read until now, as they are stored. */
    public long bytesRead() {
        return bytesRead.sum();
    }

    /** How many chunks were read until now, or found to be missing. */
    public long chunksRead() {
        return chunksRead.sum();
    }

    private static List<Long> key(long[] grid) {
        return Arrays.stream(grid).boxed().toList();
    }

    private Object chunk(long[] grid) throws IOException {
        ByteBuffer encoded = source.read(grid);
        chunksRead.increment();
        if (encoded == null) return null;
        bytesRead.add(encoded.remaining());
        try {
            Object chunk = layout.codec().decode(encoded, layout.chunk());
            if (chunk != encoded.array()) ArrayPool.give(encoded.array());
            return chunk;
        } catch (IOException | RuntimeException e) {
            throw Problem.in(store.name(source.key(grid)), "is damaged", e);
        }
    }

    private void requireInside(long[] min, int[] size) {
        boolean inside = min.length == rank() && size.length == rank();
        for (int d = 0; inside && d < rank(); d++)
            inside = min[d] >= 0 && size[d] > 0 && min[d] <= layout.shape()[d] - size[d];
        if (!inside)
            throw new IllegalArgumentException("The block of " + Arrays.toString(size) + " values at "
                    + Arrays.toString(min) + " must be inside the array of " + Arrays.toString(layout.shape()) + ".");
    }
}
