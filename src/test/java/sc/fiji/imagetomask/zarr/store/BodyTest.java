package sc.fiji.imagetomask.zarr.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of an answer are the same, whatever the server said of their number. */
class BodyTest {

    private static final Subscription ANY = new Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    };

    private static CompletableFuture<ByteBuffer> sent(Body body, byte[]... parts) {
        body.onSubscribe(ANY);
        for (byte[] part : parts) body.onNext(List.of(ByteBuffer.wrap(part)));
        body.onComplete();
        return body.getBody().toCompletableFuture();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 3, 4, 5, 6, 9})
    void takesAllBytes(long claimed) {
        Body body = new Body(claimed, 9, length -> new byte[length + 7], () -> {});
        assertThat(sent(body, new byte[] {1, 2}, new byte[] {3, 4}, new byte[] {5})
                        .join())
                .isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5}));
    }

    @Test
    void tooManyAreAProblem() {
        for (long claimed : new long[] {-1, 4, 5})
            assertThat(sent(new Body(claimed, 4, byte[]::new, () -> {}), new byte[3], new byte[2]))
                    .isCompletedExceptionally();
    }

    @Test
    void tooLittleMemoryIsAProblem() {
        Body body = new Body(
                5,
                9,
                length -> {
                    throw new OutOfMemoryError();
                },
                () -> {});
        assertThat(sent(body, new byte[5])).isCompletedExceptionally();
    }
}
