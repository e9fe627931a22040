package sc.fiji.imagetomask.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AheadChunksTest {

    private static AheadChunks chunks(boolean needsCommonPool, LongFunction<ByteBuffer> bytes) {
        ChunkSource source = new ChunkSource() {
            @Override
            public ByteBuffer read(long[] grid) {
                return bytes.apply(grid[0]);
            }

            @Override
            public String key(long[] grid) {
                return "chunk";
            }
        };
        return new AheadChunks(source, 7, needsCommonPool);
    }

    /** Hadoop's S3A computes statistics in the pool of all of Java, whose threads may all wait for it. */
    @Test
    @Timeout(60)
    void aSourceMayNeedTheCommonPoolWhoseThreadsAllWaitForIt() throws Exception {
        int threads = ForkJoinPool.getCommonPoolParallelism();
        CountDownLatch areBegun = new CountDownLatch(threads);
        AheadChunks chunks = chunks(true, place -> {
            areBegun.countDown();
            await(areBegun);
            FutureTask<ByteBuffer> needed = new FutureTask<>(() -> ByteBuffer.allocate(7));
            ForkJoinPool.commonPool().execute(needed);
            return result(needed);
        });

        List<ForkJoinTask<ByteBuffer>> all = new ArrayList<>();
        for (long i = 0; i < threads; i++) {
            long[] place = {i};
            all.add(ForkJoinPool.commonPool().submit(() -> {
                chunks.begin(place);
                await(areBegun);
                return chunks.read(place);
            }));
        }
        while (areBegun.getCount() > 0) Thread.sleep(1); // this thread must not do their work

        for (ForkJoinTask<ByteBuffer> one : all)
            assertThat(one.get(50, TimeUnit.SECONDS).remaining()).isEqualTo(7);
    }

    /** Each of them has a tile in memory. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noMoreThreadsThanThePoolHasWaitForChunks(boolean isCommon) throws Exception {
        ForkJoinPool pool = isCommon ? ForkJoinPool.commonPool() : new ForkJoinPool(2);
        int tiles = pool.getParallelism() + 12;
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger mostAtWork = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(tiles);
        List<CountDownLatch> areBegun =
                Stream.generate(() -> new CountDownLatch(1)).limit(tiles).toList();
        CountDownLatch isThere = new CountDownLatch(1);
        AheadChunks chunks = chunks(!isCommon, place -> {
            areBegun.get((int) place).countDown();
            await(isThere);
            return ByteBuffer.allocate(7);
        });

        for (long i = 0; i < tiles; i++) {
            long[] place = {i};
            pool.execute(() -> {
                mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                chunks.begin(place);
                await(areBegun.get((int) place[0]));
                read(chunks, place);
                atWork.decrementAndGet();
                left.countDown();
            });
        }

        Thread.sleep(300); // in which further threads would begin
        isThere.countDown();
        assertThat(left.await(50, TimeUnit.SECONDS)).isTrue();
        int spare = isCommon ? 1 : 0; // one that another test has left
        assertThat(mostAtWork.get()).isLessThanOrEqualTo(pool.getParallelism() + spare);
        if (!isCommon) pool.shutdown();
    }

    private static void read(AheadChunks chunks, long[] place) {
        try {
            assertThat(chunks.read(place).remaining()).isEqualTo(7);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteBuffer result(FutureTask<ByteBuffer> task) {
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
