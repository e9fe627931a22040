package sc.fiji.imagetomask.zarr.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Small objects that a server is asked for together, because they will be needed one after the other. */
final class Expected {

    private static final int AT_ONCE = 16;
    private static final ExecutorService READERS = readers();

    private final Map<String, FutureTask<ByteBuffer>> begun = new ConcurrentHashMap<>();

    private static ExecutorService readers() {
        ThreadPoolExecutor readers =
                new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "image-to-mask reads metadata");
                    thread.setDaemon(true);
                    return thread;
                });
        readers.allowCoreThreadTimeOut(true);
        return readers;
    }

    void begin(String key, Callable<ByteBuffer> reading) {
        FutureTask<ByteBuffer> task = new FutureTask<>(reading);
        if (begun.putIfAbsent(key, task) == null) READERS.execute(task);
    }

    boolean isBegun(String key) {
        return begun.containsKey(key);
    }

    /** What was read of one that is begun; null if there is no such object. */
    ByteBuffer get(String key) throws IOException {
        try {
            ByteBuffer bytes = begun.get(key).get();
            return bytes == null ? null : bytes.duplicate();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The work was interrupted.");
        } catch (ExecutionException e) {
            begun.remove(key);
            if (e.getCause() instanceof IOException problem) throw problem;
            if (e.getCause() instanceof Error problem) throw problem;
            throw (RuntimeException) e.getCause();
        }
    }
}
