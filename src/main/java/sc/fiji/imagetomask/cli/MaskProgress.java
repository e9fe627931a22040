package sc.fiji.imagetomask.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import sc.fiji.imagetomask.ome.OmeZarrFile;

/**
 * One line about the mask of an OME-Zarr image while it is made: the share of the work that is done, the bytes that were
 * read, how fast, and the seconds left. It comes after a second, so that quick work shows none.
 */
final class MaskProgress implements AutoCloseable {

    /** Shows nothing. */
    static final MaskProgress NONE = new MaskProgress(null);

    private static final long FIRST_MILLIS = 1000;
    private static final long NEXT_MILLIS = 500;

    /** Longer names are cut, so that the numbers have room in a line. */
    private static final int LONGEST_NAME = 30;

    /** The bytes of so many steps give the rate. */
    private static final int STEPS = 10;

    private record Step(long nanos, long bytes) {}

    private final Consumer<String> shown;
    private final LongAdder done = new LongAdder();
    private final Deque<Step> steps = new ArrayDeque<>();
    private ScheduledExecutorService clock;
    private String name;
    private OmeZarrFile image;
    private long start;

    /** @param shown takes the line each time; an empty one at the end */
    MaskProgress(Consumer<String> shown) {
        this.shown = shown;
    }

    /** From now on it is about that image. */
    void begin(String newName, OmeZarrFile newImage) {
        if (shown == null || clock != null) return;
        name = newName;
        image = newImage;
        start = System.nanoTime();
        steps.add(new Step(start, 0));
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "image-to-mask shows progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(this::show, FIRST_MILLIS, NEXT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** That many pixels are done, in one of two passes. */
    void add(int pixels) {
        done.add(pixels);
    }

    private void show() {
        long now = System.nanoTime();
        long bytes = image.bytesRead();
        Step before = steps.getFirst();
        double rate = (bytes - before.bytes) / ((now - before.nanos) / 1e9);
        steps.addLast(new Step(now, bytes));
        if (steps.size() > STEPS) steps.removeFirst();
        double share = done.sum() / (2.0 * image.width() * image.height() * image.slices());
        shown.accept(line(name, share, bytes, rate, (now - start) / 1e9));
    }

    /**
     * The line.
     *
     * @param share of the work that is done
     * @param rate bytes per second
     * @param seconds since the start
     */
    static String line(String name, double share, long bytes, double rate, double seconds) {
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
    public void close() {
        if (clock == null) return;
        clock.shutdownNow();
        boolean isInterrupted = false;
        boolean isEnded = false;
        while (!isEnded)
            try {
                isEnded = clock.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        shown.accept("");
        if (isInterrupted) Thread.currentThread().interrupt();
    }
}
