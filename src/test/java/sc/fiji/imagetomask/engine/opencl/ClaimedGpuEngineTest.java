package sc.fiji.imagetomask.engine.opencl;

import org.junit.jupiter.api.AfterEach;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineContract;

/** The kernels of GPUs, and transfers through pinned memory, on whatever device there is. */
class ClaimedGpuEngineTest extends EngineContract {

    private OpenClEngine engine;

    @Override
    protected Engine engine() {
        ClApi real = OpenCl.require();
        if (engine == null) engine = (OpenClEngine) new OpenClEngines(() -> ClaimedGpu.over(real)).engine(null);
        return engine;
    }

    @AfterEach
    void close() {
        if (engine != null) engine.close();
    }
}
