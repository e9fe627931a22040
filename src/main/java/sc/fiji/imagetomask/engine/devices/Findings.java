package sc.fiji.imagetomask.engine.devices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a search for devices has found.
 *
 * @param devices best first, each with a name of its own
 * @param reason one sentence that says why there is no device; null if there is one
 * @param trouble one sentence about a driver that crashed or did not answer; null if none did
 */
public record Findings(List<FoundDevice> devices, String reason, String trouble) {

    public Findings {
        devices = List.copyOf(devices);
    }

    /** No device, because of that. */
    public static Findings none(String reason) {
        return new Findings(List.of(), reason, null);
    }

    /** Those devices, of all platforms: other devices before processors, then the fastest first. */
    public static Findings of(List<FoundDevice> found) {
        List<FoundDevice> ranked = new ArrayList<>(found);
        ranked.sort(Comparator.comparing(FoundDevice::isProcessor)
                .thenComparing(Comparator.comparing(FoundDevice::speed).reversed()));
        List<FoundDevice> named = new ArrayList<>();
        for (FoundDevice device : ranked) named.add(numbered(device, named));
        return new Findings(named, null, null);
    }

    private static FoundDevice numbered(FoundDevice device, List<FoundDevice> earlier) {
        String name = device.name();
        long equals = earlier.stream()
                .filter(d -> d.name().equals(name) || d.name().startsWith(name + " #"))
                .count();
        return equals == 0 ? device : device.named(name + " #" + (equals + 1));
    }

    /** The best device that is not a processor and has not failed the test, if there is one; harmless ones first, then tested ones. */
    public Optional<FoundDevice> best() {
        return devices.stream()
                .filter(device -> !device.isProcessor() && device.fault() == null)
                .min(Comparator.comparing((FoundDevice device) -> !device.harmless())
                        .thenComparing(device -> !device.isTrusted()));
    }

    /** Why there is no device. */
    public String why() {
        return notice() != null ? notice() : reason;
    }

    /** What users should know of drivers that failed in the search or in the test; null if none did. */
    public String notice() {
        List<String> sentences = new ArrayList<>();
        if (trouble != null) sentences.add(trouble);
        for (FoundDevice device : devices)
            if (!device.isProcessor() && device.fault() != null)
                sentences.add("'" + device.name() + "' is not used, because it failed the test. " + device.fault());
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    /** The devices that {@code auto} could use, and that were not tested yet. */
    List<FoundDevice> untested() {
        return devices.stream()
                .filter(device -> !device.isProcessor() && device.harmless() && !device.tested())
                .toList();
    }

    /** The device of that name, as it is known here. */
    Optional<FoundDevice> device(String name) {
        return devices.stream().filter(device -> device.name().equals(name)).findFirst();
    }

    /** With the result of a test: what was wrong, or null. */
    Findings tested(String name, String fault) {
        return new Findings(
                devices.stream()
                        .map(device -> device.name().equals(name) ? device.tested(fault) : device)
                        .toList(),
                reason,
                trouble);
    }

    Findings withTrouble(String sentence) {
        return sentence == null ? this : new Findings(devices, reason, sentence);
    }
}
