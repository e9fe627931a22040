package sc.fiji.imagetomask;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * Channel planes of tiles that are kept from the first pass to the second one, so that the tiles are not read and computed
 * twice: on the heap, or else in a file, if there is one. Of planes that are not on the heap themselves the pixels are kept, so
 * that the tiles are not read twice. On the heap all of them together, of all pictures at work, take
 * at most a third of it, but for what a small heap needs for tables and pictures. Safe for use from several threads.
 *
 * <p>Design decision: their values are copied to arrays for several planes. An array of a megabyte of its own takes two
 * megabytes of a small heap, because it is a little longer than a region of the collector G1.
 */
public final class KeptPlanes implements AutoCloseable {

    private static final int PLANES_TOGETHER = 16;

    /** Bytes of such an array, because it is there before all its planes are. */
    private static final int MOST_TOGETHER = 1 << 24;

    /** Bytes for the tables of channels, and for the pictures at work. */
    private static final long NEEDED_OTHERWISE = 128 << 20;

    private static final AtomicLong ALL_BYTES = new AtomicLong();

    private final Map<Tile, Kept> tiles = new ConcurrentHashMap<>();
    private final Map<Tile, InFile> tilesInFile = new ConcurrentHashMap<>();
    private final PlaneFile file;
    private final long mostOnHeap;
    private final AtomicLong bytes = new AtomicLong();
    private byte[] shared = {};
    private int used;
    private int together = 1;

    /** Kept on the heap only. */
    public KeptPlanes() {
        this(null);
    }

    /** @param file for planes that the heap has no room for; null if there is none */
    public KeptPlanes(PlaneFile file) {
        this(file, (Runtime.getRuntime().maxMemory() - NEEDED_OTHERWISE) / 3);
    }

    /** @param mostOnHeap bytes of all kept planes on the heap, those of others, too */
    KeptPlanes(PlaneFile file, long mostOnHeap) {
        this.file = file;
        this.mostOnHeap = mostOnHeap;
    }

    /**
     * What is kept of a tile.
     *
     * @param planes null if the pixels are kept instead
     * @param pixels if they are needed, or their alpha, which they may have alone; else null
     */
    record Kept(TermPlanes planes, Pixels pixels) {}

    /**
     * The planes of a tile that are in the file.
     *
     * @param planes with spans of no pixels
     * @param places of what belongs in these spans
     */
    private record InFile(TermPlanes planes, Map<MaskSpan, PlaneFile.Stretch> places) {

        /** Null if the file cannot be read any more. */
        Kept read(PlaneFile file) {
            try {
                return new Kept(planes.movedTo(span -> read(file, span)), null);
            } catch (UncheckedIOException e) {
                return null;
            }
        }

        private MaskSpan read(PlaneFile file, MaskSpan span) {
            PlaneFile.Stretch stretch = places.get(span);
            MaskSpan values = allocate(span, stretch.length());
            try {
                file.read(stretch, values);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return values;
        }
    }

    /**
     * Keeps a copy of a tile's planes if their values are on the heap, or else its pixels; if there is room.
     *
     * @param hasAlpha whether the alpha of the pixels is needed, too
     * @return whether the pixels are kept, so that their arrays may not be used for others
     */
    boolean keep(Tile tile, TermPlanes planes, Pixels pixels, boolean hasAlpha) {
        long values = 0;
        for (MaskSpan stored : planes.stored())
            values += (long) stored.length() * (stored instanceof ByteSpan ? 1 : Float.BYTES);
        Pixels needed = values == 0 ? pixels : hasAlpha ? pixels.alphaAlone() : null;
        if (hasRoom(values + (needed == null ? 0 : needed.bytes()))) {
            tiles.put(tile, new Kept(values == 0 ? null : planes.movedTo(this::copy), needed));
            return needed != null;
        }
        if (file != null && needed == null) keepInFile(tile, planes);
        return false;
    }

    private void keepInFile(Tile tile, TermPlanes planes) {
        Map<MaskSpan, PlaneFile.Stretch> places = new IdentityHashMap<>();
        TermPlanes empty = planes.movedTo(stored -> {
            MaskSpan none = allocate(stored, 0);
            places.put(none, file.write(stored));
            return none;
        });
        if (!places.containsValue(null)) tilesInFile.put(tile, new InFile(empty, places));
    }

    private static MaskSpan allocate(MaskSpan kind, int length) {
        return kind instanceof ByteSpan ? ByteSpan.allocate(length) : MaskSpan.Floats.allocate(length);
    }

    private MaskSpan copy(MaskSpan stored) {
        MaskSpan place =
                stored instanceof ByteSpan ? bytes(stored.length()) : MaskSpan.Floats.allocate(stored.length());
        System.arraycopy(stored.array(), stored.offset(), place.array(), place.offset(), stored.length());
        return place;
    }

    private boolean hasRoom(long more) {
        if (ALL_BYTES.addAndGet(more) <= mostOnHeap) {
            bytes.addAndGet(more);
            return true;
        }
        ALL_BYTES.addAndGet(-more);
        return false;
    }

    /** The first array has one plane, the next ones more and more. */
    private synchronized ByteSpan bytes(int length) {
        if (shared.length - used < length) {
            shared = new byte[Math.max(1, Math.min(together, MOST_TOGETHER / length)) * length];
            used = 0;
            together = Math.min(2 * together, PLANES_TOGETHER);
        }
        used += length;
        return new ByteSpan(shared, used - length, length);
    }

    /** Whether no tile is kept. */
    public boolean isEmpty() {
        return tiles.isEmpty() && tilesInFile.isEmpty();
    }

    /** Gives what is kept of a tile, once, because its arrays may then be used for others; null if there is nothing. */
    Kept take(Tile tile) {
        Kept onHeap = tiles.remove(tile);
        if (onHeap != null) return onHeap;
        InFile inFile = tilesInFile.get(tile);
        return inFile == null ? null : inFile.read(file);
    }

    /** Gives all planes up. */
    @Override
    public void close() {
        tiles.clear();
        tilesInFile.clear();
        shared = new byte[0];
        ALL_BYTES.addAndGet(-bytes.getAndSet(0));
    }
}
