package sc.fiji.imagetomask.engine.opencl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_context;
import org.jocl.cl_mem;
import sc.fiji.imagetomask.memory.IdlePool;

/**
 * The memory of a device: closed buffers are kept for the next use, up to a limit, and released if they are not used
 * for a while. Safe for use from several threads.
 *
 * <p>Design decision, measured: on PoCL a new buffer costs more than all kernels on it (each page is touched for the
 * first time), and drivers of GPUs take a millisecond and more for one.
 */
final class ClMemory implements AutoCloseable {

    /** The bytes of a Java buffer. */
    private static final long MOST_SHARED = Integer.MAX_VALUE;

    private final ClApi api;
    private final cl_context context;
    private final boolean shared;
    private final IdlePool<Block> idle;
    /**
     * One entry for each task that the thread is working on: it may start another one while it waits for threads that
     * help it.
     */
    private final ThreadLocal<Deque<List<Closed>>> closed = ThreadLocal.withInitial(ArrayDeque::new);

    private record Closed(Block memory, long size) {}

    /**
     * A piece of memory.
     *
     * @param buffer its handle
     * @param pointer to the memory that it shares with the host; null if it does not
     * @param bytes that memory, or null
     */
    record Block(cl_mem buffer, Pointer pointer, ByteBuffer bytes) {}

    /**
     * Memory of that context.
     *
     * @param bound the largest number of unused bytes that are kept
     * @param shared whether it is shared with the host, which then reads and writes it without a command
     */
    ClMemory(ClApi api, cl_context context, long bound, boolean shared) {
        this.api = api;
        this.context = context;
        this.shared = shared;
        idle = new IdlePool<>(bound, this::release);
    }

    private void release(Block block) {
        ClApi.quietly(() -> api.release(block.buffer));
        if (block.pointer != null) ClApi.quietly(() -> api.freeShared(block.pointer, context));
    }

    /** A buffer of that many bytes; if the device has no memory left, unused buffers are released first. */
    ClBuffer take(long size) {
        long rounded = rounded(size);
        Block memory = idle.take(rounded);
        if (memory == null)
            try {
                memory = create(rounded);
            } catch (ClException e) {
                if (!idle.trim(0)) throw e;
                memory = create(rounded);
            }
        return new ClBuffer(this, memory, size);
    }

    private Block create(long size) {
        if (!shared || size > MOST_SHARED)
            return new Block(api.createBuffer(context, CL.CL_MEM_READ_WRITE, size), null, null);
        Pointer pointer = api.createShared(context, size);
        try {
            cl_mem buffer = api.createBuffer(context, pointer, size);
            ByteBuffer bytes = pointer.getByteBuffer(0, size).order(ByteOrder.nativeOrder());
            return new Block(buffer, pointer, bytes);
        } catch (ClException e) {
            ClApi.quietly(() -> api.freeShared(pointer, context));
            throw e;
        }
    }

    /**
     * Rounded up in steps of an eighth of a power of two, so that a buffer can be used again for a slightly different
     * size.
     */
    private static long rounded(long size) {
        long step = Math.max(4096, Long.highestOneBit(Math.max(size, 1)) / 8);
        return (Math.max(size, 1) + step - 1) / step * step;
    }

    /** Keeps the memory of a closed buffer of that size, for its next use or until {@link #settle}. */
    void giveBack(Block memory, long size) {
        List<Closed> apart = closed.get().peek();
        if (apart == null) idle.giveBack(memory, rounded(size));
        else apart.add(new Closed(memory, size));
    }

    /**
     * From now on, buffers that this thread closes are kept apart, because commands that it has enqueued may still use
     * them.
     */
    void keepApart() {
        closed.get().push(new ArrayList<>());
    }

    /** The buffers that this thread has closed since the last {@link #keepApart} are no longer in use. */
    void settle() {
        Deque<List<Closed>> all = closed.get();
        all.pop().forEach(one -> idle.giveBack(one.memory, rounded(one.size)));
        if (all.isEmpty()) closed.remove();
    }

    /** From now on nothing is released before {@link #close}. */
    void hold() {
        idle.hold();
    }

    @Override
    public void close() {
        idle.close();
    }
}
