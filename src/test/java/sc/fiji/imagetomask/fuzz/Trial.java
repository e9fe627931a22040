package sc.fiji.imagetomask.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Inputs under watch: an exception, more than 10 seconds, or more memory than 64 MB and 200 times the input's size is a
 * finding. Memory is what all threads allocate, whether it is held or not.
 */
final class Trial implements AutoCloseable {

    private static final int MOST_SECONDS = 10;
    private static final long MOST_BYTES = 64 << 20;
    private static final int MOST_RATIO = 200;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "trial");
        thread.setDaemon(true);
        return thread;
    });

    /** What is wrong with the answer; null if nothing is. */
    Throwable problem(FuzzTarget target, byte[] input) {
        long before = allocated();
        try {
            within(() -> {
                target.run(input);
                return null;
            });
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException | InterruptedException e) {
            AssertionError hang = new AssertionError("more than " + MOST_SECONDS + " seconds");
            Thread.getAllStackTraces().forEach((thread, stack) -> {
                if (thread.getName().equals("trial")) hang.setStackTrace(stack);
            });
            return hang;
        }
        long bytes = allocated() - before;
        long most = MOST_BYTES + (long) MOST_RATIO * input.length;
        return bytes <= most ? null : new AssertionError(bytes + " bytes of memory for " + input.length + " bytes");
    }

    private void within(Callable<Void> work) throws ExecutionException, TimeoutException, InterruptedException {
        Future<Void> done = worker.submit(work);
        done.get(MOST_SECONDS, TimeUnit.SECONDS);
    }

    private static long allocated() {
        long[] each = THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds());
        return Arrays.stream(each).filter(bytes -> bytes > 0).sum();
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
