package sc.fiji.imagetomask.threads;

import java.util.ArrayList;
import java.util.List;

/** Divides the pixels 0 to n - 1 into ranges without overlap for several threads. */
public final class ParallelRanges {

    /** Fewer pixels than this are not worth a thread if each takes a nanosecond or less. */
    private static final int SMALLEST = 1 << 14;

    /** Some more ranges than threads, so that none waits long for the slowest. */
    private static final int RANGES_PER_THREAD = 4;

    private ParallelRanges() {}

    /** The work on each range. */
    public interface Job {
        void run(int start, int end);
    }

    /** Works on every range, and waits for the end. */
    public static void forEach(int n, Job job) {
        forEach(n, SMALLEST, job);
    }

    /**
     * The same for pixels that take longer.
     *
     * @param smallest fewer pixels than this are not worth a thread
     */
    public static void forEach(int n, int smallest, Job job) {
        int threads = Together.threads();
        int count = threads == 1 ? 1 : Math.max(1, Math.min(RANGES_PER_THREAD * threads, n / smallest));
        if (count == 1) {
            job.run(0, n);
            return;
        }
        List<Integer> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) ranges.add(i);
        Together.forEach(ranges, i -> job.run(edge(n, i, count), edge(n, i + 1, count)));
    }

    private static int edge(int n, int i, int count) {
        return (int) ((long) n * i / count);
    }
}
