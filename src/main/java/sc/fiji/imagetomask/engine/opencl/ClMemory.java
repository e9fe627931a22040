package sc.fiji.imagetomask.engine.opencl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jocl.CL;
import org.jocl.cl_context;
import org.jocl.cl_mem;

/**
 * The memory of a device: buffers that are closed are kept for the next use, up to a bound, and given back to the
 * driver once nobody has used them for a while. Safe for use from several threads.
 *
 * <p>Design decision, measured: on PoCL a new buffer costs more than all kernels on it (each page is touched for the
 * first time), and drivers of GPUs take a millisecond and more for one.
 */
final class ClMemory implements AutoCloseable {

    private final ClApi api;
    private final cl_context context;
    private final IdlePool<cl_mem> idle;
    /** For each work that the thread is in: it may take up another one while it waits for threads that help it. */
    private final ThreadLocal<Deque<List<Closed>>> closed = ThreadLocal.withInitial(ArrayDeque::new);

    private record Closed(cl_mem memory, long size) {}

    /** @param bound how many bytes may lie idle */
    ClMemory(ClApi api, cl_context context, long bound) {
        this.api = api;
        this.context = context;
        idle = new IdlePool<>(bound, memory -> Release.quietly(() -> api.release(memory)));
    }

    /** A buffer of that many bytes; where the device has no room for it, what lies idle is given back first. */
    ClBuffer take(long size) {
        long rounded = rounded(size);
        cl_mem memory = idle.take(rounded);
        if (memory == null)
            try {
                memory = create(rounded);
            } catch (ClException e) {
                if (!idle.trim(0)) throw e;
                memory = create(rounded);
            }
        return new ClBuffer(this, memory, size);
    }

    private cl_mem create(long size) {
        return api.createBuffer(context, CL.CL_MEM_READ_WRITE, size);
    }

    /** In steps of an eighth of its power of two, so that buffers of about the same size serve each other. */
    private static long rounded(long size) {
        long step = Math.max(4096, Long.highestOneBit(Math.max(size, 1)) / 8);
        return (Math.max(size, 1) + step - 1) / step * step;
    }

    /** Keeps the memory of a buffer of that size that was closed: for its next use, or until {@link #settle}. */
    void giveBack(cl_mem memory, long size) {
        List<Closed> apart = closed.get().peek();
        if (apart == null) idle.giveBack(memory, rounded(size));
        else apart.add(new Closed(memory, size));
    }

    /** From now on what this thread gives back is kept apart, since what it has enqueued may be at work on it. */
    void keepApart() {
        closed.get().push(new ArrayList<>());
    }

    /** Nothing works any more on what this thread has given back since the last {@link #keepApart}. */
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
