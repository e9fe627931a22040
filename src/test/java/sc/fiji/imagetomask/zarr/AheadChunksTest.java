package sc.fiji.imagetomask.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AheadChunksTest {

    /** Hadoop's S3A computes statistics in the pool of all of Java, whose threads may all wait for it. */
    @Test
    @Timeout(60)
    void aSourceMayNeedThePoolWhoseThreadWaitsForIt() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        CountDownLatch isBegun = new CountDownLatch(1);
        AheadChunks chunks = new AheadChunks(
                new ChunkSource() {
                    @Override
                    public ByteBuffer read(long[] grid) {
                        isBegun.countDown();
                        try {
                            return pool.submit(() -> ByteBuffer.allocate(7)).get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    }

                    @Override
                    public String key(long[] grid) {
                        return "chunk";
                    }
                },
                7);

        ByteBuffer chunk = pool.submit(() -> {
                    chunks.begin(new long[] {1});
                    isBegun.await();
                    return chunks.read(new long[] {1});
                })
                .get(50, TimeUnit.SECONDS);

        assertThat(chunk.remaining()).isEqualTo(7);
        pool.shutdown();
    }
}
