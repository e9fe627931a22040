package sc.fiji.imagetomask.engine.devices;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the devices. OpenCL is not loaded into this process: another process searches for them, and the result is saved
 * until drivers change. Safe for use from several threads.
 *
 * <p>Design decision: a driver may crash or hang during the search, or change the process that it is loaded into (PoCL
 * takes the signal by which Java notices a division by zero). Users without a GPU should not have these problems.
 */
public final class DeviceFinder {

    private final List<Class<?>> classes;
    private final KeptFindings kept;
    private String drivers;
    private Findings known;
    private CompletableFuture<Findings> search;

    /**
     * @param classes those whose jars the search needs; the first one is its program, which prints a {@link SearchReport}
     *     and takes as arguments the platforms that it must leave out
     */
    public DeviceFinder(List<Class<?>> classes) {
        this(classes, KeptFindings.standard());
    }

    DeviceFinder(List<Class<?>> classes, KeptFindings kept) {
        this.classes = List.copyOf(classes);
        this.kept = kept;
    }

    /** The devices that are known without a search, or null. */
    public synchronized Findings known() {
        if (known != null) return known;
        if (search != null) {
            known = search.getNow(null);
            return known;
        }
        if (drivers == null) {
            try {
                drivers = Drivers.installed(ChildJava.of(classes).jars());
                known = kept.read(drivers).orElse(null);
            } catch (IOException e) {
                known = impossible(e);
            }
        }
        return known;
    }

    /** Starts a search in the background, unless the answer is known or one is under way. */
    public synchronized void start() {
        if (known() != null || search != null) return;
        search = new CompletableFuture<>();
        CompletableFuture<Findings> answer = search;
        String now = drivers;
        Thread thread = new Thread(() -> answer.complete(find(now)), "search for OpenCL devices");
        thread.setDaemon(true);
        thread.start();
    }

    /** The devices, after a search if it is needed. */
    public Findings await() {
        start();
        CompletableFuture<Findings> running;
        synchronized (this) {
            if (known() != null) return known;
            running = search;
        }
        return running.join();
    }

    /** Forgets the saved devices, because they were wrong: the next request searches again. */
    public synchronized void forget() {
        kept.delete();
        known = null;
        search = null;
    }

    private Findings find(String now) {
        try {
            Duration limit = DeviceSearch.standardLimit();
            List<String> options = SearchProgram.options(kept, now, limit);
            Findings found = new DeviceSearch(ChildJava.of(classes), options, limit).find();
            kept.write(now, found);
            return found;
        } catch (IOException | RuntimeException | LinkageError e) {
            return impossible(e);
        }
    }

    private static Findings impossible(Throwable e) {
        return Findings.none("The Java program that searches for OpenCL devices cannot be started: "
                + String.valueOf(e.getMessage()).strip().replaceAll("\\.$", "") + ".");
    }
}
