package sc.fiji.imagetomask.threads;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What each thread needs for its work, such as memory of its own: made for as many threads as work at once, and used for
 * one range of pixels after the other.
 */
public final class Workers<T> {

    private final Supplier<T> maker;
    private final Queue<T> idle = new ConcurrentLinkedQueue<>();

    /** @param maker makes what one more thread needs */
    public Workers(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Does the job with one that no other thread uses meanwhile. */
    public void use(Consumer<T> job) {
        T free = idle.poll();
        T worker = free == null ? maker.get() : free;
        job.accept(worker);
        idle.add(worker);
    }

    /** All of them, once the work has ended. */
    public Collection<T> all() {
        return idle;
    }
}
