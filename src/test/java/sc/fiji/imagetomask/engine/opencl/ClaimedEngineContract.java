package sc.fiji.imagetomask.engine.opencl;

import org.junit.jupiter.api.AfterAll;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineContract;

/** What every engine must do, on a device that claims to be another one. */
abstract class ClaimedEngineContract extends EngineContract {

    private static OpenClEngine engine;

    abstract ClApi claimed(ClApi real);

    @Override
    protected Engine engine() {
        ClApi real = OpenCl.require();
        if (engine == null) engine = (OpenClEngine) new OpenClEngines(() -> claimed(real)).engine(null);
        return engine;
    }

    @AfterAll
    static void close() {
        if (engine != null) engine.close();
        engine = null;
    }
}
