package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.threads.ParallelRanges;

/**
 * Divides a range of pixels, so that a loop over it is called many times. Java compiles a method that is called often
 * better than one that is entered once and loops for long (measured: 0.28 instead of 0.45 ns per pixel for a table).
 */
final class Pieces {

    private static final int SIZE = 1 << 14;

    private Pieces() {}

    static void forEach(int start, int end, ParallelRanges.Job job) {
        for (int at = start; at < end; at += Math.min(SIZE, end - at)) job.run(at, at + Math.min(SIZE, end - at));
    }
}
