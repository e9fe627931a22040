package sc.fiji.imagetomask.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final int JOBS = 60;

    private final List<Integer> told = new ArrayList<>();
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong most = new AtomicLong();
    private final AtomicInteger running = new AtomicInteger();

    private interface Work {
        void of(int i, boolean isAlone);
    }

    private void run(int threads, long memory, int jobs, IntFunction<Long> bytes, Work work) {
        new Batch<Integer>(threads, memory)
                .run(
                        IntStream.range(0, jobs)
                                .mapToObj(i -> new Batch.Job<Integer>() {
                                    @Override
                                    public long bytes() {
                                        return bytes.apply(i);
                                    }

                                    @Override
                                    public Integer run(boolean isAlone) {
                                        running.incrementAndGet();
                                        try {
                                            work.of(i, isAlone);
                                        } finally {
                                            running.decrementAndGet();
                                        }
                                        return i;
                                    }
                                })
                                .toList(),
                        told::add);
    }

    private static void rest(int i) {
        LockSupport.parkNanos(new Random(i).nextInt(3_000_000));
    }

    private static List<Integer> upTo(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    @Test
    void resultsComeInTheOrderOfTheJobs() {
        for (int threads : new int[] {1, 2, 7, 100}) {
            told.clear();
            run(threads, 1000, JOBS, i -> 1L, (i, isAlone) -> rest(i));
            assertThat(told).isEqualTo(upTo(JOBS));
        }
    }

    @Test
    void jobsAtWorkFitTheMemoryAndALargeOneIsAlone() {
        IntFunction<Long> bytes = i -> i % 20 == 7 ? 5000L : 10L + 20 * (i % 3);
        run(8, 100, JOBS, bytes, (i, isAlone) -> {
            long now = used.addAndGet(bytes.apply(i));
            most.accumulateAndGet(now, (a, b) -> Math.max(a, isAlone ? 0 : b));
            if (bytes.apply(i) > 100) assertThat(running).hasValue(1);
            rest(i);
            if (bytes.apply(i) > 100) assertThat(running).hasValue(1);
            used.addAndGet(-bytes.apply(i));
        });
        assertThat(told).isEqualTo(upTo(JOBS));
        assertThat(most.get()).isBetween(31L, 100L);
    }

    @Test
    void threadsAreSharedByTheJobsThatFit() {
        List<Integer> threads = new ArrayList<>();
        run(8, 100, 20, i -> i == 3 ? 100L : 30L, (i, isAlone) -> {
            synchronized (threads) {
                threads.add(Together.threads());
            }
        });
        assertThat(threads).contains(8, 2).doesNotContain(1).hasSize(20);
        threads.clear();
        run(8, 100, 1, i -> 1L, (i, isAlone) -> threads.add(Together.threads()));
        assertThat(threads).containsExactly(8);
    }

    @Test
    void whatLacksMemoryBesideOthersIsDoneAgainAlone() {
        AtomicInteger tries = new AtomicInteger();
        run(4, 100, 20, i -> 1L, (i, isAlone) -> {
            rest(i);
            if (i != 5) return;
            tries.incrementAndGet();
            if (!isAlone) throw new OutOfMemoryError("as a test");
            assertThat(running).hasValue(1);
        });
        assertThat(told).isEqualTo(upTo(20));
        assertThat(tries).hasValue(2);
    }

    @Test
    void aFailureEndsTheWorkWhenTheOthersHaveEnded() {
        assertThatThrownBy(() -> run(4, 100, JOBS, i -> 1L, (i, isAlone) -> {
                    rest(i);
                    if (i == 9) throw new IllegalStateException("as a test");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("as a test");
        assertThat(running).hasValue(0);
        assertThat(told).isSorted().startsWith(0, 1, 2, 3).doesNotContain(9).hasSizeLessThan(JOBS);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptedCallerBeginsNoMoreAndStaysInterrupted() {
        Thread caller = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        run(4, 100, JOBS, i -> 1L, (i, isAlone) -> {
            if (i == 10) caller.interrupt();
            if (i < 10) return;
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(running).hasValue(0);
        assertThat(told).isSorted().hasSizeBetween(10, 14);
    }
}
