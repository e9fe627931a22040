package sc.fiji.imagetomask.engine.opencl;

import java.util.List;
import java.util.function.Consumer;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineProvider;
import sc.fiji.imagetomask.engine.WatchedEngine;

/** Offers {@link TwoDevices} to the command line in a Java of its own, and prints at its end how many planes each has made. */
public final class TwoDevicesProvider implements EngineProvider {

    /** What users would call it. */
    public static final String NAME = "twice";

    private final List<WatchedEngine> engines = TwoDevices.engines().stream()
            .map(engine -> WatchedEngine.of(engine).named(NAME))
            .toList();

    /** Found by the service loader. */
    public TwoDevicesProvider() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::report));
    }

    private void report() {
        for (WatchedEngine engine : engines)
            if (engine.planes() > 0) System.out.println("planes on one device: " + engine.planes());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int priority() {
        return -1;
    }

    @Override
    public List<String> devices() {
        return engines.stream().map(Engine::device).toList();
    }

    @Override
    public Engine engine(String device) {
        return engines.get(0);
    }

    @Override
    public List<Engine> all(Consumer<String> notices) {
        return List.copyOf(engines);
    }
}
