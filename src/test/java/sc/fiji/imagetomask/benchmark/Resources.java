package sc.fiji.imagetomask.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process holds, after a garbage collection; native memory and file handles where /proc tells them.
 *
 * @param heapMb used heap
 * @param residentMb all memory, that of PoCL's buffers included
 */
record Resources(long heapMb, long residentMb, int threads, int files) {

    static Resources now() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        String[] files = new File("/proc/self/fd").list();
        return new Resources(heap >> 20, resident() >> 10, threads, files == null ? 0 : files.length);
    }

    private static long resident() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
