package sc.fiji.imagetomask.zarr.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sc.fiji.imagetomask.zarr.store.WebServer.Fault;
import sc.fiji.imagetomask.zarr.store.WebServer.Request;

/**
 * Pieces of work with a server that goes wrong, several at once: in each with one kind of fault, or with all kinds. Each
 * must come to the right end, or stop with one sentence.
 */
public final class FaultRuns {

    /** One piece of work. All of its requests have its name in their first line, or in what they send. */
    public interface Work {

        /** Ends only with the right bytes; an {@link IOException} must be one sentence that names an object. */
        void run(int number, String name) throws IOException;
    }

    /** What came of the pieces of work that had a kind of fault. */
    private static final class Row {
        private int faults;
        private int right;
        private int told;
    }

    /** The faults of a piece of work. */
    private static final class Plan {
        private final Random random;
        private final List<Fault> kinds;
        private final double part;
        private int faults;

        private Plan(int number, List<Fault> kinds) {
            this.kinds = kinds;
            random = new Random(number);
            part = number % 3 == 0 ? 0.02 : 0.2;
        }

        private synchronized Fault next(Request request, BiPredicate<Fault, Request> isPossible) {
            List<Fault> possible = kinds.stream()
                    .filter(kind -> isPossible.test(kind, request))
                    .toList();
            if (possible.isEmpty() || random.nextDouble() > part) return Fault.NONE;
            faults++;
            return possible.get(random.nextInt(possible.size()));
        }
    }

    private static final int AT_ONCE = 4;

    /** In the time for a hundred faults they end on a slow computer, too. */
    private static final int SECONDS_PER_100_FAULTS = 300;

    /** What messages say when nothing came for a while: a busy computer may be as silent as a fault. */
    private static final String SILENCE = "the server sent nothing for ";

    private static final String ALL = "all of these, mixed";
    private static final Pattern NAME = Pattern.compile("run\\d+");

    private final WebServer server;
    private final List<Fault> kinds;
    private final BiPredicate<Fault, Request> isPossible;
    private final String place;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private int started;

    /**
     * @param isPossible whether a fault changes the answer to a request
     * @param place how the names of all objects start
     */
    public FaultRuns(WebServer server, List<Fault> kinds, BiPredicate<Fault, Request> isPossible, String place) {
        this.server = server;
        this.kinds = kinds;
        this.isPossible = isPossible;
        this.place = place;
        for (Fault kind : kinds) rows.put(kind.name(), new Row());
        rows.put(ALL, new Row());
    }

    /**
     * Works until there were so many faults.
     *
     * @param end is called after each piece of work, when the server is right again
     */
    public void run(int faults, Work work, Work end) {
        server.go(this::fault);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int i = 0; i < AT_ONCE; i++) threads.execute(() -> runAll(faults, work, end));
            threads.shutdown();
            long seconds = SECONDS_PER_100_FAULTS * (1 + faults / 100L);
            assertThat(threads.awaitTermination(seconds, TimeUnit.SECONDS))
                    .as("the end within %s s", seconds)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            stop(threads);
        }
        if (failure.get() instanceof Error error) throw error;
        if (failure.get() != null) throw new IllegalStateException(failure.get());
        if (System.getProperty("imagetomask.faults") != null) System.out.println(this);
        assertThat(sum().right).isPositive();
        assertThat(sum().told).isPositive();
    }

    /** Until there were so many faults, or something failed. */
    private void runAll(int faults, Work work, Work end) {
        try {
            while (faults() < faults && failure.get() == null) runNext(work, end);
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /** None may write into a folder that is already deleted. */
    private static void stop(ExecutorService threads) {
        threads.shutdownNow();
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Fault fault(Request request) {
        Matcher name = NAME.matcher(request.line() + new String(request.body(), StandardCharsets.ISO_8859_1));
        Plan plan = name.find() ? plans.get(name.group()) : null;
        return plan == null ? Fault.NONE : plan.next(request, isPossible);
    }

    private synchronized int faults() {
        return rows.values().stream().mapToInt(row -> row.faults).sum();
    }

    /** With the kind of fault that there were the fewest of. */
    private void runNext(Work work, Work end) throws IOException {
        int number;
        String kind;
        synchronized (this) {
            number = started++;
            List<Fault> shuffled = new ArrayList<>(kinds);
            Collections.shuffle(shuffled, new Random(number));
            kind = number % 4 == 0
                    ? ALL
                    : Collections.min(shuffled, Comparator.comparing(one -> rows.get(one.name()).faults))
                            .name();
        }
        String name = "run" + number;
        Plan plan = new Plan(number, kind.equals(ALL) ? kinds : List.of(Fault.valueOf(kind)));
        plans.put(name, plan);
        boolean isRight = false;
        boolean isSilent = false;
        try {
            work.run(number, name);
            isRight = true;
        } catch (IOException e) {
            isSilent = e.getMessage().contains(SILENCE);
            assertThat(e.getMessage())
                    .as("%s with %s", name, kind)
                    .matches("'" + place + "[^']*' [^\\n]*\\.")
                    .doesNotContain("SECRET", "Secret");
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(name + " with " + kind, e);
        } finally {
            plans.remove(name);
        }
        assertThat(isRight || isSilent || plan.faults > 0)
                .as("%s without a fault", name)
                .isTrue();
        end.run(number, name);
        server.forgetRequests();
        synchronized (this) {
            Row row = rows.get(kind);
            row.faults += plan.faults;
            if (plan.faults > 0 && isRight) row.right++;
            else if (plan.faults > 0) row.told++;
        }
    }

    private Row sum() {
        Row sum = new Row();
        for (Row row : rows.values()) {
            sum.faults += row.faults;
            sum.right += row.right;
            sum.told += row.told;
        }
        return sum;
    }

    /** A table for {@code docs/reliability.md}. */
    @Override
    public String toString() {
        Stream<String> lines = rows.entrySet().stream().map(row -> line(row.getKey(), row.getValue()));
        return String.join(
                "\n", Stream.concat(lines, Stream.of(line("all", sum()))).toList());
    }

    private static String line(String kind, Row row) {
        return "| " + kind + " | " + row.faults + " | " + row.right + " | " + row.told + " |";
    }
}
