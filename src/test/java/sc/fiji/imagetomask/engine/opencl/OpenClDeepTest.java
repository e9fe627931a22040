package sc.fiji.imagetomask.engine.opencl;

import sc.fiji.imagetomask.engine.DeepContract;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;

class OpenClDeepTest extends DeepContract {

    @Override
    protected Engine engine() {
        OpenCl.require();
        return EngineChoice.of("opencl", null, notice -> {}).engine();
    }
}
