package sc.fiji.imagetomask.engine.opencl;

import org.jocl.cl_mem;

/** A buffer in the memory of a device, which returns to its pool when closed. A second close does nothing. */
final class ClBuffer implements AutoCloseable {

    private final ClMemory pool;
    private final long size;
    private cl_mem memory;

    ClBuffer(ClMemory pool, cl_mem memory, long size) {
        this.pool = pool;
        this.memory = memory;
        this.size = size;
    }

    /** The handle. */
    cl_mem memory() {
        if (memory == null) throw new IllegalStateException("The buffer is closed.");
        return memory;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    @Override
    public synchronized void close() {
        if (memory == null) return;
        cl_mem released = memory;
        memory = null;
        pool.giveBack(released, size);
    }
}
