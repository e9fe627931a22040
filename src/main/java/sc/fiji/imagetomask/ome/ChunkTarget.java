package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.io.UncheckedIOException;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.memory.ArrayPool;

/**
 * Writes one mask, which comes in tiles of any shape, as chunks of all resolutions of an OME-Zarr image: those of smaller
 * ones are made of the larger ones that are in memory. A chunk is written, and its memory used again, as soon as it is
 * complete. An error is an {@link UncheckedIOException}.
 */
final class ChunkTarget implements MaskTarget {

    private final LevelChunks chunks;
    private final boolean areFloats;

    /** @param slice which mask; those of the first t first */
    ChunkTarget(OmeZarrOutput output, OmeZarrSpec spec, long slice) {
        chunks = new LevelChunks(output, spec, slice);
        areFloats = spec.type().isFloat();
    }

    @Override
    public MaskSpan open(Tile tile) {
        return areFloats
                ? MaskSpan.Floats.of(ArrayPool.take(float[].class, tile.pixels()))
                : ByteSpan.of(ArrayPool.take(byte[].class, tile.pixels()));
    }

    @Override
    public void written(Tile tile, MaskSpan span) {
        try {
            chunks.put(tile, span.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isConcurrent() {
        return true;
    }

    /** Writes what waits for chunks that are complete now. */
    void finish() {
        try {
            chunks.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
