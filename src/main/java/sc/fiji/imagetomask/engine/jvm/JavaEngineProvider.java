package sc.fiji.imagetomask.engine.jvm;

import java.util.List;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.EngineProvider;

/** Offers the Java engine, which works everywhere. */
public final class JavaEngineProvider implements EngineProvider {

    @Override
    public String name() {
        return "java";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public List<String> devices() {
        return List.of(new JavaEngine().device());
    }

    @Override
    public Engine engine(String device) {
        if (device != null && !device.matches("\\d+ threads?"))
            throw new EngineException("device is '" + device + "', but the java engine has no devices to choose from.");
        return new JavaEngine();
    }
}
