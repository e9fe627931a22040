package sc.fiji.imagetomask.zarr.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
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

    void begin(String key, Reading reading) {
        FutureTask<ByteBuffer> task = new FutureTask<>(reading::read);
        if (begun.putIfAbsent(key, task) == null) READERS.execute(task);
    }

    /** Reads an object; null if there is none. */
    interface Reading {
        ByteBuffer read() throws IOException;
    }

    /** What the request gives that was begun; or, if there is none, that reading. */
    ByteBuffer get(String key, Reading other) throws IOException {
        FutureTask<ByteBuffer> task = begun.get(key);
        if (task == null) return other.read();
        task.run(); // here if it has not begun, because other requests may wait for servers that do not answer
        try {
            ByteBuffer bytes = task.get();
            return bytes == null ? null : bytes.duplicate();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The work was interrupted.");
        } catch (ExecutionException e) {
            begun.remove(key, task);
            if (e.getCause() instanceof IOException problem) throw problem;
            if (e.getCause() instanceof Error problem) throw problem;
            throw (RuntimeException) e.getCause();
        }
    }

    /** What was read of it is not needed any more. */
    void forget(String key) {
        begun.remove(key);
    }
}
