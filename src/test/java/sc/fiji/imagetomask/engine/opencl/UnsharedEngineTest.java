package sc.fiji.imagetomask.engine.opencl;

/** The kernels of processors, and mapped transfers, where memory is not shared with Java. */
class UnsharedEngineTest extends ClaimedEngineContract {

    @Override
    ClApi claimed(ClApi real) {
        return Unshared.over(real);
    }
}
