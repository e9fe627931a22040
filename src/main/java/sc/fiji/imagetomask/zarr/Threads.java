package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/** Shares out work on files over ImgLib2's threads: all cores, unless the caller says otherwise. */
final class Threads {

    /** So many pieces of work are handed out at once, so that there is no list of all chunks of an image. */
    private static final int AT_ONCE = 1 << 12;

    private Threads() {}

    interface Work<T> {
        void on(T item) throws IOException;
    }

    /** Does the work on each item; the first failure that is noticed is thrown. */
    static <T> void forEach(Iterable<T> items, Work<T> work) throws IOException {
        Iterator<T> all = items.iterator();
        while (all.hasNext()) {
            List<T> some = new ArrayList<>();
            while (all.hasNext() && some.size() < AT_ONCE) some.add(all.next());
            forEachOf(some, work);
        }
    }

    private static <T> void forEachOf(List<T> items, Work<T> work) throws IOException {
        TaskExecutor threads = Parallelization.getTaskExecutor();
        if (items.size() == 1 || threads.getParallelism() == 1) {
            for (T item : items) work.on(item);
            return;
        }
        try {
            threads.forEach(items, item -> {
                try {
                    work.on(item);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause())
                if (cause instanceof IOException problem) throw problem;
            throw e;
        }
    }
}
