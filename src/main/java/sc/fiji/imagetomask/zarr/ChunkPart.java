package sc.fiji.imagetomask.zarr;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The part of a block that is in one chunk.
 *
 * @param grid which chunk
 * @param inChunk where it starts in the chunk
 * @param inBlock where it starts in the block
 * @param size its values along each dimension
 */
record ChunkPart(long[] grid, int[] inChunk, int[] inBlock, int[] size) {

    /** All parts of a block, in the order of chunks. */
    static Iterable<ChunkPart> of(long[] min, int[] size, int[] chunk) {
        return () -> new Parts(min, size, chunk);
    }

    private static ChunkPart at(long[] grid, long[] min, int[] size, int[] chunk) {
        int rank = grid.length;
        int[] inChunk = new int[rank];
        int[] inBlock = new int[rank];
        int[] common = new int[rank];
        for (int d = 0; d < rank; d++) {
            long chunkMin = grid[d] * chunk[d];
            long first = Math.max(chunkMin, min[d]);
            long end = Math.min(chunkMin + chunk[d], min[d] + size[d]);
            inChunk[d] = (int) (first - chunkMin);
            inBlock[d] = (int) (first - min[d]);
            common[d] = (int) (end - first);
        }
        return new ChunkPart(grid.clone(), inChunk, inBlock, common);
    }

    private static final class Parts implements Iterator<ChunkPart> {

        private final long[] min;
        private final int[] size;
        private final int[] chunk;
        private final long[] grid;
        private boolean done;

        Parts(long[] min, int[] size, int[] chunk) {
            this.min = min;
            this.size = size;
            this.chunk = chunk;
            grid = new long[min.length];
            for (int d = 0; d < grid.length; d++) grid[d] = min[d] / chunk[d];
        }

        @Override
        public boolean hasNext() {
            return !done;
        }

        @Override
        public ChunkPart next() {
            if (done) throw new NoSuchElementException();
            ChunkPart part = at(grid, min, size, chunk);
            advance();
            return part;
        }

        private void advance() {
            for (int d = grid.length - 1; d >= 0; d--) {
                if (++grid[d] * chunk[d] < min[d] + size[d]) return;
                grid[d] = min[d] / chunk[d];
            }
            done = true;
        }
    }
}
