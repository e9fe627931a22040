package sc.fiji.imagetomask.engine.opencl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;

/** The engines of all devices of this machine, each made at its first use and kept. */
final class OpenClEngines {

    /** A lambda: JOCL, which may be missing, is loaded when it is needed. */
    private static final OpenClEngines SHARED = new OpenClEngines(() -> {
        JoclLibrary.load();
        return new JoclApi();
    });

    private final Supplier<ClApi> binding;
    private final Map<String, OpenClEngine> engines = new HashMap<>();
    /** A library that cannot be loaded stays so: why, as it was said the first time. */
    private String noLibrary;

    private ClApi api;
    private List<ClDevice> devices;

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

    /** Whether there are processors only. */
    boolean isProcessorBest() {
        return devices().get(0).isCpu();
    }

    /** The engine on the device of that name, or on the best one if the name is null. */
    synchronized Engine engine(String name) {
        ClDevice device = name == null ? devices().get(0) : find(name);
        return engines.computeIfAbsent(
                device.name(), key -> new OpenClEngine(device, () -> new ClContext(api, device)));
    }

    private ClDevice find(String name) {
        try {
            return find(name, devices());
        } catch (ClException | NoDeviceException e) {
            throw new EngineException("The device '" + name + "' cannot be had. " + e.getMessage(), e);
        }
    }

    private static ClDevice find(String name, List<ClDevice> devices) {
        return devices.stream()
                .filter(device -> device.name().equalsIgnoreCase(name.trim()))
                .findFirst()
                .orElseThrow(() -> new EngineException("device is '" + name + "', but must be one of "
                        + devices.stream().map(ClDevice::name).collect(Collectors.joining(", ")) + "."));
    }

    private synchronized List<ClDevice> devices() {
        if (noLibrary != null) throw new NoDeviceException(noLibrary);
        if (devices == null) {
            List<ClDevice> found;
            try {
                api = binding.get();
                found = ClDevice.list(api);
            } catch (LinkageError | UnsupportedOperationException e) {
                noLibrary = reason(e); // only the first error of a class tells the cause
                throw new NoDeviceException(noLibrary);
            }
            if (found.isEmpty())
                throw new NoDeviceException(
                        "OpenCL offers no usable device: one of OpenCL 1.2 or later that is available and has a compiler.");
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

    /** There is no device at all. */
    private static final class NoDeviceException extends EngineException {

        private static final long serialVersionUID = 1;

        NoDeviceException(String reason) {
            super(reason);
        }
    }
}
