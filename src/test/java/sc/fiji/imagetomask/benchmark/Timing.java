package sc.fiji.imagetomask.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** The median time of a job, after runs that do not count. */
final class Timing {

    private static final int WARM_UP = 6;
    private static final int MIN_RUNS = 7;
    private static final int MAX_RUNS = 301;
    private static final long ENOUGH_NANOS = 700_000_000;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Timing() {}

    /** In milliseconds: at least 7 runs, and more up to 0.7 s. */
    static double median(Runnable job) {
        return medians(job)[0];
    }

    /**
     * Medians in milliseconds, each for itself.
     *
     * @param wall on the clock
     * @param cores of all cores together, which changes less while other programs run
     */
    record Times(double wall, double cores) {}

    /** The same on the clock, and of all cores. */
    static Times spent(Runnable job) {
        return spentInTurns(job)[0];
    }

    /** The medians of several jobs that are done in turns, so that a noisy machine slows all of them. */
    static double[] medians(Runnable... jobs) {
        return Arrays.stream(spentInTurns(jobs)).mapToDouble(Times::wall).toArray();
    }

    private static Times[] spentInTurns(Runnable... jobs) {
        long warm = System.nanoTime();
        for (int i = 0; i < WARM_UP || System.nanoTime() - warm < ENOUGH_NANOS && i < MAX_RUNS; i++)
            for (Runnable job : jobs) job.run();
        double[][] wall = new double[jobs.length][MAX_RUNS];
        double[][] cores = new double[jobs.length][MAX_RUNS];
        int runs = 0;
        long start = System.nanoTime();
        while (runs < MIN_RUNS || runs < MAX_RUNS && System.nanoTime() - start < ENOUGH_NANOS * jobs.length) {
            for (int j = 0; j < jobs.length; j++) {
                long before = System.nanoTime();
                long coresBefore = SYSTEM.getProcessCpuTime();
                jobs[j].run();
                wall[j][runs] = (System.nanoTime() - before) / 1e6;
                cores[j][runs] = (SYSTEM.getProcessCpuTime() - coresBefore) / 1e6;
            }
            runs++;
        }
        Times[] spent = new Times[jobs.length];
        for (int j = 0; j < jobs.length; j++) spent[j] = new Times(median(wall[j], runs), median(cores[j], runs));
        return spent;
    }

    private static double median(double[] times, int runs) {
        Arrays.sort(times, 0, runs);
        return times[runs / 2];
    }
}
