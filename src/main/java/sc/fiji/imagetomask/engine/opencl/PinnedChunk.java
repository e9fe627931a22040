package sc.fiji.imagetomask.engine.opencl;

import java.nio.ByteBuffer;
import org.jocl.CL;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_mem;

/** Pinned memory of the host, which the device reads and writes directly, and a queue for one thread to send it through. */
final class PinnedChunk implements AutoCloseable {

    /** Bytes. */
    static final int SIZE = 4 << 20;

    private final ClApi api;
    private final cl_command_queue queue;
    private cl_mem memory;
    private ByteBuffer bytes;

    PinnedChunk(ClApi api, cl_context context, ClDevice device) {
        this.api = api;
        queue = api.createQueue(context, device.id());
        try {
            memory = api.createBuffer(context, CL.CL_MEM_READ_WRITE | CL.CL_MEM_ALLOC_HOST_PTR, SIZE);
            bytes = api.map(queue, memory, true, 0, SIZE);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    cl_command_queue queue() {
        return queue;
    }

    ByteBuffer bytes() {
        return bytes;
    }

    @Override
    public void close() {
        if (bytes != null) Release.quietly(() -> api.unmap(queue, memory, bytes));
        if (memory != null) Release.quietly(() -> api.release(memory));
        Release.quietly(() -> api.release(queue));
    }
}
