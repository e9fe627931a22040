package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.engine.IdlePool;

/**
 * The arrays of planes, which are used again. Safe for use from several threads.
 *
 * <p>Design decision, measured: a new array has to be cleared, and often lies where the heap has not been used yet. Where
 * the system is slow to give such memory, that takes longer than all else (a virtual machine: 42 us for 4096 bytes).
 */
final class PlaneMemory {

    /** Smaller arrays are not kept. */
    private static final int SMALLEST = 1 << 16;

    private static final long MOST = Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 16);
    private static final IdlePool<byte[]> IDLE = new IdlePool<>(MOST, array -> {});

    private PlaneMemory() {}

    /** An array of that length, with any content. */
    static byte[] take(int length) {
        byte[] used = length < SMALLEST ? null : IDLE.take(length);
        return used == null ? new byte[length] : used;
    }

    /** Nobody uses the array any more. */
    static void giveBack(byte[] array) {
        if (array.length >= SMALLEST) IDLE.giveBack(array, array.length);
    }
}
