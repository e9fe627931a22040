package sc.fiji.imagetomask.engine.opencl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_platform_id;
import org.jocl.cl_program;
import sc.fiji.imagetomask.engine.EngineException;

/**
 * OpenCL over JOCL.
 *
 * <p>Whether JOCL throws exceptions or returns error numbers is a setting for the whole JVM that other programs may
 * change. So both are handled, and the setting is not changed here.
 */
final class JoclApi implements ClApi {

    /**
     * One thread at a time makes or releases a context. JOCL 2.0.6 keeps a map of all contexts for their callbacks, without
     * a lock: two threads at it kill Java (seen in its clReleaseContext; JOCL's issue 30 looks like it).
     */
    private static final Object CONTEXTS = new Object();

    @Override
    public cl_platform_id[] platforms() {
        int[] count = new int[1];
        check("clGetPlatformIDs", () -> CL.clGetPlatformIDs(0, null, count));
        cl_platform_id[] platforms = new cl_platform_id[count[0]];
        if (platforms.length > 0)
            check("clGetPlatformIDs", () -> CL.clGetPlatformIDs(platforms.length, platforms, null));
        return platforms;
    }

    @Override
    public String platformName(cl_platform_id platform) {
        return text(
                "clGetPlatformInfo",
                (size, value, length) -> CL.clGetPlatformInfo(platform, CL.CL_PLATFORM_NAME, size, value, length));
    }

