package sc.fiji.imagetomask.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which engine is used, and why.
 *
 * <p>{@code auto} uses the faster one of OpenCL and Java for a picture, as measured on the first picture of its kind.
 * Without a usable OpenCL device it uses Java, and gives one notice with the reason. It also uses Java if OpenCL offers
 * processors only, for the first 2^24 pixels, and while another process searches for devices. An engine or device that
 * the user names is used, or there is an error; it is never replaced.
 *
 * <pre>{@code
 * EngineChoice choice = EngineChoice.auto();
 * System.out.println(choice.engine().name() + ": " + choice.reason());
 * }</pre>
 *
 * @param engine the engine that is used
 * @param reason one sentence
 */
public record EngineChoice(Engine engine, String reason) {

    /** The choice of the best engine. */
    public static final String AUTO = "auto";

    /** In the place of the name of a device: all GPUs share the work. */
    public static final String ALL_DEVICES = "all";

    /** All choices: {@code auto} and the names of all kinds of engine. */
    public static List<String> names() {
        List<String> names =
                providers().stream().map(EngineProvider::name).sorted().collect(Collectors.toList());
        names.add(0, AUTO);
        return names;
    }

    /** The best engine, with notices to the log. */
    public static EngineChoice auto() {
        return of(AUTO, null, Notices.LOG);
    }

    /**
     * The engine of that name, with the standard {@link TileMemory}.
     *
     * @param name one of {@link #names}, in any case
     * @param device the name of a device, alone or as in {@link #devices}; its number, from 0, among the GPUs in the order
     *     of OpenCL; {@link #ALL_DEVICES}; or null or empty for the best one
     * @param notices takes one sentence where {@code auto} falls back
     * @throws IllegalArgumentException if there is no engine of that name
     * @throws EngineException with the reason, if the engine or the device that was asked for is unavailable or failed
     */
    public static EngineChoice of(String name, String device, Consumer<String> notices) {
        return of(name, device, TileMemory.standard(), notices);
    }

    /**
     * The same with tiles of that memory.
     *
     * @param notices takes one sentence where {@code auto} falls back, and one if a device has too little memory and
     *     gets smaller parts
     */
    public static EngineChoice of(String name, String device, TileMemory memory, Consumer<String> notices) {
        return of(name, device, memory, notices, providers(), Speeds.SHARED);
    }

    static EngineChoice of(
            String name,
            String device,
            TileMemory memory,
            Consumer<String> notices,
            List<EngineProvider> providers,
            Speeds speeds) {
        String wanted = device == null || device.isBlank() ? null : device.strip();
        EngineProvider ofDevice = wanted == null ? null : provider(wanted, providers);
        boolean isAuto = AUTO.equalsIgnoreCase(name);
        if (ofDevice != null) {
            boolean isOther = !ofDevice.name().equalsIgnoreCase(name)
                    && providers.stream().anyMatch(provider -> provider.name().equalsIgnoreCase(name));
            if (isOther)
                throw new EngineException(
                        "device is '" + wanted + "', but the engine is " + name + "; leave one of them out.");
            wanted = wanted.substring(ofDevice.name().length() + 2);
            if (isAuto) return new EngineChoice(named(ofDevice, wanted, memory, notices), device + " was asked for.");
        }
        if (isAuto) return best(wanted, memory, notices, providers, speeds);
        for (EngineProvider provider : providers)
            if (provider.name().equalsIgnoreCase(name))
                return new EngineChoice(named(provider, wanted, memory, notices), provider.name() + " was asked for.");
        throw new IllegalArgumentException(
                "engine is '" + name + "', but must be one of " + String.join(", ", names()) + ".");
    }

    /** The names of all devices, after the name of their kind of engine; or the reason why there are none. */
    public static List<String> devices() {
        return providers().stream()
                .flatMap(provider -> {
                    try {
                        return provider.devices().stream().map(device -> provider.name() + ": " + device);
                    } catch (EngineException e) {
                        return List.of(provider.name() + ": none. " + e.getMessage()).stream();
                    }
                })
                .toList();
    }

    /** The kind of engine that a line of {@link #devices} starts with; null if it is no such line. */
    private static EngineProvider provider(String device, List<EngineProvider> providers) {
        for (EngineProvider provider : providers) {
            String kind = provider.name() + ": ";
            if (device.regionMatches(true, 0, kind, 0, kind.length())) return provider;
        }
        return null;
    }

    private static EngineChoice best(
            String device, TileMemory memory, Consumer<String> notices, List<EngineProvider> providers, Speeds speeds) {
        EngineProvider first = providers.get(0);
        if (device != null) return new EngineChoice(named(first, device, memory, notices), device + " was asked for.");
        Engine last = new SplittingEngine(providers.get(providers.size() - 1).engine(null), memory, notices);
        try {
            String reason = first.automatic(0).reason();
            return new EngineChoice(new AutoEngine(first, last, speeds, memory, notices), reason);
        } catch (EngineException e) {
            String reason = "The " + last.name() + " engine is used: " + e.getMessage();
            Notices.once(reason, notices);
            return new EngineChoice(last, reason);
        }
    }

    private static Engine named(EngineProvider provider, String device, TileMemory memory, Consumer<String> notices) {
        if (ALL_DEVICES.equalsIgnoreCase(device)) return all(provider, memory, notices);
        String warning = provider.warning(device);
        Engine engine = new SplittingEngine(provider.engine(device), memory, notices);
        if (warning != null) Notices.once(warning, notices);
        return engine;
    }

    private static Engine all(EngineProvider provider, TileMemory memory, Consumer<String> notices) {
        List<Engine> engines = new ArrayList<>();
        for (Engine engine : provider.all(notice -> Notices.once(notice, notices)))
            engines.add(new SplittingEngine(engine, memory, notices));
        return engines.size() == 1 ? engines.get(0) : new SeveralEngines(engines, notices);
    }

    private static List<EngineProvider> providers() {
        return ServiceLoader.load(EngineProvider.class, EngineProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(EngineProvider::priority).reversed())
                .toList();
    }
}
