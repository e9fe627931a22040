package sc.fiji.imagetomask.engine.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Compares what a device has made with what Java makes, in other threads, while the device builds the next kernels. Only the
 * thread that tests uses the device.
 */
final class Comparisons {

    /** So many results wait at once: some have 16 MB. */
    private static final int MOST = 4;

    private final Deque<CompletableFuture<Void>> running = new ArrayDeque<>();

    /**
     * Begins one more.
     *
     * @throws DifferenceException if an earlier one has found a difference
     */
    void add(Runnable comparison) {
        while (running.size() >= MOST || !running.isEmpty() && running.peek().isDone()) endFirst();
        running.add(CompletableFuture.runAsync(comparison));
    }

    /**
     * Waits for all of them.
     *
     * @throws DifferenceException if one has found a difference; the first one, in the order in which they were begun
     */
    void end() {
        while (!running.isEmpty()) endFirst();
    }

    private void endFirst() {
        try {
            running.remove().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException problem) throw problem;
            if (e.getCause() instanceof Error problem) throw problem;
            throw e;
        }
    }
}
