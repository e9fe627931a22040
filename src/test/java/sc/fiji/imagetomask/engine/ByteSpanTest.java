package sc.fiji.imagetomask.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values become the nearest byte, as {@link Math#round(double)} says. */
class ByteSpanTest {

    private final ByteSpan one = ByteSpan.allocate(1);

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 0.49999999999999994, 0.5, 1.4999999999999998, 127.5, 254.5, 255, Double.NaN})
    void edgesAreRoundedLikeJavaDoes(double value) {
        one.set(0, value);
        assertThat(one.get(0)).isEqualTo((int) Math.round(value));
    }

    @Test
    void anyValueIsRoundedLikeJavaDoes() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            double value = 255 * random.nextDouble();
            one.set(0, value);
            assertThat(one.get(0)).isEqualTo((int) Math.round(value));
        }
    }
}
