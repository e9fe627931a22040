package sc.fiji.imagetomask.engine.opencl;

import java.util.List;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineProvider;

/** Offers the OpenCL engine where there is OpenCL; loads nothing of it before it is asked. */
public final class OpenClEngineProvider implements EngineProvider {

    @Override
    public String name() {
        return "opencl";
    }

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public List<String> devices() {
        return OpenClEngines.shared().names();
    }

    @Override
    public Engine engine(String device) {
        return OpenClEngines.shared().engine(device);
    }
}
