package sc.fiji.imagetomask.zarr.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExpectedTest {

    private static final ByteBuffer OBJECT = ByteBuffer.wrap(new byte[] {1});

    private final Expected expected = new Expected();

    @Test
    void whatHasFailedIsReadAgain() throws IOException {
        expected.begin("a", () -> {
            throw new IOException("broken");
        });

        assertThatThrownBy(() -> expected.get("a", () -> OBJECT)).hasMessage("broken");
        assertThat(expected.get("a", () -> OBJECT)).isEqualTo(OBJECT);
    }

    @Test
    void manyThreadsThatWaitForOneThatFailsGetItsReasonOrTheObject() {
        for (int i = 0; i < 200; i++) {
            String key = "key " + i;
            CountDownLatch all = new CountDownLatch(1);
            expected.begin(key, () -> {
                awaited(all);
                throw new IOException("broken");
            });
            IntStream.range(0, 4).parallel().forEach(thread -> {
                all.countDown();
                try {
                    assertThat(expected.get(key, () -> OBJECT)).isEqualTo(OBJECT);
                } catch (IOException e) {
                    assertThat(e).hasMessage("broken");
                }
            });
        }
    }

    @Test
    void oneServerThatDoesNotAnswerStopsNoOther() throws IOException {
        CountDownLatch answer = new CountDownLatch(1);
        try {
            for (int i = 0; i < 100; i++)
                expected.begin("silent " + i, () -> {
                    awaited(answer);
                    return null;
                });
            expected.begin("a", () -> OBJECT);

            assertThat(expected.get("a", () -> null)).isEqualTo(OBJECT);
        } finally {
            answer.countDown();
        }
    }

    private static void awaited(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
