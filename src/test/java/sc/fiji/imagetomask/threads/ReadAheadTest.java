package sc.fiji.imagetomask.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private final List<Integer> read = Collections.synchronizedList(new ArrayList<>());

    @Test
    void theNextOneIsReadWhileTheCallerHasTheOneBefore() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        try (ReadAhead<String> slices = new ReadAhead<>(
                3,
                i -> {
                    if (i == 1) second.countDown();
                    return slice(i);
                },
                slice -> true)) {
            assertThat(slices.apply(0)).isEqualTo("slice 0");
            assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(slices.apply(1)).isEqualTo("slice 1");
            assertThat(slices.apply(2)).isEqualTo("slice 2");
            assertThat(slices.apply(0)).as("second pass").isEqualTo("slice 0");
        }
        assertThat(read).startsWith(0, 1, 2, 0);
    }

    @Test
    void noneIsReadAheadWhereItMayNot() {
        Thread caller = Thread.currentThread();
        try (ReadAhead<String> slices = new ReadAhead<>(
                3,
                i -> {
                    assertThat(Thread.currentThread()).isSameAs(caller);
                    return slice(i);
                },
                slice -> false)) {
            for (int i = 0; i < 3; i++) assertThat(slices.apply(i)).isEqualTo("slice " + i);
        }
        assertThat(read).containsExactly(0, 1, 2);
    }

    @Test
    void whatCannotBeReadIsToldWhereItIsNeeded() {
        try (ReadAhead<String> slices = new ReadAhead<>(
                2,
                i -> {
                    if (i == 1) throw new UncheckedIOException(new IOException("'a.tif' ends too early."));
                    return slice(i);
                },
                slice -> true)) {
            slices.apply(0);
            assertThatThrownBy(() -> slices.apply(1)).hasRootCauseMessage("'a.tif' ends too early.");
        }
    }

    private String slice(int i) {
        read.add(i);
        return "slice " + i;
    }
}
