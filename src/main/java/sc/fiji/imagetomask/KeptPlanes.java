package sc.fiji.imagetomask;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
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
final class KeptPlanes implements AutoCloseable {

    private static final int PLANES_TOGETHER = 16;

    /** Bytes for the tables of channels, and for the pictures at work. */
    private static final long NEEDED_OTHERWISE = 128 << 20;

    /** Alpha is kept with all pixels: up to four channels of the plane's size. */
    private static final int WITH_PIXELS = 5;

    private static final AtomicLong ALL_BYTES = new AtomicLong();

    private final Map<Tile, Kept> planes = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private byte[] shared = {};
    private int used;
    private int together = 1;

    /**
     * A kept plane.
     *
     * @param pixels if their alpha is needed; else null
     * @param isHighBitDepth whether the pixels are of high bit depth
     */
    record Kept(ChannelPlane plane, Pixels pixels, boolean isHighBitDepth) {}

    /**
     * Keeps a copy of a plane, if its values are on the heap and there is room.
     *
     * @param hasAlpha whether the alpha of the pixels is needed, too
     */
    boolean keep(Tile tile, ChannelPlane plane, Pixels pixels, boolean hasAlpha) {
        MaskSpan stored = plane.stored();
        if (stored == null) return false;
        int valueBytes = stored instanceof ByteSpan ? 1 : Float.BYTES;
        if (!hasRoom((long) (hasAlpha ? WITH_PIXELS : 1) * valueBytes * stored.length())) return false;
        MaskSpan place =
                stored instanceof ByteSpan ? bytes(stored.length()) : MaskSpan.Floats.allocate(stored.length());
        System.arraycopy(stored.array(), stored.offset(), place.array(), place.offset(), stored.length());
        boolean isHighBitDepth = pixels instanceof Pixels.HighBitDepth;
        planes.put(tile, new Kept(plane.movedTo(place), hasAlpha ? pixels : null, isHighBitDepth));
        return true;
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

    /** The plane of a tile; null if it is not kept. */
    Kept get(Tile tile) {
        return planes.get(tile);
    }

    /** Gives all planes up. */
    @Override
    public void close() {
        planes.clear();
        shared = new byte[0];
        ALL_BYTES.addAndGet(-bytes.getAndSet(0));
    }
}
