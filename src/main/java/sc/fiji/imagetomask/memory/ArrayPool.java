package sc.fiji.imagetomask.memory;

import java.lang.reflect.Array;

/**
 * Primitive arrays of planes, tiles and chunks that are used again. Safe for use from several threads.
 *
 * <p>Design decision, measured: large new arrays burden the garbage collector. A new array has to be cleared, too, and often
 * lies where the heap has not been used yet. Where the system is slow to give such memory, that takes longer than all else
 * (a virtual machine: 42 us for 4096 bytes).
 */
public final class ArrayPool {

    /** Shorter arrays are made as fast as they are found. */
    private static final int SHORTEST = 1 << 15;

    private static final long MOST_BYTES =
            Math.min(256 << 20, Runtime.getRuntime().maxMemory() / 16);
    private static final IdlePool<Object> IDLE = new IdlePool<>(MOST_BYTES, array -> {});

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
        Object used = length < SHORTEST ? null : IDLE.take(size(type, length), type::isInstance);
        return type.cast(used != null ? used : Array.newInstance(type.getComponentType(), length));
    }

    /** Takes an array back that nobody uses any more; any array will do. */
    public static void give(Object array) {
        int length = Array.getLength(array);
        if (length >= SHORTEST) IDLE.giveBack(array, size(array.getClass(), length));
    }

    private static long size(Class<?> type, int length) {
        if (type == byte[].class) return length;
        if (type == short[].class) return 2L * length;
        return (type == long[].class || type == double[].class ? 8L : 4L) * length;
    }
}
