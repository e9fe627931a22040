package sc.fiji.imagetomask.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.Engine;

/** Two threads make masks at once, each of other pixels. */
final class TwoThreads implements Check {

    private static final int RUNS = 60;
    private static final Channel[] CHANNELS = {Channel.RGB_G, Channel.LAB_L};

    @Override
    public String name() {
        return "two threads at once";
    }

    @Override
    public String run(Subject subject, Clock clock) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> jobs = new ArrayList<>();
            for (int thread = 0; thread < 2; thread++) {
                int seed = thread;
                jobs.add(threads.submit(() -> masks(subject.engine(), seed)));
            }
            for (Future<?> job : jobs) job.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) throw problem;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Clock.NoTimeException("the test was interrupted");
        } finally {
            threads.shutdownNow();
        }
        clock.step(1, 1);
        return "";
    }

    private static void masks(Engine engine, int seed) {
        for (int run = 0; run < RUNS; run++)
            Expected.made(
                            engine,
                            Layouts.packed(1 + 997 * run + seed, false),
                            ChannelFormula.of(CHANNELS[(run + seed) % 2]),
                            Expected.IDENTITY,
                            null)
                    .run();
    }
}
