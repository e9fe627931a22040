package sc.fiji.imagetomask.engine;

import java.util.List;
import java.util.function.Function;

/**
 * A kind of engine that goes by the name of OpenCL's and has one engine, or none; for tests.
 *
 * @param given gives it for the name of a device, or throws why it cannot be had
 */
public record OneEngine(Function<String, Engine> given) implements EngineProvider {

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
        return List.of(given.apply(null).device());
    }

    @Override
    public Engine engine(String device) {
        return given.apply(device);
    }
}
