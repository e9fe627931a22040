package sc.fiji.imagetomask.ui.preview;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.ui.Daemons;

/** Computes the histogram of all slices of a stack in the background; a new request replaces the earlier one. */
final class StackCount implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Daemons.named("image-to-mask-stack"));
    private final Runnable counted;
    private volatile Object key;
    private CompletableFuture<Histogram> count;

    /** @param counted is called in the background once the histogram is ready, or has failed */
    StackCount(Runnable counted) {
        this.counted = counted;
    }

    /**
     * The histogram of all slices; null until it is ready.
     *
     * @param newKey what it depends on
     * @param slice counts slice i, 0 being the first, of that many
     */
    Histogram get(Object newKey, int slices, IntFunction<Histogram> slice) {
        if (!newKey.equals(key)) {
            key = newKey;
            count = CompletableFuture.supplyAsync(() -> sum(newKey, slices, slice), thread);
            count.whenComplete((histogram, failure) -> counted.run());
        }
        if (!count.isDone()) return null;
        try {
            return count.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException reason) throw reason;
            throw e;
        }
    }

    private Histogram sum(Object forKey, int slices, IntFunction<Histogram> slice) {
        Histogram sum = Histogram.EMPTY;
        for (int i = 0; i < slices && forKey.equals(key); i++) sum = sum.plus(slice.apply(i));
        return sum;
    }

    @Override
    public void close() {
        key = null;
        thread.shutdown();
    }
}
