package sc.fiji.imagetomask.picturefile.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatsTest {

    private static final int N = 10_000;

    private static byte[] noise(int values) {
        Random random = new Random(5);
        byte[] bytes = new byte[N];
        for (int i = 0; i < N; i++) bytes[i] = (byte) random.nextInt(values);
        return bytes;
    }

    @Test
    void noiseHasNone() {
        assertThat(Repeats.pay(noise(40), N)).isFalse();
    }

    @Test
    void noiseThatComesAgainHasSome() {
        byte[] bytes = noise(256);
        System.arraycopy(bytes, 6000, bytes, 9000, 300);
        assertThat(Repeats.pay(bytes, N)).isTrue();
        assertThat(Repeats.pay(bytes, 9000)).as("only the first bytes count").isFalse();
    }

    @Test
    void areasOfOneValueHaveSome() {
        assertThat(Repeats.pay(new byte[N], N)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5})
    void fourEqualBytesNeedFiveToComeAgain(int n) {
        assertThat(Repeats.pay(new byte[n], n)).isEqualTo(n == 5);
    }
}
