package sc.fiji.imagetomask.engine.opencl;

import org.jocl.CL;

/** The binding with processors that claim to be GPUs, which get the kernels and the transfers of GPUs. */
final class ClaimedGpu {

    private ClaimedGpu() {}

    static ClApi over(ClApi real) {
        return ChangedApi.over(
                real,
                (call, arguments, meant) -> call.equals("deviceNumber") && (int) arguments[1] == CL.CL_DEVICE_TYPE
                        ? CL.CL_DEVICE_TYPE_GPU
                        : meant.make());
    }
}
