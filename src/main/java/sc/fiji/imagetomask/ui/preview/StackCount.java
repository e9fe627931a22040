package sc.fiji.imagetomask.ui.preview;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import sc.fiji.imagetomask.tone.Histograms;
import sc.fiji.imagetomask.ui.Daemons;

/** Computes the histograms of all slices of a stack in the background; a new request replaces the earlier one. */
final class StackCount implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Daemons.named("image-to-mask-stack"));
    private final Runnable counted;
    private volatile Object key;
    private CompletableFuture<Histograms> count;

    /** @param counted is called in the background once the histograms are ready, or has failed */
    StackCount(Runnable counted) {
        this.counted = counted;
    }

    /**
     * The histograms of all slices, at least one; null until they are ready.
     *
     * @param newKey what it depends on
     * @param slice counts slice i, 0 being the first, of that many
     */
    Histograms get(Object newKey, int slices, IntFunction<Histograms> slice) {
        if (!newKey.equals(key)) {
            key = newKey;
            count = CompletableFuture.supplyAsync(() -> sum(newKey, slices, slice), thread);
            count.whenComplete((histograms, failure) -> counted.run());
        }
        if (!count.isDone()) return null;
        try {
            return count.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException reason) throw reason;
            throw e;
        }
    }

    private Histograms sum(Object forKey, int slices, IntFunction<Histograms> slice) {
        Histograms sum = slice.apply(0);
        for (int i = 1; i < slices && forKey.equals(key); i++) sum = sum.plus(slice.apply(i));
        return sum;
    }

    @Override
    public void close() {
        key = null;
        thread.shutdown();
    }
}
