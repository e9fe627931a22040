package sc.fiji.imagetomask.engine.opencl;

import org.junit.jupiter.api.AfterAll;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineContract;

/** The kernels of GPUs, and transfers through pinned memory, on whatever device there is. */
class ClaimedGpuEngineTest extends EngineContract {

    private static OpenClEngine engine;

    @Override
    protected Engine engine() {
        ClApi real = OpenCl.require();
        if (engine == null) engine = (OpenClEngine) new OpenClEngines(() -> ClaimedGpu.over(real)).engine(null);
        return engine;
    }

    @AfterAll
    static void close() {
        if (engine != null) engine.close();
        engine = null;
    }
}
