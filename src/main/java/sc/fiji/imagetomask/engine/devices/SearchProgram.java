package sc.fiji.imagetomask.engine.devices;

import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of the program for the search that are not the search itself. */
public final class SearchProgram {

    static final String DRIVERS = "imagetomask.devices.drivers";

    /** Searches for devices in this process. */
    public interface Look {

        /** @param skipped platforms that must not be used */
        Findings devices(Set<Integer> skipped, SearchReport report);
    }

    private SearchProgram() {}

    /** Java options by which the program itself saves the devices, in case the process that started it has ended. */
    static List<String> options(KeptFindings kept, String drivers, Duration limit) {
        return List.of(
                "-D" + KeptFindings.PROPERTY + "=" + kept.file(),
                "-D" + DRIVERS + "=" + drivers,
                "-D" + DeviceSearch.PROPERTY + "=" + limit.toSeconds());
    }

    /** @param args the platforms to leave out */
    public static void run(String[] args, Look look) {
        endAfter(DeviceSearch.standardLimit().plusSeconds(1));
        new File(System.getProperty("java.io.tmpdir"))
                .deleteOnExit(); // it is this process's own; what is in it goes first
        SearchReport report = new SearchReport(System.out);
        report.start();
        Set<Integer> skipped = Arrays.stream(args).map(Integer::valueOf).collect(Collectors.toSet());
        Findings found = look.devices(skipped, report);
        report.end(found);
        String drivers = System.getProperty(DRIVERS);
        if (drivers != null && skipped.isEmpty() && found.devices().stream().allMatch(FoundDevice::harmless))
            KeptFindings.standard().write(drivers, found);
        System.exit(0); // although a driver has threads of its own
    }

    /** Ends this process then, where nobody is left who would end it. */
    static void endAfter(Duration limit) {
        Thread thread = new Thread(
                () -> {
                    try {
                        Thread.sleep(limit.toMillis());
                    } catch (InterruptedException e) {
                        return;
                    }
                    Runtime.getRuntime().halt(1);
                },
                "end of the program");
        thread.setDaemon(true);
        thread.start();
    }
}
