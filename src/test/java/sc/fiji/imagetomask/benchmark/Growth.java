package sc.fiji.imagetomask.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import sc.fiji.imagetomask.cli.ImageToMaskCli;

/**
 * How long the command line takes for larger and larger OME-Zarr pictures, and how much memory, with a heap of 1 GB. Every
 * picture is written first, and deleted with its mask afterwards.
 *
 * <p>Arguments: a folder with room for it all, and the edges of the pictures in pixels.
 */
public final class Growth {

    private static final String CHILD = "--in-this-process";

    private Growth() {}

    /** Prints a row of a table for each picture. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals(CHILD)) {
            measure(Path.of(args[1]), Path.of(args[2]), Long.parseLong(args[3]));
            return;
        }
        System.out.println("| pixels | seconds | pixels per second | peak heap, MB | peak of the process, MB |");
        System.out.println("|---|---|---|---|---|");
        for (String edge : List.of(args).subList(1, args.length)) {
            Path folder = Files.createTempDirectory(Path.of(args[0]), "growth");
            try {
                LargePicture.write(Long.parseLong(edge), folder.resolve("in.ome.zarr"));
                int status = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx1g",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Growth.class.getName(),
                                CHILD,
                                folder.resolve("in.ome.zarr").toString(),
                                folder.resolve("out.ome.zarr").toString(),
                                edge)
                        .inheritIO()
                        .start()
                        .waitFor();
                if (status != 0) throw new IllegalStateException("The command line failed.");
            } finally {
                delete(folder);
            }
        }
    }

    private static void measure(Path input, Path output, long edge) throws IOException {
        AtomicLong heap = watchHeap();
        long start = System.nanoTime();
        int status = ImageToMaskCli.run(
                "--quiet", "--engine", "java", "--channel", "S (HSV)", input.toString(), output.toString());
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "| %,d | %.1f | %,.0f | %d | %d |%n",
                edge * edge, seconds, edge * edge / seconds, heap.get() >> 20, peakOfProcess() / 1024);
        System.exit(status);
    }

    /** The most that the heap has held, garbage included, looked at every few milliseconds. */
    private static AtomicLong watchHeap() {
        AtomicLong peak = new AtomicLong();
        Thread thread = new Thread(() -> {
            while (true) {
                long used =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                peak.accumulateAndGet(used, Math::max);
                LockSupport.parkNanos(5_000_000);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return peak;
    }

    /** In kilobytes, as Linux tells it; 0 elsewhere. */
    private static long peakOfProcess() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return 0;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }
}
