package sc.fiji.imagetomask.zarr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One line about work that reads Zarr arrays, while it goes on: the share that is done, the bytes that were read, how fast,
 * and the seconds left. It comes after a second, so that quick work shows none, and is cleared at the end.
 *
 * <pre>{@code
 * try (ReadingLine line = new ReadingLine(() -> "slide.zarr", array::bytesRead, () -> 0.5, System.out::println)) {
 *     array.readBlock(min, size);
 * }
 * }</pre>
 */
public final class ReadingLine implements AutoCloseable {

    private static final long FIRST_MILLIS = 1000;
    private static final long NEXT_MILLIS = 500;
    private static final long IDLE_SECONDS = 5;

    /** Longer names are cut, so that the numbers have room in a line. */
    private static final int LONGEST_NAME = 30;

    /** The bytes of so many steps give the rate. */
    private static final int STEPS = 10;

    /** The clock of all lines; its thread ends where there is none. */
    private static final ScheduledThreadPoolExecutor CLOCK = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "image-to-mask shows progress");
        thread.setDaemon(true);
        return thread;
    });

    static {
        CLOCK.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        CLOCK.allowCoreThreadTimeOut(true);
        CLOCK.setRemoveOnCancelPolicy(true);
    }

    private record Step(long nanos, long bytes) {}

    private final Supplier<String> name;
    private final LongSupplier bytes;
    private final DoubleSupplier share;
    private final Consumer<String> shown;
    private final long start = System.nanoTime();
    private final Deque<Step> steps = new ArrayDeque<>();
    private final ScheduledFuture<?> shows;
    private boolean isShown;
    private boolean isClosed;

    /**
     * From now on it is shown.
     *
     * @param name what the work is about
     * @param bytes how many were read until now
     * @param share of the work that is done, 0..1
     * @param shown takes the line each time; an empty one at the end
     */
    public ReadingLine(Supplier<String> name, LongSupplier bytes, DoubleSupplier share, Consumer<String> shown) {
        this.name = name;
        this.bytes = bytes;
        this.share = share;
        this.shown = shown;
        steps.add(new Step(start, bytes.getAsLong()));
        shows = CLOCK.scheduleWithFixedDelay(this::show, FIRST_MILLIS, NEXT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void show() {
        if (isClosed) return;
        long now = System.nanoTime();
        long read = bytes.getAsLong();
        Step before = steps.getFirst();
        double rate = (read - before.bytes) / ((now - before.nanos) / 1e9);
        steps.addLast(new Step(now, read));
        if (steps.size() > STEPS) steps.removeFirst();
        isShown = true;
        shown.accept(text(name.get(), share.getAsDouble(), read, rate, (now - start) / 1e9));
    }

    /**
     * The line.
     *
     * @param rate bytes per second
     * @param seconds since the start
     */
    static String text(String name, double share, long bytes, double rate, double seconds) {
        String left =
                share > 0 ? String.format(Locale.ROOT, ", %.0f s left", Math.ceil(seconds / share - seconds)) : "";
        return String.format(
                Locale.ROOT,
                "%s: %d %%, %.1f MB read, %.1f MB/s%s",
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 3) + "..." : name,
                (int) (100 * share),
                bytes / 1e6,
                rate / 1e6,
                left);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        shows.cancel(false);
        if (isShown) shown.accept("");
    }
}
