package sc.fiji.imagetomask.engine.devices;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.proof.Depth;
import sc.fiji.imagetomask.engine.proof.PartResult;
import sc.fiji.imagetomask.engine.proof.Proof;
import sc.fiji.imagetomask.engine.proof.Subject;

/** The parts of the program for the test of a device that are not the test itself. */
public final class TestProgram {

    /** The first argument, by which the program knows that it shall test and not search. */
    private static final String TEST = "test";

    /** Opens a device in this process. */
    public interface Opening {

        /**
         * A device that the search has found.
         *
         * @param platform see {@link FoundDevice#platform}
         * @param position see {@link FoundDevice#position}
         * @throws EngineException if it cannot be opened
         */
        Subject open(int platform, int position, String name);
    }

    private TestProgram() {}

    static List<String> arguments(FoundDevice device, Depth depth) {
        return List.of(
                TEST,
                depth.name().toLowerCase(Locale.ROOT),
                Integer.toString(device.platform()),
                Integer.toString(device.position()),
                device.name());
    }

    /** The time limit for the program, with its start and the last step. */
    static Duration limit(Depth depth) {
        return Duration.ofSeconds(depth.seconds() + 3L);
    }

    /** How long the program may take for a step of the test: nobody waits long for the quick test of a driver that hangs. */
    static Duration silence(Depth depth) {
        return depth == Depth.QUICK ? DeviceSearch.standardLimit() : limit(depth);
    }

    /** A test needs more memory than a search, and measures what Java's compiler makes. */
    static List<String> options(Depth depth) {
        return List.of(depth == Depth.FULL ? "-Xmx1g" : "-Xmx384m", "-XX:TieredStopAtLevel=4");
    }

    /** Whether these arguments of the program mean a test. */
    public static boolean isMeant(String[] args) {
        return args.length > 0 && args[0].equals(TEST);
    }

    /** Tests a device, reports all steps on standard output, and ends this process. */
    public static void run(String[] args, Opening opening) {
        Depth depth = Depth.valueOf(args[1].toUpperCase(Locale.ROOT));
        SearchProgram.endAfter(limit(depth).plusSeconds(1));
        new File(System.getProperty("java.io.tmpdir")).deleteOnExit();
        TestReport report = new TestReport(System.out);
        report.start();
        String name = args[4];
        try {
            report.part("opening the device");
            Subject subject = opening.open(Integer.parseInt(args[2]), Integer.parseInt(args[3]), name);
            report.facts(subject.facts());
            List<PartResult> results = Proof.of(subject, depth, report);
            TestOutcome outcome = new TestOutcome(subject.facts(), results, null, false);
            if (outcome.isDecided()) keep(name, outcome.fault());
            report.end();
        } catch (EngineException e) {
            report.trouble(e.getMessage());
        }
        System.exit(0); // although a driver has threads of its own
    }

    /** In case the process that started this one has ended. */
    private static void keep(String device, String fault) {
        String drivers = System.getProperty(SearchProgram.DRIVERS);
        if (drivers == null) return;
        KeptFindings kept = KeptFindings.standard();
        kept.read(drivers).ifPresent(found -> kept.write(drivers, found.tested(device, fault)));
    }
}
