package sc.fiji.imagetomask.zarr.store;

import java.lang.ref.SoftReference;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Primitive arrays of chunks and tiles that are used again instead of made again: large ones burden the garbage
 * collector. Safe for use from several threads. The collector may take those that are not in use.
 */
public final class ArrayPool {

    /** Bytes of the arrays that wait to be used again. */
    private static final long MOST = Math.min(256 << 20, Runtime.getRuntime().maxMemory() / 16);

    /** Shorter arrays are made as fast as they are found. */
    private static final int SHORTEST = 1 << 14;

    private static SoftReference<Deque<Object>> waiting = new SoftReference<>(null);
    private static long held;

    private ArrayPool() {}

    /**
     * Bytes of at least that length. Lengths that differ a little get arrays of the same length, so that they are used again.
     */
    public static byte[] bytes(int atLeast) {
        int step = Math.max(1, Integer.highestOneBit(atLeast) >> 3);
        return take(byte[].class, (int) Math.min(Integer.MAX_VALUE - 8, (atLeast + step - 1L) / step * step));
    }

    /**
     * An array of that length, whose values are anything.
     *
     * @param type of the array, such as {@code byte[].class}
     */
    public static <A> A take(Class<A> type, int length) {
        A used = length < SHORTEST ? null : used(type, length);
        return used != null ? used : type.cast(Array.newInstance(type.getComponentType(), length));
    }

    private static synchronized <A> A used(Class<A> type, int length) {
        Iterator<Object> arrays = deque().descendingIterator();
        while (arrays.hasNext()) {
            Object array = arrays.next();
            if (type.isInstance(array) && Array.getLength(array) == length) {
                arrays.remove();
                held -= sizeOf(array);
                return type.cast(array);
            }
        }
        return null;
    }

    /** Takes an array back that nobody uses any more; any array will do. */
    public static synchronized void give(Object array) {
        if (Array.getLength(array) < SHORTEST) return;
        Deque<Object> deque = deque();
        deque.addLast(array);
        held += sizeOf(array);
        while (held > MOST) held -= sizeOf(deque.removeFirst());
    }

    private static long sizeOf(Object array) {
        Class<?> type = array.getClass();
        int each = type == byte[].class ? 1 : type == short[].class ? 2 : type == double[].class ? 8 : 4;
        return (long) each * Array.getLength(array);
    }

    private static Deque<Object> deque() {
        Deque<Object> deque = waiting.get();
        if (deque == null) {
            waiting = new SoftReference<>(deque = new ArrayDeque<>());
            held = 0;
        }
        return deque;
    }
}
