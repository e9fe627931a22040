package sc.fiji.imagetomask.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.engine.ChosenEngine;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.jvm.JavaEngineProvider;
import sc.fiji.imagetomask.engine.opencl.CountedOpenCl;

/**
 * Many masks by many threads: all channels, pictures of 1 to 2^20 pixels of 8 and 16 bits, the Java engine, the OpenCL
 * engine, and an OpenCL engine of which one call in a hundred fails, behind which Java stands; some threads are
 * interrupted. Every mask is compared. Done in ten rounds, after each of which, when nothing is at work, it prints what
 * the process holds: what grows from the third to the last counts as leaked. The last line is the verdict.
 */
@Command(name = "soak", description = "Makes and checks many masks.", mixinStandardHelpOptions = true)
public final class Soak implements Callable<Integer> {

    private static final int CASES = 96;
    private static final int ROUNDS = 10;
    /** The round by which pools are full and all is compiled. */
    private static final int WARM = 3;

    @Option(names = "--masks", description = "How many; default: 200000.")
    private long masks = 200_000;

    @Option(names = "--minutes", description = "After which it ends, whatever is made by then; default: none.")
    private double minutes = Double.POSITIVE_INFINITY;

    @Option(names = "--threads", description = "Default: 8.")
    private int threads = 8;

    @Option(names = "--seed", description = "Default: 1.")
    private long seed = 1;

    private final long start = System.nanoTime();
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /** Ends this process: with 1, if a mask was wrong or something leaked. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Soak()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        Random random = new Random(seed);
        List<SoakCase> cases =
                Stream.generate(() -> new SoakCase(random)).limit(CASES).toList();
        int leaked;
        long faults;
        List<String> growth;
        try (CountedOpenCl healthy = new CountedOpenCl(0, seed);
                CountedOpenCl faulty = new CountedOpenCl(0.01, seed)) {
            List<Engine> engines = List.of(
                    ChosenEngine.of("java", notice -> {}, new JavaEngineProvider()),
                    ChosenEngine.of("opencl", notice -> {}, healthy.provider()),
                    ChosenEngine.of("auto", notice -> {}, faulty.provider(), new JavaEngineProvider()));
            for (Engine engine : engines) cases.forEach(c -> check(c, engine, false)); // all that is made once
            made.set(0);
            report();
            Resources first = null;
            Resources last = null;
            for (int round = 1; round <= ROUNDS; round++) {
                run(cases, engines, round);
                last = report();
                if (round == WARM) first = last;
            }
            growth = last.growthSince(first);
            healthy.close();
            faulty.close();
            leaked = Stream.of(healthy, faulty)
                    .flatMap(openCl -> openCl.held().values().stream())
                    .mapToInt(Integer::intValue)
                    .sum();
            faults = faulty.faults();
        }
        report();
        System.out.printf(
                Locale.ROOT,
                "%.1f minutes, faults injected: %d, interrupted masks refused: %d%n",
                minutes(),
                faults,
                refused.get());
        growth.forEach(grown -> System.out.println("grown: " + grown));
        leaked += growth.size();
        System.out.println("masks " + made + ", wrong " + wrong + ", leaked " + leaked);
        return wrong.get() + leaked == 0 ? 0 : 1;
    }

    private void run(List<SoakCase> cases, List<Engine> engines, int round) throws InterruptedException {
        long until = masks * round / ROUNDS;
        double end = minutes * round / ROUNDS;
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            Random random = new Random(seed + until + t);
            new Thread(() -> {
                        try {
                            while (made.get() < until && minutes() < end) {
                                SoakCase next = cases.get(random.nextInt(cases.size()));
                                check(next, engines.get(random.nextInt(engines.size())), random.nextInt(100) == 0);
                            }
                        } finally {
                            done.countDown();
                        }
                    })
                    .start();
        }
        done.await();
    }

    private double minutes() {
        return (System.nanoTime() - start) / 6e10;
    }

    private void check(SoakCase next, Engine engine, boolean interrupt) {
        if (interrupt) Thread.currentThread().interrupt();
        try {
            if (!next.isRight(next.mask(engine))) wrong.incrementAndGet();
        } catch (EngineException e) {
            (interrupt ? refused : wrong).incrementAndGet();
            System.err.println(e.getMessage());
        } catch (RuntimeException e) {
            wrong.incrementAndGet();
            e.printStackTrace();
        }
        Thread.interrupted();
        made.incrementAndGet();
    }

    private Resources report() {
        Resources now = Resources.now();
        System.out.println("after " + made + " masks: heap " + now.heapMb() + " MB, native " + now.nativeMb()
                + " MB, threads " + now.threads() + ", files " + now.files());
        return now;
    }
}
