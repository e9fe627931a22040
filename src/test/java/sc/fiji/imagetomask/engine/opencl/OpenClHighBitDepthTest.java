package sc.fiji.imagetomask.engine.opencl;

import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.HighBitDepthContract;

class OpenClHighBitDepthTest extends HighBitDepthContract {

    @Override
    protected Engine engine() {
        OpenCl.require();
        return EngineChoice.of("opencl", null, notice -> {}).engine();
    }
}
