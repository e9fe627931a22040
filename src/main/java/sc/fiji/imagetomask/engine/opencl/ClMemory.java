package sc.fiji.imagetomask.engine.opencl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    private static final long IDLE_SECONDS = 10;

    private final ClApi api;
    private final cl_context context;
    private final long bound;
    private final Deque<Idle> idle = new ArrayDeque<>(); // the longest idle first
    private long idleBytes;
    private boolean watched;
    private boolean closed;

    private record Idle(cl_mem memory, long size, long since) {}

    /** @param bound how many bytes may lie idle */
    ClMemory(ClApi api, cl_context context, long bound) {
        this.api = api;
        this.context = context;
        this.bound = bound;
    }

    /** A buffer of that many bytes; where the device has no room for it, what lies idle is given back first. */
    ClBuffer take(long size) {
        long rounded = rounded(size);
        cl_mem memory = reuse(rounded);
        if (memory == null)
            try {
                memory = create(rounded);
            } catch (ClException e) {
                if (!trim(0)) throw e;
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

    private synchronized cl_mem reuse(long size) {
        for (Iterator<Idle> all = idle.descendingIterator(); all.hasNext(); ) {
            Idle buffer = all.next();
            if (buffer.size == size) {
                all.remove();
                idleBytes -= size;
                return buffer.memory;
            }
        }
        return null;
    }

    /** Keeps the memory of a buffer of that size that was closed. */
    synchronized void giveBack(cl_mem memory, long size) {
        long rounded = rounded(size);
        if (closed || rounded > bound) {
            release(memory);
            return;
        }
        idle.addLast(new Idle(memory, rounded, System.nanoTime()));
        idleBytes += rounded;
        trim(bound);
        watch();
    }

    /** Gives back what has lain idle for longest until so many bytes are left; whether there was anything. */
    private synchronized boolean trim(long most) {
        boolean any = false;
        while (idleBytes > most && !idle.isEmpty()) {
            releaseFirst();
            any = true;
        }
        return any;
    }

    private void releaseFirst() {
        Idle first = idle.removeFirst();
        idleBytes -= first.size;
        release(first.memory);
    }

    private void release(cl_mem memory) {
        Release.quietly(() -> api.release(memory));
    }

    private void watch() {
        if (watched || idle.isEmpty()) return;
        watched = true;
        CompletableFuture.delayedExecutor(IDLE_SECONDS, TimeUnit.SECONDS).execute(this::giveBackOld);
    }

    private synchronized void giveBackOld() {
        watched = false;
        long now = System.nanoTime();
        while (!idle.isEmpty() && now - idle.peekFirst().since > TimeUnit.SECONDS.toNanos(IDLE_SECONDS) * 9 / 10)
            releaseFirst();
        watch();
    }

    @Override
    public synchronized void close() {
        closed = true;
        trim(0);
        while (!idle.isEmpty()) releaseFirst();
    }
}
