package sc.fiji.imagetomask.ui.preview;

import java.util.Objects;
import java.util.function.Supplier;

/** A value that is made once and kept until its key changes. Then it is closed, if it can be closed, and made again. */
final class CachedValue<K, V> implements AutoCloseable {

    private K key;
    private V value;

    V get(K newKey, Supplier<V> maker) {
        if (value == null || !Objects.equals(key, newKey)) {
            close();
            value = maker.get();
            key = newKey;
        }
        return value;
    }

    @Override
    public void close() {
        V old = value;
        value = null;
        if (old instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
