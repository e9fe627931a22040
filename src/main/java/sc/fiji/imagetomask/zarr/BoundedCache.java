package sc.fiji.imagetomask.zarr;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** A cache of the values that were used last, up to this number of bytes. Safe for use from several threads. */
final class BoundedCache<K, V> {

    private record Entry<V>(V value, long bytes) {}

    private final long maxBytes;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    BoundedCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Null if it is not in the cache. */
    synchronized V get(K key) {
        Entry<V> entry = entries.get(key);
        return entry == null ? null : entry.value;
    }

    /** Returns whether it is kept: a value larger than the bound is not. */
    synchronized boolean put(K key, V value, long size) {
        if (size > maxBytes) return false;
        Entry<V> replaced = entries.put(key, new Entry<>(value, size));
        bytes += size - (replaced == null ? 0 : replaced.bytes);
        Iterator<Entry<V>> eldest = entries.values().iterator();
        while (bytes > maxBytes) {
            bytes -= eldest.next().bytes;
            eldest.remove();
        }
        return true;
    }
}
