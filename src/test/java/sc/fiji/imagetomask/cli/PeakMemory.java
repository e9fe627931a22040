package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the command line, then says the peaks of its memory: the sum of those of the heap's pools, and of the whole process
 * where Linux tells it.
 */
final class PeakMemory {

    private PeakMemory() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        long start = System.nanoTime();
        int status = ImageToMaskCli.run(args);
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf("%.1f s, heap %d MB at most", (System.nanoTime() - start) / 1e9, heap >> 20);
        Path self = Path.of("/proc/self/status");
        if (Files.exists(self))
            for (String line : Files.readAllLines(self))
                if (line.startsWith("VmHWM")) System.out.print(", " + line.replaceAll("\\s+", " "));
        System.out.println();
        System.exit(status);
    }
}
