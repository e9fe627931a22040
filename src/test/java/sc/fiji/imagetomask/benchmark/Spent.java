package sc.fiji.imagetomask.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a process used from its start to its end, with the processes that it started.
 *
 * @param seconds on the clock
 * @param cpuSeconds of all cores, where /proc tells them
 * @param peakMb the largest resident memory of the process itself, where /proc tells it
 */
record Spent(double seconds, double cpuSeconds, long peakMb) {

    /** Linux counts in these. */
    private static final double TICKS_PER_SECOND = 100;

    /** Of /proc/self/stat, behind the name: user and system time of the children that have ended. */
    private static final int CHILDREN_USER = 13;

    /** Runs the command. What it prints is shown only if it fails. */
    static Spent by(List<String> command) throws IOException, InterruptedException {
        File log = File.createTempFile("spent", ".txt");
        double cpu = children();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        long peak = 0;
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) peak = Math.max(peak, peak(status));
        double seconds = (System.nanoTime() - start) / 1e9;
        String printed = Files.readString(log.toPath());
        Files.delete(log.toPath());
        if (process.exitValue() != 0) throw new IOException(String.join(" ", command) + " failed: " + printed);
        return new Spent(seconds, children() - cpu, peak >> 10);
    }

    private static long peak(Path status) {
        try {
            for (String line : Files.readAllLines(status))
                if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", ""));
        } catch (IOException e) {
            // it has just ended
        }
        return 0;
    }

    private static double children() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) return Double.NaN;
        String all = Files.readString(stat);
        String[] numbers = all.substring(all.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(numbers[CHILDREN_USER]) + Long.parseLong(numbers[CHILDREN_USER + 1])) / TICKS_PER_SECOND;
    }
}
