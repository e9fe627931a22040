package sc.fiji.imagetomask.zarr;

import java.util.Arrays;
import sc.fiji.imagetomask.memory.ArrayPool;

/**
 * The arrays that a block of values is read into: one for each position along one dimension, or one for all. Parts may be
 * put in by several threads.
 */
final class BlockPlanes {

    private final ArrayLayout layout;
    private final int apart;
    private final int[] planeSize;
    private final boolean areChunks;
    private final Object[] arrays;

    /** @param apart the dimension that has an array for each position; -1 for one array */
    BlockPlanes(ArrayLayout layout, long[] min, int[] size, int apart) {
        this.layout = layout;
        this.apart = apart;
        planeSize = one(size);
        arrays = new Object[apart < 0 ? 1 : size[apart]];
        boolean isChunk = Arrays.equals(planeSize, layout.chunk());
        for (int d = 0; d < min.length; d++) isChunk &= min[d] % layout.chunk()[d] == 0;
        areChunks = isChunk;
        if (!areChunks) Arrays.setAll(arrays, i -> newArray());
    }

    private Object newArray() {
        return ArrayPool.take(layout.type().arrayType(), Blocks.length(planeSize));
    }

    /** Whether each array holds just one chunk, and all of it. */
    boolean areChunks() {
        return areChunks;
    }

    Object[] arrays() {
        return arrays;
    }

    /** Takes the chunk that a part is as an array. */
    void set(Object chunk, ChunkPart part) {
        arrays[first(part)] = chunk;
    }

    private int first(ChunkPart part) {
        return apart < 0 ? 0 : part.inBlock()[apart];
    }

    private int count(ChunkPart part) {
        return apart < 0 ? 1 : part.size()[apart];
    }

    /** Copies a part of a chunk. */
    void copy(Object chunk, ChunkPart part) {
        for (int i = 0; i < count(part); i++)
            Blocks.copy(
                    chunk,
                    layout.chunk(),
                    at(part.inChunk(), apart < 0 ? 0 : part.inChunk()[apart] + i),
                    arrays[first(part) + i],
                    planeSize,
                    at(part.inBlock(), 0),
                    one(part.size()));
    }

    /** Sets a part that no chunk has. */
    void fill(ChunkPart part) {
        for (int i = first(part); i < first(part) + count(part); i++) {
            if (areChunks) arrays[i] = newArray();
            Blocks.fill(layout.type(), layout.fill(), arrays[i], planeSize, at(part.inBlock(), 0), one(part.size()));
        }
    }

    /** The size of what lies in one array. */
    private int[] one(int[] size) {
        return at(size, 1);
    }

    private int[] at(int[] position, int alongApart) {
        if (apart < 0) return position;
        int[] changed = position.clone();
        changed[apart] = alongApart;
        return changed;
    }
}
