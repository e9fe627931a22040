package sc.fiji.imagetomask.engine.devices;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.proof.Depth;
import sc.fiji.imagetomask.engine.proof.Watch;

/**
 * Finds the devices and tests them. OpenCL is not loaded into this process: another process searches for them, and one
 * more for each device tests it; what they find is saved until drivers or this plugin change. Safe for use from several
 * threads.
 *
 * <p>Design decision: a driver may crash or hang during the search, or change the process that it is loaded into (PoCL
 * takes the signal by which Java notices a division by zero). Users without a GPU should not have these problems.
 */
public final class DeviceFinder {

    private static final Watch UNWATCHED = new Watch() {};

    private final List<Class<?>> classes;
    private final KeptFindings kept;
    private final Object testing = new Object();
    private String drivers;
    private Findings known;
    private CompletableFuture<Findings> search;

    /**
     * @param classes those whose jars search and test need; the first one is their program: see {@link SearchProgram}
     *     and {@link TestProgram}
     */
    public DeviceFinder(List<Class<?>> classes) {
        this(classes, KeptFindings.standard());
    }

    DeviceFinder(List<Class<?>> classes, KeptFindings kept) {
        this.classes = List.copyOf(classes);
        this.kept = kept;
    }

    /** The devices that are known without a search, or null. */
    public synchronized Findings known() {
        if (known != null) return known;
        if (search != null) {
            known = search.getNow(null);
            return known;
        }
        if (drivers == null) {
            try {
                drivers = Drivers.installed(ChildJava.of(classes).jars());
                known = kept.read(drivers)
                        .filter(found -> found.untested().isEmpty())
                        .orElse(null);
            } catch (IOException e) {
                known = impossible(e);
            }
        }
        return known;
    }

    /** Starts a search in the background, unless the answer is known or one is under way. */
    public synchronized void start() {
        if (known() != null || search != null) return;
        search = new CompletableFuture<>();
        CompletableFuture<Findings> answer = search;
        String now = drivers;
        Thread thread = new Thread(() -> answer.complete(find(now)), "search for OpenCL devices");
        thread.setDaemon(true);
        thread.start();
    }

    /** The devices, after a search if it is needed. */
    public Findings await() {
        start();
        CompletableFuture<Findings> running;
        synchronized (this) {
            if (known() != null) return known;
            running = search;
        }
        return running.join();
    }

    /** Forgets the saved devices, because they were wrong: the next request searches again. */
    public synchronized void forget() {
        kept.delete();
        known = null;
        search = null;
    }

    private Findings find(String now) {
        try {
            Findings found = kept.read(now).orElse(null);
            if (found == null) {
                Duration limit = DeviceSearch.standardLimit();
                found = new DeviceSearch(ChildJava.of(classes), options(now), limit).find();
                kept.write(now, found);
            }
            for (FoundDevice device : found.untested()) {
                TestOutcome outcome = test(device, now, Depth.QUICK, UNWATCHED, () -> false);
                if (outcome.isDecided()) found = found.tested(device.name(), outcome.fault());
            }
            kept.write(now, found);
            return found;
        } catch (IOException | RuntimeException | LinkageError e) {
            return impossible(e);
        }
    }

    private List<String> options(String now) {
        return SearchProgram.options(kept, now, DeviceSearch.standardLimit());
    }

    private TestOutcome test(FoundDevice device, String now, Depth depth, Watch watch, BooleanSupplier stopped)
            throws IOException {
        return new DeviceTest(ChildJava.of(classes), options(now)).run(device, depth, watch, stopped);
    }

    /**
     * The device as it is after the quick test, which is made now if it was not made before.
     *
     * @throws EngineException if it cannot be made, or the time was too short for it
     */
    public FoundDevice tested(FoundDevice device) {
        FoundDevice now = await().device(device.name()).orElse(device);
        if (now.tested()) return now;
        synchronized (testing) {
            now = await().device(device.name()).orElse(device);
            if (now.tested()) return now;
            TestOutcome outcome = test(now, Depth.QUICK, UNWATCHED, () -> false);
            if (outcome.isDecided()) return now.tested(outcome.fault());
            throw new EngineException("The device '" + now.name()
                    + "' cannot be used now, because there was not enough time to test it. " + outcome.lack()
                    + " If the machine was busy, try again later.");
        }
    }

    /**
     * Tests a device, and saves whether it can be trusted, if the time was enough to know.
     *
     * @param stopped whether the user wants no more of it
     * @throws EngineException if no test can be started
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    public TestOutcome test(FoundDevice device, Depth depth, Watch watch, BooleanSupplier stopped) {
        try {
            TestOutcome outcome = test(device, drivers(), depth, watch, stopped);
            if (outcome.isDecided()) keep(device.name(), outcome.fault());
            return outcome;
        } catch (IOException e) {
            throw new EngineException(
                    "The Java program that tests '" + device.name() + "' cannot be started: " + sentence(e));
        }
    }

    private synchronized String drivers() {
        known();
        return drivers;
    }

    private synchronized void keep(String device, String fault) {
        if (known == null) return;
        known = known.tested(device, fault);
        if (drivers != null) kept.write(drivers, known);
    }

    private static Findings impossible(Throwable e) {
        return Findings.none("The Java program that searches for OpenCL devices cannot be started: " + sentence(e));
    }

    private static String sentence(Throwable e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\.$", "") + ".";
    }
}
