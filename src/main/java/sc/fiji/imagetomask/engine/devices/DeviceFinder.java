package sc.fiji.imagetomask.engine.devices;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Which devices there are. Nothing of OpenCL is loaded into this process: another one looks for them, and what it finds is
 * kept until drivers change. Safe for use from several threads.
 *
 * <p>Design decision: a driver may crash or hang while it is looked for, or change the process that it is loaded into (PoCL
 * takes the signal by which Java notices a division by zero). Whoever has no GPU should not meet any of that.
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

    /** What is known without a search, or null. */
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

    /** What is known, after a search if need be. */
    public Findings await() {
        start();
        CompletableFuture<Findings> running;
        synchronized (this) {
            if (known() != null) return known;
            running = search;
        }
        return running.join();
    }

    /** What was kept has turned out to be wrong: the next one who asks searches again. */
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
