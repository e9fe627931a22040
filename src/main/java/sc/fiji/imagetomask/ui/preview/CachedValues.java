package sc.fiji.imagetomask.ui.preview;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Values that are made once and kept as long as they are needed. */
final class CachedValues<K, V> implements AutoCloseable {

    private final Map<K, CachedValue<K, V>> values = new HashMap<>();

    V get(K key, Supplier<V> maker) {
        return values.computeIfAbsent(key, unused -> new CachedValue<>()).get(key, maker);
    }

    /** Closes all that have other keys. */
    void keep(Collection<K> keys) {
        values.entrySet().removeIf(entry -> {
            if (keys.contains(entry.getKey())) return false;
            entry.getValue().close();
            return true;
        });
    }

    @Override
    public void close() {
        values.values().forEach(CachedValue::close);
        values.clear();
    }
}
