package sc.fiji.imagetomask.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private final List<Integer> parts = IntStream.range(0, 40).boxed().toList();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    private void work(int part) {
        running.incrementAndGet();
        LockSupport.parkNanos(2_000_000);
        done.incrementAndGet();
        running.decrementAndGet();
    }

    @Test
    void whoeverIsInterruptedLeavesNothingUndoneOrRunning() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                Thread caller = Thread.currentThread();
                int pause = round * 2;
                if (pause == 0) caller.interrupt();
                else
                    new Thread(() -> {
                                LockSupport.parkNanos(pause * 1_000_000L);
                                caller.interrupt();
                            })
                            .start();
                done.set(0);
                Runnable all = () -> {
                    Together.forEach(parts, this::work);
                    assertThat(running).hasValue(0);
                    assertThat(done).hasValue(parts.size());
                };
                if (round % 2 == 0) all.run();
                else Parallelization.runWithExecutor(TaskExecutors.forExecutorService(two), all);
                for (int i = 0; i < 100 && !Thread.interrupted(); i++) LockSupport.parkNanos(1_000_000);
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void oneFailureIsThrownOnceAllHaveEnded() {
        assertThatThrownBy(() -> Together.forEach(parts, part -> {
                    work(part);
                    if (part == 3) throw new IllegalStateException("part 3");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("part 3");
        assertThat(running).hasValue(0);
        assertThat(done).hasValue(parts.size());
    }

    /** As Java does where no more threads can be made. */
    @Test
    void whereAnExecutorFailsAllIsDoneAndNothingRuns() {
        AtomicInteger begun = new AtomicInteger();
        TaskExecutor failing = TaskExecutors.forExecutorService(new ForkJoinPool(2) {
            @Override
            public <T> ForkJoinTask<T> submit(Callable<T> task) {
                if (begun.incrementAndGet() > 1) throw new OutOfMemoryError("unable to create native thread");
                return super.submit(task);
            }

            @Override
            public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) {
                for (Callable<T> task : tasks) submit(task);
                return List.of();
            }
        });
        Parallelization.runWithExecutor(failing, () -> Together.forEach(parts, this::work));
        assertThat(begun.get()).as("the executor was asked, and failed").isGreaterThan(1);
        assertThat(running).hasValue(0);
        assertThat(done).hasValue(parts.size());
    }

    @Test
    void itemsAreTakenInTheirOrder() {
        List<Integer> taken = new ArrayList<>();
        Parallelization.runSingleThreaded(() -> Together.forEachInOrder(parts, taken::add));
        assertThat(taken).isEqualTo(parts);
        Parallelization.runWithNumThreads(3, () -> Together.forEachInOrder(parts, this::work));
        assertThat(done).hasValue(parts.size());
    }
}
