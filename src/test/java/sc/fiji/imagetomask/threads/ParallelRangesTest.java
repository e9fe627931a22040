package sc.fiji.imagetomask.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelRangesTest {

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "9, 10", "10, 10", "11, 1", "65411, 4096", "98303, 16384"})
    void eachPixelIsInOneRange(int n, int smallest) {
        int[] times = new int[n];
        Together.with(3, () -> {
            ParallelRanges.forEach(n, smallest, (start, end) -> {
                for (int i = start; i < end; i++) times[i]++;
            });
            return null;
        });
        assertThat(Arrays.stream(times).filter(time -> time == 1).count()).isEqualTo(n);
    }

    @Test
    void pixelsThatTakeLongerAreSharedSooner() {
        assertThat(ranges(20_000, 1 << 14)).isEqualTo(1);
        assertThat(ranges(20_000, 1 << 12)).isEqualTo(4);
    }

    private static int ranges(int n, int smallest) {
        AtomicInteger ranges = new AtomicInteger();
        Together.with(2, () -> {
            ParallelRanges.forEach(n, smallest, (start, end) -> ranges.incrementAndGet());
            return null;
        });
        return ranges.get();
    }
}
