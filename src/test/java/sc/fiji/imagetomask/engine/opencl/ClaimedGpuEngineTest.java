package sc.fiji.imagetomask.engine.opencl;

/** The kernels of GPUs, and transfers through pinned memory, on whatever device there is. */
class ClaimedGpuEngineTest extends ClaimedEngineContract {

    @Override
    ClApi claimed(ClApi real) {
        return ClaimedGpu.over(real);
    }
}
