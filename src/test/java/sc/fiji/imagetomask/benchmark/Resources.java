package sc.fiji.imagetomask.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process holds, after a garbage collection; native memory and file handles where /proc tells them.
 *
 * <p>What is resident holds the heap as well, which grows by itself up to its limit, used or not. So that is taken off,
 * which is exact where Java has touched all of it at its start: {@code -Xms} like {@code -Xmx}, and {@code
 * -XX:+AlwaysPreTouch}.
 *
 * @param heapMb used heap
 * @param nativeMb resident memory beside the heap, that of PoCL's buffers included
 */
record Resources(long heapMb, long nativeMb, int threads, int files) {

    private static final int HEAP_MB = 16 + 4 * 16; // also four tables of distances of known colours, in use and idle
    private static final int NATIVE_MB = 256;
    private static final int THREADS = 4;
    private static final int FILES = 2;

    /** What is held more than then, beyond what comes and goes: threads of pools, and memory that is kept for a while. */
    List<String> growthSince(Resources then) {
        List<String> growth = new ArrayList<>();
        if (heapMb > then.heapMb + HEAP_MB) growth.add("heap by " + (heapMb - then.heapMb) + " MB");
        if (nativeMb > then.nativeMb + NATIVE_MB) growth.add("native by " + (nativeMb - then.nativeMb) + " MB");
        if (threads > then.threads + THREADS) growth.add("threads by " + (threads - then.threads));
        if (files > then.files + FILES) growth.add("files by " + (files - then.files));
        return growth;
    }

    static Resources now() {
        System.gc();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        String[] files = new File("/proc/self/fd").list();
        return new Resources(
                heap.getUsed() >> 20,
                (resident() >> 10) - (heap.getCommitted() >> 20),
                threads,
                files == null ? 0 : files.length);
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