    @Override
    public cl_device_id[] devices(cl_platform_id platform) {
        int[] count = new int[1];
        try {
            check("clGetDeviceIDs", () -> CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, 0, null, count));
        } catch (ClException e) {
            if (e.status() == CL.CL_DEVICE_NOT_FOUND) return new cl_device_id[0];
            throw e;
        }
        cl_device_id[] devices = new cl_device_id[count[0]];
        if (devices.length > 0)
            check(
                    "clGetDeviceIDs",
                    () -> CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, devices.length, devices, null));
        return devices;
    }

    @Override
    public String deviceString(cl_device_id device, int parameter) {
        return text(
                "clGetDeviceInfo", (size, value, length) -> CL.clGetDeviceInfo(device, parameter, size, value, length));
    }

    @Override
    public long deviceNumber(cl_device_id device, int parameter) {
        long[] value = new long[1];
        check("clGetDeviceInfo", () -> CL.clGetDeviceInfo(device, parameter, Sizeof.cl_long, Pointer.to(value), null));
        return value[0];
    }

    @Override
    public cl_context createContext(cl_platform_id platform, cl_device_id device) {
        cl_context_properties properties = new cl_context_properties();
        properties.addProperty(CL.CL_CONTEXT_PLATFORM, platform);
        synchronized (CONTEXTS) {
            return create(
                    "clCreateContext",
                    status -> CL.clCreateContext(properties, 1, new cl_device_id[] {device}, null, null, status));
        }
    }

    @Override
    public void release(cl_context context) {
        synchronized (CONTEXTS) {
            check("clReleaseContext", () -> CL.clReleaseContext(context));
        }
    }

    @Override
    @SuppressWarnings("deprecation") // its successor needs OpenCL 2.0, which not every device has
    public cl_command_queue createQueue(cl_context context, cl_device_id device) {
        return create("clCreateCommandQueue", status -> CL.clCreateCommandQueue(context, device, 0, status));
    }

    @Override
    public void release(cl_command_queue queue) {
        check("clReleaseCommandQueue", () -> CL.clReleaseCommandQueue(queue));
    }

    @Override
    public cl_program createProgram(cl_context context, String source) {
        return create(
                "clCreateProgramWithSource",
                status -> CL.clCreateProgramWithSource(context, 1, new String[] {source}, null, status));
    }

    @Override
    public void build(cl_program program, cl_device_id device, String options) {
        check("clBuildProgram", () -> CL.clBuildProgram(program, 1, new cl_device_id[] {device}, options, null, null));
    }

    @Override
    public String buildLog(cl_program program, cl_device_id device) {
        return text(
                "clGetProgramBuildInfo",
                (size, value, length) ->
                        CL.clGetProgramBuildInfo(program, device, CL.CL_PROGRAM_BUILD_LOG, size, value, length));
    }

    @Override
    public void release(cl_program program) {
        check("clReleaseProgram", () -> CL.clReleaseProgram(program));
    }

    @Override
    public cl_kernel createKernel(cl_program program, String name) {
        return create("clCreateKernel", status -> CL.clCreateKernel(program, name, status));
    }

    @Override
    public long workGroupSize(cl_kernel kernel, cl_device_id device) {
        long[] value = new long[1];
        check(
                "clGetKernelWorkGroupInfo",
                () -> CL.clGetKernelWorkGroupInfo(
                        kernel, device, CL.CL_KERNEL_WORK_GROUP_SIZE, Sizeof.size_t, Pointer.to(value), null));
        return value[0];
    }

    @Override
    public void setArgument(cl_kernel kernel, int index, cl_mem buffer) {
        check("clSetKernelArg", () -> CL.clSetKernelArg(kernel, index, Sizeof.cl_mem, Pointer.to(buffer)));
    }

    @Override
    public void setArgument(cl_kernel kernel, int index, int number) {
        check("clSetKernelArg", () -> CL.clSetKernelArg(kernel, index, Sizeof.cl_uint, Pointer.to(new int[] {number})));
    }

    @Override
    public void setArgument(cl_kernel kernel, int index, long[] numbers) {
        check(
                "clSetKernelArg",
                () -> CL.clSetKernelArg(kernel, index, (long) Sizeof.cl_ulong * numbers.length, Pointer.to(numbers)));
    }

    @Override
    public void setArgument(cl_kernel kernel, int index, float[] numbers) {
        check(
                "clSetKernelArg",
                () -> CL.clSetKernelArg(kernel, index, (long) Sizeof.cl_float * numbers.length, Pointer.to(numbers)));
    }

    @Override
    public void release(cl_kernel kernel) {
        check("clReleaseKernel", () -> CL.clReleaseKernel(kernel));
    }

    @Override
    public cl_mem createBuffer(cl_context context, long flags, long size) {
        return create("clCreateBuffer", status -> CL.clCreateBuffer(context, flags, size, null, status));
    }

    @Override
    public Pointer createShared(cl_context context, long size) {
        Pointer[] created = new Pointer[1];
        check("clSVMAlloc", () -> {
            created[0] = CL.clSVMAlloc(context, CL.CL_MEM_READ_WRITE | CL.CL_MEM_SVM_FINE_GRAIN_BUFFER, size, 0);
            return created[0] == null ? CL.CL_MEM_OBJECT_ALLOCATION_FAILURE : CL.CL_SUCCESS;
        });
        return created[0];
    }

    @Override
    public cl_mem createBuffer(cl_context context, Pointer shared, long size) {
        long flags = CL.CL_MEM_READ_WRITE | CL.CL_MEM_USE_HOST_PTR;
        return create("clCreateBuffer", status -> CL.clCreateBuffer(context, flags, size, shared, status));
    }

    @Override
    public void freeShared(Pointer shared, cl_context context) {
        check("clSVMFree", () -> {
            CL.clSVMFree(context, shared);
            return CL.CL_SUCCESS;
        });
    }

    @Override
    public void release(cl_mem buffer) {
        check("clReleaseMemObject", () -> CL.clReleaseMemObject(buffer));
    }

    @Override
    public void write(cl_command_queue queue, cl_mem buffer, long offset, long size, Pointer host) {
        check(
                "clEnqueueWriteBuffer",
                () -> CL.clEnqueueWriteBuffer(queue, buffer, true, offset, size, host, 0, null, null));
    }

    @Override
    public void read(cl_command_queue queue, cl_mem buffer, long offset, long size, Pointer host) {
        check(
                "clEnqueueReadBuffer",
                () -> CL.clEnqueueReadBuffer(queue, buffer, true, offset, size, host, 0, null, null));
    }

    @Override
    public void clear(cl_command_queue queue, cl_mem buffer, long size) {
        check(
                "clEnqueueFillBuffer",
                () -> CL.clEnqueueFillBuffer(
                        queue, buffer, Pointer.to(new int[1]), Sizeof.cl_uint, 0, size, 0, null, null));
    }

    @Override
    public void copy(cl_command_queue queue, cl_mem from, cl_mem to, long size) {
        check("clEnqueueCopyBuffer", () -> CL.clEnqueueCopyBuffer(queue, from, to, 0, 0, size, 0, null, null));
    }

    @Override
    public void run(cl_command_queue queue, cl_kernel kernel, long workItems, long groupSize) {
        check(
                "clEnqueueNDRangeKernel",
                () -> CL.clEnqueueNDRangeKernel(
                        queue, kernel, 1, null, new long[] {workItems}, new long[] {groupSize}, 0, null, null));
    }

    @Override
    public void finish(cl_command_queue queue) {
        check("clFinish", () -> CL.clFinish(queue));
    }

    @Override
    public ByteBuffer map(cl_command_queue queue, cl_mem buffer, boolean write, long offset, long size) {
        long access = write ? CL.CL_MAP_WRITE_INVALIDATE_REGION : CL.CL_MAP_READ;
        ByteBuffer mapped = create(
                "clEnqueueMapBuffer",
                status -> CL.clEnqueueMapBuffer(queue, buffer, true, access, offset, size, 0, null, null, status));
        return mapped.order(ByteOrder.nativeOrder());
    }

    @Override
    public void unmap(cl_command_queue queue, cl_mem buffer, ByteBuffer mapped) {
        check("clEnqueueUnmapMemObject", () -> CL.clEnqueueUnmapMemObject(queue, buffer, mapped, 0, null, null));
    }

    @Override
    public cl_event createMarker(cl_command_queue queue) {
        cl_event marker = new cl_event();
        check("clEnqueueMarkerWithWaitList", () -> CL.clEnqueueMarkerWithWaitList(queue, 0, null, marker));
        check("clFlush", () -> CL.clFlush(queue));
        return marker;
    }

    @Override
    public boolean isDone(cl_event marker) {
        int[] status = new int[1];
        check(
                "clGetEventInfo",
                () -> CL.clGetEventInfo(
                        marker, CL.CL_EVENT_COMMAND_EXECUTION_STATUS, Sizeof.cl_int, Pointer.to(status), null));
        if (status[0] < 0) throw new ClException("command", status[0]);
        if (status[0] != CL.CL_COMPLETE) return false;
        // returns at once, and synchronizes memory, which looking at the status does not (OpenCL specification,
        // clGetEventInfo)
        check("clWaitForEvents", () -> CL.clWaitForEvents(1, new cl_event[] {marker}));
        return true;
    }

    @Override
    public void release(cl_event marker) {
        check("clReleaseEvent", () -> CL.clReleaseEvent(marker));
    }

    private interface Call {
        int status();
    }

    private interface Creation<T> {
        T create(int[] status);
    }

    private interface Query {
        int ask(long size, Pointer value, long[] length);
    }

    private static void check(String name, Call call) {
        int status;
        try {
            status = call.status();
        } catch (CLException e) {
            throw new ClException(name, e.getStatus());
        } catch (UnsupportedOperationException e) { // JOCL's answer where an older library lacks a call
            throw new EngineException("The OpenCL library has no " + name + ".", e);
        }
        if (status != CL.CL_SUCCESS) throw new ClException(name, status);
    }

    private static <T> T create(String name, Creation<T> creation) {
        int[] status = new int[1];
        Object[] created = new Object[1];
        check(name, () -> {
            created[0] = creation.create(status);
            return status[0];
        });
        @SuppressWarnings("unchecked")
        T result = (T) created[0];
        return result;
    }

    private static String text(String name, Query query) {
        long[] length = new long[1];
        check(name, () -> query.ask(0, null, length));
        byte[] bytes = new byte[(int) length[0]];
        if (bytes.length > 0) check(name, () -> query.ask(bytes.length, Pointer.to(bytes), null));
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf(0);
        return (end < 0 ? text : text.substring(0, end)).trim();
    }
}
