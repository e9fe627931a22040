package sc.fiji.imagetomask.engine.opencl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jocl.cl_platform_id;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.devices.Findings;
import sc.fiji.imagetomask.engine.devices.FoundDevice;

/**
 * The engines of all devices of this machine, each made at its first use and kept. The library is loaded with the first
 * engine, and only the platform of the engine's device is asked for its devices then.
 */
final class OpenClEngines {

    private static final OpenClEngines SHARED = new OpenClEngines(
            () -> {
                JoclLibrary.load();
                return new JoclApi();
            },
            () -> OpenClDevices.finder().await(),
            device -> OpenClDevices.finder().tested(device),
            () -> OpenClDevices.finder().forget());

    private final Supplier<ClApi> binding;
    private final Supplier<Findings> search;
    private final UnaryOperator<FoundDevice> test;
    private final Runnable forget;
    private final Map<String, OpenClEngine> engines = new HashMap<>();
    /** The reason why the library cannot be loaded; it is kept, because a second attempt fails, too. */
    private String noLibrary;

    private ClApi api;
    private Findings found;

    /**
     * With those devices.
     *
     * @param test gives the device as it is after its test
     * @param forget is run when one of them is no longer available, so that the next search is a new one
     */
    OpenClEngines(
            Supplier<ClApi> binding, Supplier<Findings> search, UnaryOperator<FoundDevice> test, Runnable forget) {
        this.binding = binding;
        this.search = search;
        this.test = test;
        this.forget = forget;
    }

    /** With the devices that are found in this process, and are not tested. */
    OpenClEngines(Supplier<ClApi> binding) {
        this.binding = binding;
        search = () ->
                found == null ? found = new DeviceLook(api(), new DeviceLook.Watch() {}).devices(Set.of()) : found;
        test = device -> device;
        forget = () -> found = null;
    }

    /** Those of this JVM. */
    static OpenClEngines shared() {
        return SHARED;
    }

    /** The names of the devices, best first. */
    List<String> names() {
        return devices().stream().map(FoundDevice::name).toList();
    }

    /** The engine on the device of that name, or on the best one if the name is null. */
    Engine engine(String name) {
        return on(device(name));
    }

    /**
     * The device of that name, or the best one if the name is null.
     *
     * @param name of the device, or its number, from 0, among the GPUs in the order of OpenCL
     * @throws EngineException if it failed the test or could not be tested; without a name, if that holds for all
     */
    FoundDevice device(String name) {
        if (name == null) return best();
        try {
            return trusted(find(name, devices()));
        } catch (ClException | NoDeviceException e) {
            throw new EngineException("The device '" + name + "' is unavailable or failed. " + e.getMessage(), e);
        }
    }

    /**
     * The engines on all GPUs and the like; without any, on all processors.
     *
     * @param notices takes a sentence about each device that is not used, or that does harm
     * @throws EngineException if none can be used
     */
    List<Engine> all(Consumer<String> notices) {
        List<Engine> engines = new ArrayList<>();
        UntrustedException first = null;
        List<FoundDevice> devices = devices();
        List<FoundDevice> used = OpenClDevices.numbered(devices);
        for (FoundDevice device : devices.stream().filter(used::contains).toList())
            try {
                engines.add(on(trusted(device)));
                String warning = OpenClDevices.warning(device);
                if (warning != null) notices.accept(warning);
            } catch (UntrustedException e) {
                if (first == null) first = e;
                notices.accept(e.getMessage());
            }
        if (engines.isEmpty()) throw first;
        return engines;
    }

    private FoundDevice best() {
        UntrustedException first = null;
        for (FoundDevice device : devices())
            try {
                return trusted(device);
            } catch (UntrustedException e) {
                if (first == null) first = e;
            }
        throw first;
    }

    private FoundDevice trusted(FoundDevice device) {
        FoundDevice tested;
        try {
            tested = test.apply(device);
        } catch (EngineException e) { // such as a machine that is too busy for the test
            throw new UntrustedException(e.getMessage());
        }
        if (tested.fault() != null)
            throw new UntrustedException(
                    "The device '" + device.name() + "' cannot be used, because it failed the test. " + tested.fault());
        return tested;
    }

    /** The device of that name, or of that number. */
    private static FoundDevice find(String name, List<FoundDevice> devices) {
        List<FoundDevice> numbered = OpenClDevices.numbered(devices);
        return devices.stream()
                .filter(device -> OpenClDevices.isMeant(name.trim(), device, numbered))
                .findFirst()
                .orElseThrow(() -> new EngineException("device is '" + name + "', but must be one of "
                        + devices.stream().map(FoundDevice::name).collect(Collectors.joining(", "))
                        + (numbered.size() == 1
                                ? ", or the number 0."
                                : ", or a number from 0 to " + (numbered.size() - 1) + ".")));
    }

    private synchronized List<FoundDevice> devices() {
        Findings now = search.get();
        if (now.devices().isEmpty()) throw new NoDeviceException(now.why());
        return now.devices();
    }

    /** @throws GoneDeviceException if it is no longer available */
    synchronized Engine on(FoundDevice device) {
        OpenClEngine engine = engines.get(device.name());
        if (engine == null) {
            ClDevice here = here(device);
            engine = new OpenClEngine(here, () -> new ClContext(api, here));
            engines.put(device.name(), engine);
        }
        return engine;
    }

    private ClDevice here(FoundDevice device) {
        List<ClDevice> devices = ofPlatform(device.platform());
        int position = device.position();
        if (position >= devices.size()
                || !device.name().startsWith(devices.get(position).name())) {
            forget.run();
            throw new GoneDeviceException(device.name());
        }
        return devices.get(position).named(device.name());
    }

    private List<ClDevice> ofPlatform(int platform) {
        cl_platform_id[] platforms = api().platforms();
        return platform < platforms.length ? ClDevice.usable(api, platforms[platform]) : List.of();
    }

    private synchronized ClApi api() {
        if (noLibrary != null) throw new NoDeviceException(noLibrary);
        if (api == null)
            try {
                api = binding.get();
            } catch (LinkageError | UnsupportedOperationException e) {
                noLibrary = JoclLibrary.reason(e); // only the first error of a class tells the cause
                throw new NoDeviceException(noLibrary);
            }
        return api;
    }

    /** A device computes something else than it must, or fails, or could not be tested. */
    private static final class UntrustedException extends EngineException {

        private static final long serialVersionUID = 1;

        UntrustedException(String sentence) {
            super(sentence);
        }
    }

    /** There is no device. */
    private static final class NoDeviceException extends EngineException {

        private static final long serialVersionUID = 1;

        NoDeviceException(String reason) {
            super(reason);
        }
    }

    /** A device that was found is no longer available. */
    static final class GoneDeviceException extends EngineException {

        private static final long serialVersionUID = 1;

        GoneDeviceException(String device) {
            super("The device '" + device + "' is no longer available.");
        }
    }
}
