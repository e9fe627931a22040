package sc.fiji.imagetomask;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Reads tiles in their order. For lazy pictures, a thread of this reader reads the next tile, and no further one, while
 * the caller works on the tile before. The thread ends when the reader is closed.
 *
 * @param <T> what a tile becomes
 */
final class TileReader<T> implements AutoCloseable {

    private final Iterator<Tile> tiles;
    private final Function<Tile, T> read;
    private final ExecutorService thread;
    private Future<T> ahead;

    /** @param lazy whether to read ahead */
    TileReader(List<Tile> tiles, boolean lazy, Function<Tile, T> read) {
        this.tiles = tiles.iterator();
        this.read = inTheCallersThreads(read);
        thread = lazy && tiles.size() > 1 ? Executors.newSingleThreadExecutor(TileReader::thread) : null;
        if (thread != null) readAhead();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "Image To Mask reads ahead");
        thread.setDaemon(true);
        return thread;
    }

    private static <T> Function<Tile, T> inTheCallersThreads(Function<Tile, T> read) {
        TaskExecutor threads = Parallelization.getTaskExecutor();
        return tile -> {
            AtomicReference<T> result = new AtomicReference<>();
            Parallelization.runWithExecutor(threads, () -> result.set(read.apply(tile)));
            return result.get();
        };
    }

    /**
     * The next tile; null after the last.
     *
     * @throws CancellationException if the caller's thread was interrupted; it stays so
     */
    T next() {
        if (thread == null) return tiles.hasNext() ? read.apply(tiles.next()) : null;
        if (ahead == null) return null;
        T next = await(ahead);
        readAhead();
        return next;
    }

    private void readAhead() {
        if (!tiles.hasNext()) {
            ahead = null;
            return;
        }
        Tile tile = tiles.next();
        ahead = thread.submit(() -> read.apply(tile));
    }

    private static <T> T await(Future<T> reading) {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The work was interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) throw problem;
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(e.getCause());
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
