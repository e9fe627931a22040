package sc.fiji.imagetomask.engine.opencl;

import java.nio.ByteBuffer;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_platform_id;
import org.jocl.cl_program;

/**
 * The calls of OpenCL that this project makes: the only way to the driver, so that a test can make any of them fail.
 * Sizes and offsets are in bytes. Every call throws {@link ClException} unless it succeeds.
 */
interface ClApi {

    cl_platform_id[] platforms();

    String platformName(cl_platform_id platform);

    /** None, if the platform is empty. */
    cl_device_id[] devices(cl_platform_id platform);

    String deviceString(cl_device_id device, int parameter);

    long deviceNumber(cl_device_id device, int parameter);

    cl_context createContext(cl_platform_id platform, cl_device_id device);

    void release(cl_context context);

    cl_command_queue createQueue(cl_context context, cl_device_id device);

    void release(cl_command_queue queue);

    cl_program createProgram(cl_context context, String source);

    void build(cl_program program, cl_device_id device, String options);

    String buildLog(cl_program program, cl_device_id device);

    void release(cl_program program);

    cl_kernel createKernel(cl_program program, String name);

    long workGroupSize(cl_kernel kernel, cl_device_id device);

    void setArgument(cl_kernel kernel, int index, cl_mem buffer);

    void setArgument(cl_kernel kernel, int index, int number);

    /** One number, or a vector of 2, 4, 8 or 16. */
    void setArgument(cl_kernel kernel, int index, long[] numbers);

    /** A vector of 2, 4, 8 or 16. */
    void setArgument(cl_kernel kernel, int index, float[] numbers);

    void release(cl_kernel kernel);

    cl_mem createBuffer(cl_context context, long flags, long size);

    void release(cl_mem buffer);

    /** Memory that host and device share, so that both see what the other one wrote before and after each command. */
    Pointer createShared(cl_context context, long size);

    /** A buffer in shared memory. */
    cl_mem createBuffer(cl_context context, Pointer shared, long size);

    /** Frees shared memory, after its buffer is released. */
    void freeShared(Pointer shared, cl_context context);

    /** Blocks until the host's bytes are in the buffer. */
    void write(cl_command_queue queue, cl_mem buffer, long offset, long size, Pointer host);

    /** Blocks until the buffer's bytes are on the host. */
    void read(cl_command_queue queue, cl_mem buffer, long offset, long size, Pointer host);

    /** Enqueues zeros into the buffer's first bytes. */
    void clear(cl_command_queue queue, cl_mem buffer, long size);

    /** Enqueues a copy of the first bytes of a buffer into another one. */
    void copy(cl_command_queue queue, cl_mem from, cl_mem to, long size);

    /** Enqueues a run of the kernel. */
    void run(cl_command_queue queue, cl_kernel kernel, long workItems, long groupSize);

    /** Blocks until the queue is empty. */
    void finish(cl_command_queue queue);

    /**
     * Blocks until the buffer's bytes can be read by the host, or overwritten as a whole.
     *
     * @return of the machine's byte order
     */
    ByteBuffer map(cl_command_queue queue, cl_mem buffer, boolean write, long offset, long size);

    /** Enqueues that the host is done with mapped bytes. */
    void unmap(cl_command_queue queue, cl_mem buffer, ByteBuffer mapped);

    /** Enqueues a marker and sends the queue to the device. */
    cl_event createMarker(cl_command_queue queue);

    /**
     * Whether all that was enqueued before the marker is done, and what it wrote can be seen by all queues; fails if any
     * of it failed.
     */
    boolean isDone(cl_event marker);

    void release(cl_event marker);

    /** Releases something. An error here is only logged, so that it does not hide the first error. */
    static void quietly(Runnable release) {
        try {
            release.run();
        } catch (ClException e) {
            System.getLogger("sc.fiji.imagetomask").log(System.Logger.Level.DEBUG, e::getMessage);
        }
    }
}
