package sc.fiji.imagetomask.zarr.store;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.IntFunction;

/**
 * Collects the bytes of an answer, of which there may not be too many. If the server says how many there are, they are
 * copied as they come; else they are kept until all are there.
 */
final class Body implements BodySubscriber<ByteBuffer> {

    /** There are more bytes than allowed. */
    static final class TooLong extends IOException {
        TooLong(long bytes, long most) {
            super("has " + bytes + " bytes, but must have at most " + most);
        }
    }

    private static final int UNUSED = 1 << 16;

    private final long most;
    private final IntFunction<byte[]> arrays;
    private final Runnable heard;
    private final CompletableFuture<ByteBuffer> whole = new CompletableFuture<>();
    private final List<ByteBuffer> parts = new ArrayList<>();
    private Subscription subscription;
    private long count;
    private int claimed;
    private ByteBuffer copied;

    /**
     * @param claimed how many bytes the server says there are; -1 if it does not
     * @param arrays gives an array of at least that length
     * @param heard is told whenever bytes come
     */
    Body(long claimed, long most, IntFunction<byte[]> arrays, Runnable heard) {
        this(most, arrays, heard);
        if (claimed > most) end(claimed);
        else this.claimed = (int) Math.max(0, claimed);
    }

    private Body(long most, IntFunction<byte[]> arrays, Runnable heard) {
        this.most = most;
        this.arrays = arrays;
        this.heard = heard;
    }

    /** Bytes that are not needed; few are read, so that the connection can be used again. */
    static Body unused(Runnable heard) {
        return new Body(UNUSED, null, heard);
    }

    @Override
    public CompletionStage<ByteBuffer> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (whole.isDone()) given.cancel();
        else given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> more) {
        heard.run();
        for (ByteBuffer part : more) count += part.remaining();
        if (count > most) {
            end(count);
            subscription.cancel();
        } else if (arrays != null)
            try {
                take(more);
            } catch (RuntimeException | OutOfMemoryError e) {
                whole.completeExceptionally(e);
                subscription.cancel();
            }
    }

    private void take(List<ByteBuffer> more) {
        if (copied == null && parts.isEmpty() && count <= claimed) copied = array(claimed);
        if (copied != null && count > claimed) {
            parts.add(copied.flip());
            copied = null;
        }
        if (copied != null) more.forEach(copied::put);
        else parts.addAll(more);
    }

    private ByteBuffer array(int length) {
        return ByteBuffer.wrap(arrays.apply(length), 0, length);
    }

    private void end(long bytes) {
        parts.clear();
        copied = null;
        if (arrays == null) whole.complete(ByteBuffer.allocate(0));
        else whole.completeExceptionally(new TooLong(bytes, most));
    }

    @Override
    public void onError(Throwable problem) {
        whole.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        if (whole.isDone()) return;
        try {
            ByteBuffer bytes = copied != null ? copied : arrays == null ? ByteBuffer.allocate(0) : array((int) count);
            parts.forEach(bytes::put);
            parts.clear();
            whole.complete(bytes.flip());
        } catch (RuntimeException | OutOfMemoryError e) {
            whole.completeExceptionally(e);
        }
    }
}
