package sc.fiji.imagetomask.ui.preview;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import sc.fiji.imagetomask.ui.Daemons;

/** Does the latest task in the background. A task that is replaced by a newer one before it starts is not done. */
final class LatestOnly<T> implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Daemons.named("image-to-mask-preview"));
    private final AtomicReference<T> next = new AtomicReference<>();
    private final Consumer<T> work;
    private final Runnable end;

    /** @param end is done in the background after the last task */
    LatestOnly(Consumer<T> work, Runnable end) {
        this.work = work;
        this.end = end;
    }

    void hand(T item) {
        if (next.getAndSet(item) == null) thread.execute(() -> work.accept(next.getAndSet(null)));
    }

    @Override
    public void close() {
        thread.execute(end);
        thread.shutdown();
    }
}
