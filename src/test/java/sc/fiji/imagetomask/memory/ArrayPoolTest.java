package sc.fiji.imagetomask.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayPoolTest {

    private static final int LENGTH = 123_457;

    @ParameterizedTest
    @ValueSource(classes = {byte[].class, short[].class, int[].class, long[].class, float[].class, double[].class})
    void anArrayIsUsedAgainByOneOnly(Class<?> type) {
        Object array = ArrayPool.take(type, LENGTH);
        ArrayPool.give(array);
        Object again = ArrayPool.take(type, LENGTH);
        Object other = ArrayPool.take(type, LENGTH);
        assertThat(again).isSameAs(array).isNotSameAs(other).isInstanceOf(type);
        assertThat(other).isInstanceOf(type);
    }

    @Test
    void onlyArraysOfThatTypeAndLengthAreTaken() {
        ArrayPool.give(new short[LENGTH + 1]);
        ArrayPool.give(new int[LENGTH]);
        ArrayPool.give(new float[LENGTH]);
        assertThat(ArrayPool.take(short[].class, LENGTH)).hasSize(LENGTH);
        assertThat(ArrayPool.take(float[].class, LENGTH)).hasSize(LENGTH);
        assertThat(ArrayPool.take(byte[].class, 4 * LENGTH)).hasSize(4 * LENGTH);
    }

    @Test
    void lengthsThatDifferLittleShareArrays() {
        byte[] bytes = ArrayPool.bytes(1_000_001);
        assertThat(bytes.length).isBetween(1_000_001, 1_125_000);
        ArrayPool.give(bytes);
        assertThat(ArrayPool.bytes(1_000_003)).isSameAs(bytes);
    }

    @Test
    void arraysThatWaitTakeAtMostASixteenthOfTheHeap() {
        int length = 1 << 20;
        long most = Runtime.getRuntime().maxMemory() / 16;
        byte[] first = new byte[length];
        ArrayPool.give(first);
        for (long given = 0; given <= most; given += length) ArrayPool.give(new byte[length]);
        for (long taken = 0; taken <= most + length; taken += length)
            assertThat(ArrayPool.take(byte[].class, length)).isNotSameAs(first);
    }
}
