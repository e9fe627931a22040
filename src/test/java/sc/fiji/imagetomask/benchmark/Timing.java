package sc.fiji.imagetomask.benchmark;

import java.util.Arrays;

/** The median time of a job, after runs that do not count. */
final class Timing {

    private static final int WARM_UP = 6;
    private static final int MIN_RUNS = 7;
    private static final int MAX_RUNS = 301;
    private static final long ENOUGH_NANOS = 700_000_000;

    private Timing() {}

    /** In milliseconds: at least 7 runs, and more up to 0.7 s. */
    static double median(Runnable job) {
        return medians(job)[0];
    }

    /** The medians of several jobs that are done in turns, so that a noisy machine slows all of them. */
    static double[] medians(Runnable... jobs) {
        long warm = System.nanoTime();
        for (int i = 0; i < WARM_UP || System.nanoTime() - warm < ENOUGH_NANOS && i < MAX_RUNS; i++)
            for (Runnable job : jobs) job.run();
        double[][] spent = new double[jobs.length][MAX_RUNS];
        int runs = 0;
        long start = System.nanoTime();
        while (runs < MIN_RUNS || runs < MAX_RUNS && System.nanoTime() - start < ENOUGH_NANOS * jobs.length) {
            for (int j = 0; j < jobs.length; j++) {
                long before = System.nanoTime();
                jobs[j].run();
                spent[j][runs] = (System.nanoTime() - before) / 1e6;
            }
            runs++;
        }
        double[] medians = new double[jobs.length];
        for (int j = 0; j < jobs.length; j++) {
            Arrays.sort(spent[j], 0, runs);
            medians[j] = spent[j][runs / 2];
        }
        return medians;
    }
}
