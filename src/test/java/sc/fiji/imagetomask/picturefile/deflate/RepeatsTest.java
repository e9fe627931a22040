package sc.fiji.imagetomask.picturefile.deflate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertFalse(Repeats.pay(noise(40), N));
    }

    @Test
    void noiseThatComesAgainHasSome() {
        byte[] bytes = noise(256);
        System.arraycopy(bytes, 6000, bytes, 9000, 300);
        assertTrue(Repeats.pay(bytes, N));
        assertFalse(Repeats.pay(bytes, 9000), "only the first bytes count");
    }

    @Test
    void areasOfOneValueHaveSome() {
        assertTrue(Repeats.pay(new byte[N], N));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5})
    void fewBytesHaveNone(int n) {
        assertEquals(n == 5, Repeats.pay(new byte[n], n));
    }
}
