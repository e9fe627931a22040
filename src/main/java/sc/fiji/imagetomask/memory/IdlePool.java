package sc.fiji.imagetomask.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Memory that is kept for its next use, up to a limit, and released if it is not used for a while. Safe for use
 * from several threads.
 */
public final class IdlePool<T> implements AutoCloseable {

    private static final long IDLE_SECONDS = 10;

    private final long bound;
    private final Consumer<T> release;
    private final Deque<Idle<T>> idle = new ArrayDeque<>(); // the longest idle first
    private long idleBytes;
    private boolean watched;
    private boolean closed;
    private boolean held;

    private record Idle<T>(T memory, long size, long since) {}

    /**
     * @param bound the largest number of unused bytes that are kept
     * @param release releases one, without an exception
     */
    public IdlePool(long bound, Consumer<T> release) {
        this.bound = bound;
        this.release = release;
    }

    /** The memory of exactly that size that was used last; or null. */
    public T take(long size) {
        return take(size, memory -> true);
    }

    /** The memory of exactly that size that was used last and suits; or null. */
    public synchronized T take(long size, Predicate<T> suits) {
        if (held) return null;
        for (Iterator<Idle<T>> all = idle.descendingIterator(); all.hasNext(); ) {
            Idle<T> next = all.next();
            if (next.size == size && suits.test(next.memory)) {
                all.remove();
                idleBytes -= size;
                return next.memory;
            }
        }
        return null;
    }

    /** Keeps memory of that size, or releases it. */
    public synchronized void giveBack(T memory, long size) {
        if (!held && (closed || size > bound)) {
            release.accept(memory);
            return;
        }
        idle.addLast(new Idle<>(memory, size, System.nanoTime()));
        idleBytes += size;
        if (held) return;
        trim(bound);
        watch();
    }

    /**
     * From now on nothing is released before {@link #close}, or used again, because a device may still be working on
     * it.
     */
    public synchronized void hold() {
        held = true;
    }

    /**
     * Releases the memory that was unused for the longest time until at most this number of bytes is left. Returns
     * whether anything was released.
     */
    public synchronized boolean trim(long most) {
        boolean any = false;
        if (held) return false;
        while (idleBytes > most && !idle.isEmpty()) {
            releaseFirst();
            any = true;
        }
        return any;
    }

    private void releaseFirst() {
        Idle<T> first = idle.removeFirst();
        idleBytes -= first.size;
        release.accept(first.memory);
    }

    private void watch() {
        if (watched || idle.isEmpty()) return;
        watched = true;
        CompletableFuture.delayedExecutor(IDLE_SECONDS, TimeUnit.SECONDS).execute(this::releaseOld);
    }

    private synchronized void releaseOld() {
        watched = false;
        if (held) return;
        long now = System.nanoTime();
        while (!idle.isEmpty() && now - idle.peekFirst().since > TimeUnit.SECONDS.toNanos(IDLE_SECONDS) * 9 / 10)
            releaseFirst();
        watch();
    }

    @Override
    public synchronized void close() {
        closed = true;
        held = false;
        while (!idle.isEmpty()) releaseFirst();
    }
}
