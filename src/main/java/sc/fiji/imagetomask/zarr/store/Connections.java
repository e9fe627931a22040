package sc.fiji.imagetomask.zarr.store;

import java.util.regex.Pattern;

/** The connections to servers that are kept open for the next request. */
public final class Connections {

    /** The thread of Java's HTTP client that waits for its connections. */
    private static final Pattern WAITS = Pattern.compile("HttpClient-\\d+-SelectorManager");

    private static final int MILLIS = 100;

    private Connections() {}

    /**
     * Closes them, at the end of a program.
     *
     * <p>Design decision, measured: Java waits 0.3 s before it exits while a thread waits in the system for a connection, and
     * Java's HTTP client has such a thread as long as there is the client, which cannot be closed before Java 21. So the thread is
     * interrupted, which ends it.
     */
    public static void close() {
        Thread[] threads = new Thread[2 * Thread.activeCount()];
        int n = Thread.enumerate(threads);
        try {
            for (int i = 0; i < n; i++) {
                if (!WAITS.matcher(threads[i].getName()).matches()) continue;
                threads[i].interrupt();
                threads[i].join(MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
