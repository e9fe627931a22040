package sc.fiji.imagetomask.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process holds, after a garbage collection; native memory and file handles where /proc tells them.
 *
 * @param heapMb used heap
 * @param residentMb all memory, that of PoCL's buffers included
 */
record Resources(long heapMb, long residentMb, int threads, int files) {

    private static final int HEAP_MB = 16;
    private static final int RESIDENT_MB = 256;
    private static final int THREADS = 4;
    private static final int FILES = 2;

    /** What is held more than then, beyond what comes and goes: threads of pools, and memory that is kept for a while. */
    List<String> growthSince(Resources then) {
        List<String> growth = new ArrayList<>();
        if (heapMb > then.heapMb + HEAP_MB) growth.add("heap by " + (heapMb - then.heapMb) + " MB");
        if (residentMb > then.residentMb + RESIDENT_MB)
            growth.add("resident by " + (residentMb - then.residentMb) + " MB");
        if (threads > then.threads + THREADS) growth.add("threads by " + (threads - then.threads));
        if (files > then.files + FILES) growth.add("files by " + (files - then.files));
        return growth;
    }

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
