package sc.fiji.imagetomask.engine.opencl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;

/** The engines of all devices of this machine, each made at its first use and kept. */
final class OpenClEngines {

    /** A lambda: a reference to the constructor would load JOCL, which may be missing, at once. */
    private static final OpenClEngines SHARED = new OpenClEngines(() -> new JoclApi());

    private final Supplier<ClApi> binding;
    private final Map<String, OpenClEngine> engines = new HashMap<>();
    private ClApi api;
    private List<ClDevice> devices;
    private EngineException notLoaded;

    OpenClEngines(Supplier<ClApi> binding) {
        this.binding = binding;
    }

    /** Those of this JVM. */
    static OpenClEngines shared() {
        return SHARED;
    }

    /** The names of the devices, best first. */
    List<String> names() {
        return devices().stream().map(ClDevice::name).toList();
    }

    /** The engine on the device of that name, or on the best one if the name is null. */
    synchronized Engine engine(String name) {
        ClDevice device = name == null ? devices().get(0) : find(name);
        return engines.computeIfAbsent(device.name(), key -> new OpenClEngine(new ClContext(api, device)));
    }

    private ClDevice find(String name) {
        return devices().stream()
                .filter(device -> device.name().equalsIgnoreCase(name.trim()))
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        "device is '" + name + "', but must be one of " + String.join(", ", names()) + "."));
    }

    private synchronized List<ClDevice> devices() {
        if (notLoaded != null) throw notLoaded;
        if (devices == null) {
            List<ClDevice> found;
            try {
                api = binding.get();
                found = ClDevice.list(api);
            } catch (LinkageError | UnsupportedOperationException e) {
                notLoaded = new EngineException(reason(e), e); // only the first error of a class tells the cause
                throw notLoaded;
            }
            if (found.isEmpty()) throw new EngineException("OpenCL offers no usable device.");
            devices = found;
        }
        return devices;
    }

    private static String reason(Throwable e) {
        String message = String.valueOf(e.getMessage()).strip();
        if (e instanceof NoClassDefFoundError && message.startsWith("org/jocl/"))
            return "JOCL, which connects Java with OpenCL, is not installed.";
        if (message.contains("Implementation library could not be loaded")) // JOCL's words
        return "No OpenCL library is installed; it comes with the driver of a GPU.";
        String line = message.lines().findFirst().orElse(e.getClass().getSimpleName());
        return "The OpenCL library cannot be loaded: " + line.replaceAll("\\.$", "") + ".";
    }
}
