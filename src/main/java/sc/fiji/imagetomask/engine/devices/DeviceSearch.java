package sc.fiji.imagetomask.engine.devices;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The search in its own process. It is repeated without the platform whose driver crashed or did not answer, and, if
 * there is a GPU, without the drivers that change Java.
 */
final class DeviceSearch {

    /** The system property with the most seconds that a driver may take. */
    static final String PROPERTY = "imagetomask.devices.seconds";

    private static final int STANDARD_SECONDS = 20;
    /** The largest number of drivers that may fail. */
    private static final int MOST = 3;

    private final ChildJava child;
    private final List<String> options;
    private final Duration limit;

    /** @param options of Java */
    DeviceSearch(ChildJava child, List<String> options, Duration limit) {
        this.child = child;
        this.options = options;
        this.limit = limit;
    }

    static Duration standardLimit() {
        return Duration.ofSeconds(Math.max(1, Integer.getInteger(PROPERTY, STANDARD_SECONDS)));
    }

    /** @throws IOException if no process can be started, or Java does not start in it */
    Findings find() throws IOException {
        Set<Integer> skipped = new TreeSet<>();
        List<String> troubles = new ArrayList<>();
        while (true) {
            ChildJava.Outcome outcome = run(skipped);
            SearchReport.Read report = SearchReport.read(outcome.output());
            if (report.findings() != null) {
                String trouble = troubles.isEmpty() ? null : String.join(" ", troubles);
                return harmlessOnes(report, skipped).withTrouble(trouble);
            }
            if (!report.started() && !outcome.late())
                throw new IOException("it ended with exit status " + outcome.status() + " before the search began");
            troubles.add(trouble(report, outcome));
            if (report.platform() < 0 || !skipped.add(report.platform()) || troubles.size() == MOST)
                return new Findings(List.of(), null, String.join(" ", troubles));
        }
    }

    private ChildJava.Outcome run(Set<Integer> skipped) throws IOException {
        return child.run(options, skipped.stream().map(String::valueOf).toList(), limit);
    }

    private String trouble(SearchReport.Read report, ChildJava.Outcome outcome) {
        String driver =
                report.platform() < 0 ? "The OpenCL driver" : "The OpenCL driver '" + report.platformName() + "'";
        String what = outcome.late()
                ? " did not answer within " + limit.toSeconds() + " s"
                : " crashed (exit status " + outcome.status() + ")";
        return driver + what + " during the search for devices.";
    }

    /**
     * Marks the GPUs that are harmless as long as only the platforms of GPUs are asked for their devices.
     *
     * @param skipped platforms that were left out
     */
    private Findings harmlessOnes(SearchReport.Read report, Set<Integer> skipped) throws IOException {
        Findings found = report.findings();
        List<FoundDevice> devices = found.devices();
        Set<Integer> wanted = devices.stream()
                .filter(d -> !d.isProcessor())
                .map(FoundDevice::platform)
                .collect(Collectors.toSet());
        boolean isProven = devices.stream().allMatch(d -> d.isProcessor() || d.harmless());
        if (isProven || !report.platformsHarmless()) return found;
        Set<Integer> others = new TreeSet<>(skipped);
        devices.stream()
                .map(FoundDevice::platform)
                .filter(p -> !wanted.contains(p))
                .forEach(others::add);
        Findings alone = SearchReport.read(run(others).output()).findings();
        if (alone == null) return found;
        Set<Integer> harmless = alone.devices().stream()
                .filter(FoundDevice::harmless)
                .map(FoundDevice::platform)
                .collect(Collectors.toSet());
        return new Findings(
                devices.stream()
                        .map(d -> d.harmless(d.harmless() || harmless.contains(d.platform())))
                        .toList(),
                null,
                null);
    }
}
