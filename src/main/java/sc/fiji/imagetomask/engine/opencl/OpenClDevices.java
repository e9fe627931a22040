package sc.fiji.imagetomask.engine.opencl;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.imglib2.parallel.Parallelization;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.Offer;
import sc.fiji.imagetomask.engine.devices.DeviceFinder;
import sc.fiji.imagetomask.engine.devices.Findings;
import sc.fiji.imagetomask.engine.devices.FoundDevice;

/** The devices of this machine, which are known without OpenCL in this process, and the decision of {@code auto}. */
public final class OpenClDevices {

    /**
     * The number of pixels that the Java engine computes before the search for devices: about the work of the time that
     * a device needs to start (half a second for the first, about 20 ms later).
     */
    private static final long FEW_PIXELS = 1 << 24;

    private static final String PREVENTED =
            "If the driver is PoCL, start with POCL_SIGFPE_HANDLER=0 in the environment to prevent this.";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final AtomicLong SEEN = new AtomicLong();
    private static volatile OpenClEngines.GoneDeviceException gone;

    private OpenClDevices() {}

    /**
     * Finds and tests the devices.
     *
     * @throws EngineException if JOCL is missing
     */
    public static DeviceFinder finder() {
        if (Finder.SHARED == null)
            throw new EngineException("JOCL, which connects Java with OpenCL, is not installed.");
        return Finder.SHARED;
    }

    /** Made when it is needed; null without JOCL. */
    private static final class Finder {

        static final DeviceFinder SHARED = make();

        private static DeviceFinder make() {
            try {
                Class<?> jocl = Class.forName("org.jocl.CL", false, OpenClDevices.class.getClassLoader());
                return new DeviceFinder(List.of(OpenClProgram.class, jocl, Parallelization.class));
            } catch (ClassNotFoundException e) {
                return null;
            }
        }
    }

    /**
     * The device for {@code auto}: a GPU or a similar device. OpenCL is not loaded into this process before there is a
     * GPU and enough work for it.
     *
     * <p>Design decision: it does not use the processor, on which the Java engine is as fast. OpenCL for processors
     * also loads the compiler LLVM into the process, whose signal handlers conflict with those of a JVM: with PoCL 3.1
     * a JVM was killed at a safepoint.
     *
     * @param pixels those of the next plane
     */
    static Offer offer(int pixels) {
        if (gone != null) throw gone;
        long seen = SEEN.addAndGet(pixels);
        Findings found = finder().known();
        if (found == null) {
            if (seen > FEW_PIXELS) finder().start();
            return Offer.none("OpenCL devices are searched for only when there are more pixels to compute.");
        }
        try {
            return offer(found, seen, OpenClEngines.shared()::on);
        } catch (OpenClEngines.GoneDeviceException e) {
            gone = e;
            throw e;
        }
    }

    /** @param seen the number of pixels so far */
    static Offer offer(Findings found, long seen, Function<FoundDevice, Engine> engines) {
        FoundDevice best = found.best().orElse(null);
        if (best == null) return without(found);
        if (!best.harmless())
            throw new EngineException("'" + best.name()
                    + "' is not used, because with the OpenCL drivers of this machine Java would not report a division by"
                    + " zero: 7 / 0 would give 7. " + PREVENTED);
        if (!best.isTrusted()) return Offer.none(best.name() + " was not tested yet.");
        if (seen <= FEW_PIXELS) return Offer.none(best.name() + " is used only when there are more pixels to compute.");
        return new Offer(engines.apply(best), "a usable device was found: " + best.name() + ".", found.notice());
    }

    private static Offer without(Findings found) {
        if (found.devices().isEmpty() || found.notice() != null) throw new EngineException(found.why());
        return Offer.none("the only OpenCL devices are processors (CPUs), which the java engine uses, too.");
    }

    /** The GPUs and the like, or without any the processors, in the order of OpenCL: a number means one of these. */
    public static List<FoundDevice> numbered(List<FoundDevice> devices) {
        boolean onProcessors = devices.stream().allMatch(FoundDevice::isProcessor);
        return devices.stream()
                .filter(device -> device.isProcessor() == onProcessors)
                .sorted(Comparator.comparingInt(FoundDevice::platform).thenComparingInt(FoundDevice::position))
                .toList();
    }

    /** Whether a device has that name, or that number, from 0, among the {@link #numbered} ones. */
    public static boolean isMeant(String nameOrNumber, FoundDevice device, List<FoundDevice> numbered) {
        return NUMBER.matcher(nameOrNumber).matches()
                ? numbered.indexOf(device) == Integer.parseInt(nameOrNumber)
                : device.name().equalsIgnoreCase(nameOrNumber);
    }

    /** What users should know of that device before they use it; or null. */
    static String warning(FoundDevice device) {
        return device.harmless()
                ? null
                : "While the OpenCL driver of '" + device.name()
                        + "' is in use, Java does not report a division by zero: 7 / 0 gives 7. " + PREVENTED;
    }
}
