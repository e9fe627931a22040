package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.imagetomask.threads.Together;

/** Shares out work on files over ImgLib2's threads: all cores, unless the caller says otherwise. */
public final class Threads {

    /** How many pieces of work are started together: no list of all chunks of an image is made, and the work can stop after them. */
    private static final int AT_ONCE = 1 << 8;

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
        Iterator<T> all = items.iterator();
        while (all.hasNext()) {
            if (Thread.currentThread().isInterrupted()) throw new CancellationException("The work was interrupted.");
            List<T> some = new ArrayList<>();
            while (all.hasNext() && some.size() < AT_ONCE) some.add(all.next());
            try {
                Together.forEach(some, item -> on(work, item));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
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
