package sc.fiji.imagetomask;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * Channel planes of tiles that are kept on the heap from the first pass to the second one, so that the tiles are not read
 * and computed twice. All of them together, of all pictures at work, take at most a third of the heap, but for what
 * a small heap needs for tables and pictures. Safe for use from
 * several threads.
 *
 * <p>Design decision: their values are copied to arrays for several planes. An array of a megabyte of its own takes two
 * megabytes of a small heap, because it is a little longer than a region of the collector G1.
 */
public final class KeptPlanes implements AutoCloseable {

    private static final int PLANES_TOGETHER = 16;

    /** Bytes for the tables of channels, and for the pictures at work. */
    private static final long NEEDED_OTHERWISE = 128 << 20;

    /** Alpha is kept with all pixels: up to four channels of the plane's size. */
    private static final int OF_PIXELS = 4;

    private static final AtomicLong ALL_BYTES = new AtomicLong();

    private final Map<Tile, Kept> tiles = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private byte[] shared = {};
    private int used;
    private int together = 1;

    /**
     * The kept planes of a tile.
     *
     * @param pixels if their alpha is needed; else null
     */
    record Kept(TermPlanes planes, Pixels pixels) {}

    /**
     * Keeps a copy of a tile's planes, if their values are on the heap and there is room.
     *
     * @param hasAlpha whether the alpha of the pixels is needed, too
     */
    boolean keep(Tile tile, TermPlanes planes, Pixels pixels, boolean hasAlpha) {
        long values = 0;
        for (MaskSpan stored : planes.stored())
            values += (long) stored.length() * (stored instanceof ByteSpan ? 1 : Float.BYTES);
        if (values == 0) return false;
        long channels = planes.stored().size();
        if (!hasRoom(hasAlpha ? values / channels * (channels + OF_PIXELS) : values)) return false;
        tiles.put(tile, new Kept(planes.movedTo(this::copy), hasAlpha ? pixels : null));
        return true;
    }

    private MaskSpan copy(MaskSpan stored) {
        MaskSpan place =
                stored instanceof ByteSpan ? bytes(stored.length()) : MaskSpan.Floats.allocate(stored.length());
        System.arraycopy(stored.array(), stored.offset(), place.array(), place.offset(), stored.length());
        return place;
    }

    private boolean hasRoom(long more) {
        if (ALL_BYTES.addAndGet(more) <= (Runtime.getRuntime().maxMemory() - NEEDED_OTHERWISE) / 3) {
            bytes.addAndGet(more);
            return true;
        }
        ALL_BYTES.addAndGet(-more);
        return false;
    }

    /** The first array has one plane, the next ones more and more. */
    private synchronized ByteSpan bytes(int length) {
        if (shared.length - used < length) {
            shared = new byte[(int) Math.min((long) together * length, Integer.MAX_VALUE - 8)];
            used = 0;
            together = Math.min(2 * together, PLANES_TOGETHER);
        }
        used += length;
        return new ByteSpan(shared, used - length, length);
    }

    /** Whether no tile is kept. */
    public boolean isEmpty() {
        return tiles.isEmpty();
    }

    /** The planes of a tile; null if they are not kept. */
    Kept get(Tile tile) {
        return tiles.get(tile);
    }

    /** Gives all planes up. */
    @Override
    public void close() {
        tiles.clear();
        shared = new byte[0];
        ALL_BYTES.addAndGet(-bytes.getAndSet(0));
    }
}
