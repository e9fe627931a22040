package sc.fiji.imagetomask.threads;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Gives things that take time to read, such as tiles or slices, in their order. A thread of its own reads the next one, and no further
 * one, while the caller works on the one before. The thread ends when this is closed.
 *
 * <pre>{@code
 * try (ReadAhead<byte[]> slices = new ReadAhead<>(20, file::slice, slice -> true)) {
 *     for (int i = 0; i < 20; i++) work(slices.apply(i));
 * }
 * }</pre>
 *
 * @param <T> what is read
 */
public final class ReadAhead<T> implements IntFunction<T>, AutoCloseable {

    private final int count;
    private final IntFunction<T> read;
    private final Predicate<T> mayReadNext;
    private ExecutorService thread;
    private Future<T> begun;

    /**
     * @param count how many there are
     * @param read gives number i, 0 being the first
     * @param mayReadNext whether the next one may be read while the caller works on that one
     */
    public ReadAhead(int count, IntFunction<T> read, Predicate<T> mayReadNext) {
        this.count = count;
        this.read = read;
        this.mayReadNext = mayReadNext;
    }

    /**
     * Number i. After 0, this is asked for 1 and so on; when all were given, it may begin with 0 again.
     *
     * @throws CancellationException if the caller's thread was interrupted; it stays so
     */
    @Override
    public T apply(int i) {
        T item = begun == null ? read.apply(i) : taken();
        if (i + 1 < count && mayReadNext.test(item)) begin(i + 1);
        return item;
    }

    private void begin(int i) {
        if (thread == null) thread = Executors.newSingleThreadExecutor(ReadAhead::thread);
        TaskExecutor threads = Parallelization.getTaskExecutor();
        begun = thread.submit(() -> {
            AtomicReference<T> result = new AtomicReference<>();
            Parallelization.runWithExecutor(threads, () -> result.set(read.apply(i)));
            return result.get();
        });
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "Image To Mask reads ahead");
        thread.setDaemon(true);
        return thread;
    }

    private T taken() {
        try {
            return begun.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The work was interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) throw problem;
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(e.getCause());
        } finally {
            begun = null;
        }
    }

    /** Interrupts the reading, and waits for its thread. */
    @Override
    public void close() {
        if (thread == null) return;
        thread.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended)
            try {
                ended = thread.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
