package sc.fiji.imagetomask.engine.devices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.engine.proof.EngineSubject;
import sc.fiji.imagetomask.engine.proof.LyingEngine;
import sc.fiji.imagetomask.engine.proof.Subject;

/**
 * A search and a test with drivers that are made up, in the place of the program that looks for real ones: platform 0 has a GPU and
 * platform 1 a processor. The property {@code drivers} says what goes wrong.
 */
public final class StandIn {

    /** Longer than the time limit of the tests with a slow driver. */
    private static final long SLOW_MILLIS = 30_000;

    private StandIn() {}

    public static void main(String[] args) throws IOException {
        String kept = System.getProperty(KeptFindings.PROPERTY);
        if (kept != null)
            Files.writeString(
                    Path.of(kept + (TestProgram.isMeant(args) ? ".tests" : ".runs")),
                    "x",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        System.out.println("A driver says hello.");
        if (TestProgram.isMeant(args)) TestProgram.run(args, StandIn::open);
        else SearchProgram.run(args, StandIn::look);
    }

    private static Findings look(Set<Integer> skipped, SearchReport report) {
        String drivers = System.getProperty("drivers", "");
        fault(drivers, "library");
        boolean harmed = drivers.equals("harm while listed");
        report.platformsListed(!harmed);
        List<FoundDevice> found = new ArrayList<>();
        if (!skipped.contains(1)) {
            report.platform(1, "Processors & more");
            System.out.print("A driver ends no line. ");
            fault(drivers, "processor");
            harmed |= drivers.equals("harm");
            found.add(device("Processor = \\ 1", DeviceKind.PROCESSOR, 1, !harmed));
        }
        if (!skipped.contains(0)) {
            report.platform(0, "GPUs");
            fault(drivers, "gpu");
            found.add(device("Grafikkarte \u00e4", DeviceKind.GPU, 0, !harmed));
        }
        return found.isEmpty() ? Findings.none("There is nothing.") : Findings.of(found);
    }

    private static Subject open(int platform, int position, String name) {
        String drivers = System.getProperty("drivers", "");
        String test = platform == 0 ? "gpu's test" : "processor's test";
        fault(drivers, test);
        return new EngineSubject(
                drivers.contains(test + " shows a lie")
                        ? new LyingEngine()
                        : drivers.contains(test + " is slow") ? slow() : new JavaEngine());
    }

    private static LyingEngine slow() {
        return new LyingEngine(
                job -> {
                    if (job.channel() == Channel.YUV_U) sleep();
                    return false;
                },
                false);
    }

    private static FoundDevice device(String name, DeviceKind kind, int platform, boolean harmless) {
        return new FoundDevice(name, kind, "vendor", "1.0", "OpenCL 3.0", platform, 0, 10, harmless);
    }

    private static void fault(String drivers, String at) {
        if (drivers.contains(at + " crashes")) Runtime.getRuntime().halt(134);
        while (drivers.contains(at + " hangs")) sleep();
    }

    private static void sleep() {
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
