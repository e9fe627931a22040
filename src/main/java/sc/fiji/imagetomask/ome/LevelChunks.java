package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.memory.ArrayPool;
import sc.fiji.imagetomask.zarr.Threads;

/**
 * The chunks of one resolution of one mask that are begun. One that is complete is written, and its means go into a chunk
 * of the next smaller resolution. Safe for use from several threads.
 *
 * <p>Design decision: chunks of smaller resolutions that are begun take at most a sixteenth of the heap. Those for which
 * there is no room, and what is made of them, are made of the files at the end.
 */
final class LevelChunks {

    private static final int PART_OF_HEAP = 16;

    private final MaskChunks chunks;
    private final OmeZarrSpec spec;
    private final int level;
    private final long slice;
    private final AtomicLong room;
    private final LevelChunks smaller;
    private final Map<Long, BegunChunk> begun = new TreeMap<>();
    private final Map<Long, Tile> leftOut = new TreeMap<>();

    /** Those of the largest resolution. */
    LevelChunks(OmeZarrOutput output, OmeZarrSpec spec, long slice) {
        this(output, spec, slice, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** @param bytes how many begun chunks of smaller resolutions may take */
    LevelChunks(OmeZarrOutput output, OmeZarrSpec spec, long slice, long bytes) {
        this(MaskChunks.of(spec, output), spec, 0, slice, new AtomicLong(bytes));
    }

    private LevelChunks(MaskChunks chunks, OmeZarrSpec spec, int level, long slice, AtomicLong room) {
        this.chunks = chunks;
        this.spec = spec;
        this.level = level;
        this.slice = slice;
        this.room = room;
        smaller = level + 1 < spec.levels() ? new LevelChunks(chunks, spec, level + 1, slice, room) : null;
    }

    private long size(String axis) {
        return spec.shape(level).get(chunks.axes().indexOf(axis));
    }

    /** All of a chunk that is inside the image. */
    private Tile place(long column, long row) {
        long x = column * chunks.width();
        long y = row * chunks.height();
        return new Tile(
                x, y, (int) Math.min(chunks.width(), size("x") - x), (int) Math.min(chunks.height(), size("y") - y));
    }

    /** Takes a rectangle of values, row by row, in an array that is not used any more afterwards. */
    void put(Tile tile, Object values) throws IOException {
        if (place(tile.x() / chunks.width(), tile.y() / chunks.height()).equals(tile)) {
            write(tile, values);
            return;
        }
        List<BegunChunk> complete = new ArrayList<>();
        long right = (tile.x() + tile.width() - 1) / chunks.width();
        long bottom = (tile.y() + tile.height() - 1) / chunks.height();
        for (long row = tile.y() / chunks.height(); row <= bottom; row++)
            for (long column = tile.x() / chunks.width(); column <= right; column++) {
                BegunChunk chunk = begun(column, row);
                if (isComplete(chunk, chunk.copy(tile, values))) complete.add(chunk);
            }
        ArrayPool.give(values);
        Threads.forEach(complete, chunk -> write(chunk.place(), chunk.values()));
    }

    private synchronized BegunChunk begun(long column, long row) {
        long key = key(column, row);
        BegunChunk chunk = begun.get(key);
        if (chunk == null) {
            Tile place = place(column, row);
            chunk = new BegunChunk(key, place, hasRoom(place) ? array(place) : null);
            begun.put(key, chunk);
        }
        return chunk;
    }

    private long key(long column, long row) {
        return row * ((size("x") - 1) / chunks.width() + 1) + column;
    }

    private Object array(Tile place) {
        return ArrayPool.take(spec.type().arrayType(), place.pixels());
    }

    private boolean hasRoom(Tile place) {
        if (level == 0) return true;
        if (room.addAndGet(-bytes(place)) >= 0) return true;
        room.addAndGet(bytes(place));
        return false;
    }

    private long bytes(Tile place) {
        return (long) place.pixels() * spec.type().bytes();
    }

    /** Counts values that a chunk got; whether it has all of them now. */
    private synchronized boolean isComplete(BegunChunk chunk, int more) {
        if (!chunk.isComplete(more)) return false;
        begun.remove(chunk.key());
        if (chunk.values() == null) leftOut.put(chunk.key(), chunk.place());
        return chunk.values() != null;
    }

    private void write(Tile place, Object values) throws IOException {
        chunks.writeOne(level, slice, place, values);
        if (smaller != null && arePaired()) smaller.putMeans(place, values);
        ArrayPool.give(values);
    }

    /** Whether no two neighbours that make one mean lie in different chunks. */
    private boolean arePaired() {
        return (chunks.width() % 2 == 0 || size("x") <= chunks.width())
                && (chunks.height() % 2 == 0 || size("y") <= chunks.height());
    }

    private void putMeans(Tile larger, Object values) throws IOException {
        Tile part = new Tile(larger.x() / 2, larger.y() / 2, (larger.width() + 1) / 2, (larger.height() + 1) / 2);
        BegunChunk chunk = begun(part.x() / chunks.width(), part.y() / chunks.height());
        if (chunk.values() != null) {
            Tile place = chunk.place();
            int at = (int) ((part.y() - place.y()) * place.width() + part.x() - place.x());
            new HalfSize(spec.type(), chunks.isByRows())
                    .put(values, 0, larger.width(), larger.height(), chunk.values(), at, place.width());
        }
        if (!isComplete(chunk, part.pixels())) return;
        room.addAndGet(bytes(chunk.place()));
        write(chunk.place(), chunk.values());
    }

    /** Writes the chunks of all smaller resolutions that are not written yet. */
    void finish() throws IOException {
        if (smaller != null) smaller.writeRest(List.of(), !arePaired());
    }

    /**
     * Writes those that were left out or are begun, and what is made of others that were written so.
     *
     * @param larger chunks of the next larger resolution that were written so
     * @param all whether none is written yet
     */
    private void writeRest(List<Tile> larger, boolean all) throws IOException {
        Map<Long, Tile> rest = new TreeMap<>(leftOut);
        for (BegunChunk chunk : begun.values()) {
            if (chunk.values() != null) room.addAndGet(bytes(chunk.place()));
            rest.put(chunk.key(), chunk.place());
        }
        begun.clear();
        for (Tile place : larger) add(rest, place.x() / 2 / chunks.width(), place.y() / 2 / chunks.height());
        if (all)
            for (long row = 0; row * chunks.height() < size("y"); row++)
                for (long column = 0; column * chunks.width() < size("x"); column++) add(rest, column, row);
        Threads.forEach(rest.values(), place -> chunks.output().writeMeans(level, chunks.grid(slice, place)));
        if (smaller != null) smaller.writeRest(List.copyOf(rest.values()), all);
    }

    private void add(Map<Long, Tile> places, long column, long row) {
        places.put(key(column, row), place(column, row));
    }
}
