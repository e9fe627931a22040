package sc.fiji.imagetomask.engine.opencl;

import java.nio.ByteBuffer;
import org.jocl.cl_mem;

/** A buffer in the memory of a device, which returns to its pool when closed. A second close does nothing. */
final class ClBuffer implements AutoCloseable {

    private final ClMemory pool;
    private final long size;
    private ClMemory.Block memory;

    ClBuffer(ClMemory pool, ClMemory.Block memory, long size) {
        this.pool = pool;
        this.memory = memory;
        this.size = size;
    }

    /** The handle. */
    cl_mem memory() {
        return open().buffer();
    }

    private ClMemory.Block open() {
        if (memory == null) throw new IllegalStateException("The buffer is closed.");
        return memory;
    }

    /** Its bytes, which the host may read and write while no command uses the buffer; null if they are not shared. */
    ByteBuffer shared() {
        return open().bytes();
    }

    /** In bytes. */
    long size() {
        return size;
    }

    @Override
    public synchronized void close() {
        if (memory == null) return;
        ClMemory.Block released = memory;
        memory = null;
        pool.giveBack(released, size);
    }
}
