package sc.fiji.imagetomask.benchmark;

import org.jocl.CL;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_platform_id;
import org.jocl.cl_program;
import org.jocl.cl_queue_properties;

/**
 * A kernel that does nothing, on the first OpenCL device, over JOCL alone: what any mask by this device costs at least
 * beyond its computing.
 */
final class EmptyKernel implements AutoCloseable {

    private final cl_context context;
    private final cl_command_queue queue;
    private final cl_program program;
    private final cl_kernel kernel;

    EmptyKernel() {
        CL.setExceptionsEnabled(true);
        cl_platform_id[] platform = new cl_platform_id[1];
        CL.clGetPlatformIDs(1, platform, null);
        cl_device_id[] device = new cl_device_id[1];
        CL.clGetDeviceIDs(platform[0], CL.CL_DEVICE_TYPE_ALL, 1, device, null);
        cl_context_properties properties = new cl_context_properties();
        properties.addProperty(CL.CL_CONTEXT_PLATFORM, platform[0]);
        context = CL.clCreateContext(properties, 1, device, null, null, null);
        queue = CL.clCreateCommandQueueWithProperties(context, device[0], new cl_queue_properties(), null);
        program = CL.clCreateProgramWithSource(context, 1, new String[] {"kernel void nothing() {}"}, null, null);
        CL.clBuildProgram(program, 0, null, null, null, null);
        kernel = CL.clCreateKernel(program, "nothing", null);
    }

    /** One work-item of the kernel and a marker, which is waited for: the two commands of a small mask. */
    void run() {
        CL.clEnqueueNDRangeKernel(queue, kernel, 1, null, new long[] {1}, null, 0, null, null);
        cl_event marker = new cl_event();
        CL.clEnqueueMarkerWithWaitList(queue, 0, null, marker);
        CL.clFlush(queue);
        CL.clWaitForEvents(1, new cl_event[] {marker});
        CL.clReleaseEvent(marker);
    }

    @Override
    public void close() {
        CL.clReleaseKernel(kernel);
        CL.clReleaseProgram(program);
        CL.clReleaseCommandQueue(queue);
        CL.clReleaseContext(context);
    }
}
