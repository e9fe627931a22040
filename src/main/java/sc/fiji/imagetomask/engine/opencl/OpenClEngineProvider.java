package sc.fiji.imagetomask.engine.opencl;

import java.util.List;
import java.util.function.Consumer;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineProvider;
import sc.fiji.imagetomask.engine.Offer;

/** Offers the OpenCL engine where there is OpenCL; loads nothing of it into this process before an engine is asked for. */
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

    @Override
    public List<Engine> all(Consumer<String> notices) {
        return OpenClEngines.shared().all(notices);
    }

    @Override
    public String warning(String device) {
        return OpenClDevices.warning(OpenClEngines.shared().device(device));
    }

    @Override
    public Offer automatic(int pixels) {
        return OpenClDevices.offer(pixels);
    }
}
