package sc.fiji.imagetomask.threads;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;

/**
 * Work that several threads share; their number follows ImgLib2's rule.
 *
 * <p>Design decision: it always ends as a whole. Executors throw when the calling thread is interrupted, when they are
 * shut down or when no thread can be made, while other threads still work, and may leave parts undone. The memory that
 * these threads write to may then be unmapped or in use again. Here the calling thread does the rest of the work, waits
 * for the others, and is interrupted after that.
 */
public final class Together {

    /** So many items are handed out at once: no list of all of them, and a place to stop at. */
    private static final int AT_ONCE = 1 << 8;

    private Together() {}

    /** How many threads work at once: ImgLib2's shared pool leaves one core free, for the caller, who works too. */
    public static int threads() {
        TaskExecutor executor = Parallelization.getTaskExecutor();
        int threads = executor.getParallelism();
        return executor == TaskExecutors.multiThreaded()
                ? Math.min(threads + 1, Runtime.getRuntime().availableProcessors())
                : threads;
    }

    /** What the work gives if that many threads share it. */
    public static <T> T with(int threads, Supplier<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        Parallelization.runWithNumThreads(threads, () -> result.set(work.get()));
        return result.get();
    }

    /** Does the job for each part; returns, or throws what the first job has thrown, once all of them have ended. */
    public static <T> void forEach(List<T> parts, Consumer<T> job) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch left = new CountDownLatch(parts.size());
        List<Part> all = parts.stream()
                .map(part -> new Part(() -> job.accept(part), new AtomicBoolean(), failure, left))
                .toList();
        boolean interrupted = Thread.interrupted();
        try {
            Parallelization.getTaskExecutor().forEach(all, Part::run);
        } catch (RuntimeException | Error e) { // interrupted, or without threads: what it did not begin is done here
            interrupted |= e.getCause() instanceof InterruptedException;
            all.forEach(Part::run);
        }
        interrupted |= awaited(left);
        if (interrupted) Thread.currentThread().interrupt();
        if (failure.get() instanceof RuntimeException e) throw e;
        if (failure.get() instanceof Error e) throw e;
    }

    /**
     * Does the job for each item; threads take the items in their order. If there are enough items for all threads, each
     * job has one thread only.
     *
     * @throws CancellationException if the thread was interrupted before all was done; it stays so
     */
    public static <T> void forEachInOrder(Iterable<T> items, Consumer<T> job) {
        Iterator<T> all = items.iterator();
        while (all.hasNext()) {
            if (Thread.currentThread().isInterrupted()) throw new CancellationException("The work was interrupted.");
            List<T> some = new ArrayList<>();
            while (all.hasNext() && some.size() < AT_ONCE) some.add(all.next());
            AtomicInteger next = new AtomicInteger();
            boolean isEnough = some.size() >= threads();
            forEach(some, any -> {
                T item = some.get(next.getAndIncrement());
                if (isEnough) Parallelization.runSingleThreaded(() -> job.accept(item));
                else job.accept(item);
            });
        }
    }

    /** Runs once, by whoever comes first. */
    private record Part(Runnable job, AtomicBoolean taken, AtomicReference<Throwable> failure, CountDownLatch left) {

        void run() {
            if (taken.getAndSet(true)) return;
            try {
                job.run();
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                left.countDown();
            }
        }
    }

    /** Waits, and tells whether the thread was interrupted meanwhile. */
    private static boolean awaited(CountDownLatch left) {
        boolean interrupted = false;
        while (true)
            try {
                left.await();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
    }
}
