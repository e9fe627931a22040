package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Chunks of a store that takes long to answer: many of those that are needed soon are read at once. */
final class AheadChunks implements ChunkSource {

    /** So many requests are under way at once. */
    private static final int AT_ONCE = 32;

    /** So many chunks at most wait to be used, and they take at most this part of the heap. */
    private static final int MOST = 2 * AT_ONCE;

    private static final int PART_OF_HEAP = 16;

    private static final ExecutorService READERS = readers();

    private record Wait(Future<?> result) implements ForkJoinPool.ManagedBlocker {

        @Override
        public boolean block() throws InterruptedException {
            try {
                result.get();
            } catch (ExecutionException e) {
                // told by who asks for the result
            }
            return true;
        }

        @Override
        public boolean isReleasable() {
            return result.isDone();
        }
    }

    private record Begun(FutureTask<ByteBuffer> bytes, long reads) {}

    private final ChunkSource source;
    private final int most;
    private final boolean needsCommonPool;
    private final Map<List<Long>, Begun> begun = new LinkedHashMap<>();
    private long reads;

    /** @param needsCommonPool whether reading may need a thread of Java's common pool */
    AheadChunks(ChunkSource source, int chunkBytes, boolean needsCommonPool) {
        this.source = source;
        this.needsCommonPool = needsCommonPool;
        long room = Runtime.getRuntime().maxMemory() / PART_OF_HEAP / chunkBytes;
        most = (int) Math.max(1, Math.min(MOST, room));
    }

    private static ExecutorService readers() {
        ThreadPoolExecutor readers =
                new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "image-to-mask reads ahead");
                    thread.setDaemon(true);
                    return thread;
                });
        readers.allowCoreThreadTimeOut(true);
        return readers;
    }

    @Override
    public boolean begin(long[] grid) {
        FutureTask<ByteBuffer> task = new FutureTask<>(() -> source.read(grid));
        synchronized (this) {
            List<Long> place = place(grid);
            if (begun.containsKey(place)) return true;
            dropForgotten();
            if (begun.size() == most) return false;
            begun.put(place, new Begun(task, reads));
        }
        READERS.execute(task);
        return true;
    }

    /** Chunks that nobody asked for while very many others were read give room to others. */
    private void dropForgotten() {
        begun.values().removeIf(chunk -> reads - chunk.reads > 4L * most && chunk.bytes.isDone());
    }

    @Override
    public ByteBuffer read(long[] grid) throws IOException {
        Begun chunk;
        synchronized (this) {
            reads++;
            chunk = begun.remove(place(grid));
        }
        return chunk == null ? source.read(grid) : result(chunk.bytes);
    }

    /**
     * What the task gives.
     *
     * <p>Design decision: Java's common pool gets another thread while one of its threads waits here for a store that may
     * need the pool; else both would wait without end. Nobody else gets one: it would take the next tile, wait for it, and so
     * on, and more tiles would be at work than there are threads and memory for.
     */
    private ByteBuffer result(FutureTask<ByteBuffer> bytes) throws IOException {
        bytes.run(); // unless another thread does it
        try {
            if (needsCommonPool && ForkJoinTask.getPool() == ForkJoinPool.commonPool())
                ForkJoinPool.managedBlock(new Wait(bytes));
            return bytes.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The work was interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException problem) throw problem;
            if (e.getCause() instanceof Error problem) throw problem;
            throw (RuntimeException) e.getCause();
        }
    }

    @Override
    public String key(long[] grid) {
        return source.key(grid);
    }

    private static List<Long> place(long[] grid) {
        return Arrays.stream(grid).boxed().toList();
    }
}
