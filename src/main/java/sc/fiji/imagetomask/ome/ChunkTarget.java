package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.threads.Together;

/**
 * Writes one mask, which comes in tiles of any shape, as chunks of the largest resolution of an OME-Zarr image, several
 * at a time on ImgLib2's threads. A chunk is written, and its memory given back, as soon as it is complete. An error is
 * an {@link UncheckedIOException}.
 */
public final class ChunkTarget implements MaskTarget {

    private final MaskChunks chunks;
    private final long slice;
    private final long width;
    private final long height;
    private final boolean floats;
    private final Map<Long, Chunk> begun = new TreeMap<>();

    /** @param slice which mask; those of the first t first */
    public ChunkTarget(OmeZarrOutput output, OmeZarrSpec spec, long slice) {
        chunks = MaskChunks.of(spec, output);
        this.slice = slice;
        width = spec.shape().get(chunks.axes().indexOf("x"));
        height = spec.shape().get(chunks.axes().indexOf("y"));
        floats = spec.type().isFloat();
    }

    @Override
    public MaskSpan open(Tile tile) {
        return floats ? MaskSpan.Floats.allocate(tile.pixels()) : ByteSpan.allocate(tile.pixels());
    }

    @Override
    public void written(Tile tile, MaskSpan run) {
        List<Chunk> complete = new ArrayList<>();
        int chunkWidth = chunks.width();
        int chunkHeight = chunks.height();
        for (long y = tile.y() / chunkHeight; y * chunkHeight < tile.y() + tile.height(); y++)
            for (long x = tile.x() / chunkWidth; x * chunkWidth < tile.x() + tile.width(); x++) {
                long key = y * ((width - 1) / chunkWidth + 1) + x;
                Chunk chunk = begun.get(key);
                if (chunk == null) begun.put(key, chunk = chunk(x, y));
                if (chunk.put(tile, run.array())) complete.add(begun.remove(key));
            }
        Together.forEach(complete, this::write);
    }

    private Chunk chunk(long x, long y) {
        long left = x * chunks.width();
        long top = y * chunks.height();
        Tile place = new Tile(
                left, top, (int) Math.min(chunks.width(), width - left), (int) Math.min(chunks.height(), height - top));
        return new Chunk(place, floats ? new float[place.pixels()] : new byte[place.pixels()]);
    }

    private void write(Chunk chunk) {
        try {
            chunks.write(slice, chunk.place, chunk.values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A chunk that is not complete yet. */
    private static final class Chunk {

        private final Tile place;
        private final Object values;
        private long missing;

        Chunk(Tile place, Object values) {
            this.place = place;
            this.values = values;
            missing = place.pixels();
        }

        /** Copies the values of the tile that belong to it. Returns whether it is complete now. */
        boolean put(Tile tile, Object from) {
            long left = Math.max(tile.x(), place.x());
            long top = Math.max(tile.y(), place.y());
            int columns = (int) (Math.min(tile.x() + tile.width(), place.x() + place.width()) - left);
            int rows = (int) (Math.min(tile.y() + tile.height(), place.y() + place.height()) - top);
            for (long y = top; y < top + rows; y++)
                System.arraycopy(from, index(tile, left, y), values, index(place, left, y), columns);
            missing -= (long) columns * rows;
            return missing == 0;
        }

        private static int index(Tile tile, long x, long y) {
            return (int) ((y - tile.y()) * tile.width() + x - tile.x());
        }
    }
}
