package sc.fiji.imagetomask.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.devices.DeviceFinder;
import sc.fiji.imagetomask.engine.devices.Findings;
import sc.fiji.imagetomask.engine.devices.FoundDevice;
import sc.fiji.imagetomask.engine.devices.TestOutcome;
import sc.fiji.imagetomask.engine.opencl.OpenClDevices;
import sc.fiji.imagetomask.engine.proof.Depth;
import sc.fiji.imagetomask.engine.proof.PartResult;
import sc.fiji.imagetomask.engine.proof.Proof;
import sc.fiji.imagetomask.engine.proof.Watch;

/**
 * Tests the Java engine in this process, and each OpenCL device in another process, so that a driver that crashes or hangs
 * does no harm here.
 *
 * <pre>{@code
 * List<DeviceReport> reports = SelfTest.of(null).run(Depth.STANDARD, new TestWatch() {});
 * System.out.println(ReportText.of(reports));
 * }</pre>
 */
public final class SelfTest {

    private static final String JAVA = "java: ";
    private static final String OPENCL_KIND = "opencl";
    private static final String OPENCL = OPENCL_KIND + ": ";

    /** A device to test; null for the Java engine. */
    private record Target(String name, FoundDevice device) {}

    private final List<Target> targets;
    private final List<DeviceReport> absent;
    private final DeviceFinder finder;

    private SelfTest(List<Target> targets, List<DeviceReport> absent, DeviceFinder finder) {
        this.targets = targets;
        this.absent = absent;
        this.finder = finder;
    }

    /**
     * The test of that device, or of all. It waits for the search for devices.
     *
     * @param device as in the list of devices, with or without its kind of engine; or {@code java} or {@code opencl}; or
     *     null for all
     * @throws IllegalArgumentException with one sentence, if there is no such device
     */
    public static SelfTest of(String device) {
        try {
            DeviceFinder finder = OpenClDevices.finder();
            return of(device, finder.await(), finder);
        } catch (EngineException e) {
            return of(device, Findings.none(e.getMessage()), null);
        }
    }

    static SelfTest of(String device, Findings found, DeviceFinder finder) {
        List<Target> all = new ArrayList<>();
        all.add(new Target(JAVA + new JavaSubject().engine().device(), null));
        for (FoundDevice one : found.devices()) all.add(new Target(OPENCL + one.name(), one));
        List<DeviceReport> absent = new ArrayList<>();
        if (found.reason() != null) absent.add(none(found.reason(), true));
        if (found.trouble() != null) absent.add(none(found.trouble(), false));
        if (device == null || device.isBlank() || device.strip().equalsIgnoreCase(EngineChoice.ALL_DEVICES))
            return new SelfTest(all, absent, finder);
        List<FoundDevice> numbered = OpenClDevices.numbered(found.devices());
        List<Target> wanted = all.stream()
                .filter(target -> isMeant(target.name, device.strip())
                        || target.device != null && OpenClDevices.isMeant(device.strip(), target.device, numbered))
                .toList();
        if (wanted.isEmpty())
            throw new IllegalArgumentException("device is '" + device + "', but must be " + allowed(all, numbered)
                    + (found.devices().isEmpty() ? ". There is no OpenCL device: " + found.why() : "."));
        boolean isKind = device.strip().equalsIgnoreCase(OPENCL_KIND);
        return new SelfTest(wanted, isKind ? absent : List.of(), finder);
    }

    private static String allowed(List<Target> all, List<FoundDevice> numbered) {
        String names = all.stream().map(Target::name).collect(Collectors.joining(", "));
        return switch (numbered.size()) {
            case 0 -> "java or " + names;
            case 1 -> "java, opencl, " + names + ", or the number 0";
            default -> "java, opencl, " + names + ", or a number from 0 to " + (numbered.size() - 1);
        };
    }

    private static DeviceReport none(String why, boolean isAbsent) {
        return new DeviceReport(OPENCL + "none", Map.of(), List.of(), why, isAbsent, 0);
    }

    private static boolean isMeant(String name, String wanted) {
        int colon = name.indexOf(": ");
        return name.equalsIgnoreCase(wanted)
                || name.substring(0, colon).equalsIgnoreCase(wanted)
                || name.substring(colon + 2).equalsIgnoreCase(wanted);
    }

    /** What is said of devices that are missing. */
    List<DeviceReport> absent() {
        return absent;
    }

    /** How many devices are tested. */
    public int size() {
        return targets.size();
    }

    /**
     * Tests one device after the other.
     *
     * @throws CancellationException if it was stopped
     */
    public List<DeviceReport> run(Depth depth, TestWatch watch) {
        List<DeviceReport> reports = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            DeviceReport report = run(targets.get(i), depth, new Follower(targets.get(i).name, i, depth, watch));
            reports.add(report);
            watch.report(report);
        }
        absent.forEach(watch::report);
        reports.addAll(absent);
        return reports;
    }

    private DeviceReport run(Target target, Depth depth, Follower follower) {
        long start = System.nanoTime();
        follower.begin();
        TestOutcome outcome;
        try {
            if (target.device == null) {
                JavaSubject java = new JavaSubject();
                outcome = new TestOutcome(java.facts(), Proof.of(java, depth, follower), null, false);
            } else outcome = finder.test(target.device, depth, follower, follower.watch::isStopped);
        } catch (EngineException e) {
            outcome = new TestOutcome(Map.of(), List.of(), e.getMessage(), false);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new DeviceReport(target.name, outcome.facts(), outcome.results(), outcome.trouble(), false, seconds);
    }

    /** Tells of the progress of one device as of a part of the whole. */
    private final class Follower implements Watch {

        private final String device;
        private final int number;
        private final Depth depth;
        private final TestWatch watch;
        private String part = "";
        private int parts;

        Follower(String device, int number, Depth depth, TestWatch watch) {
            this.device = device;
            this.number = number;
            this.depth = depth;
            this.watch = watch;
        }

        void begin() {
            tell(0);
        }

        @Override
        public void part(String name) {
            part = name;
            tell(0);
        }

        @Override
        public void progress(double done) {
            tell(done);
        }

        @Override
        public void result(PartResult result) {
            parts++;
            tell(0);
        }

        private void tell(double done) {
            if (watch.isStopped()) throw new CancellationException("The test of " + device + " was stopped.");
            watch.progress(device, part, (number + Math.min(1, (parts + done) / depth.parts())) / size());
        }
    }
}
