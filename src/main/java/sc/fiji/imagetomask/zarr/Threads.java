package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import sc.fiji.imagetomask.threads.Together;
import sc.fiji.imagetomask.zarr.store.Store;

/** Shares out work on files over ImgLib2's threads: all cores, unless the caller says otherwise. */
public final class Threads {

    /** So many requests at once. */
    private static final int AT_ONCE = 16;

    private Threads() {}

    public interface Work<T> {
        void on(T item) throws IOException;
    }

    /**
     * Does the work on each item; nothing is at work any more when it returns or throws the first failure.
     *
     * @throws CancellationException if the thread was interrupted before all was done; it stays so
     */
    public static <T> void forEach(Iterable<T> items, Work<T> work) throws IOException {
        try {
            Together.forEachInOrder(items, item -> on(work, item));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The same; of a store that takes long to answer, many items are asked for at once. */
    public static <T> void forEachIn(Store store, Iterable<T> items, Work<T> work) throws IOException {
        if (!store.isFar()) forEach(items, work);
        else
            try {
                Together.with(AT_ONCE, () -> {
                    Together.forEachInOrder(items, item -> on(work, item));
                    return null;
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
    }

    private static <T> void on(Work<T> work, T item) {
        try {
            work.on(item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
