package sc.fiji.imagetomask.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    private final List<Integer> items = IntStream.range(0, 3000).boxed().toList();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void everyItemIsWorkedOnOnce() throws IOException {
        Threads.forEach(items, item -> done.addAndGet(item));
        assertThat(done).hasValue(3000 * 2999 / 2);
    }

    @Test
    void aProblemOfAFileIsThrownAsItIs() {
        assertThatThrownBy(() -> Threads.forEach(items, item -> {
                    if (item == 700) throw new IOException("no room");
                }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no room");
    }

    /** Else an image of a million chunks could not be cancelled. */
    @Test
    void whoIsInterruptedStopsSoon() {
        Thread caller = Thread.currentThread();
        try {
            assertThatThrownBy(() -> Threads.forEach(items, item -> {
                        done.incrementAndGet();
                        if (item == 0) caller.interrupt();
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(done.get()).isBetween(1, 1000);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
