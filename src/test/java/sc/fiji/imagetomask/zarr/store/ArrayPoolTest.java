package sc.fiji.imagetomask.zarr.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrayPoolTest {

    private static final int LENGTH = 123_457;

    @Test
    void anArrayIsUsedAgainByOneOnly() {
        short[] array = ArrayPool.take(short[].class, LENGTH);
        ArrayPool.give(array);
        short[] again = ArrayPool.take(short[].class, LENGTH);
        short[] other = ArrayPool.take(short[].class, LENGTH);
        assertThat(again).isSameAs(array).isNotSameAs(other).hasSize(LENGTH);
        assertThat(other).hasSize(LENGTH);
    }

    @Test
    void onlyArraysOfThatTypeAndLengthAreTaken() {
        ArrayPool.give(new short[LENGTH + 1]);
        ArrayPool.give(new int[LENGTH]);
        assertThat(ArrayPool.take(short[].class, LENGTH)).hasSize(LENGTH);
    }

    @Test
    void lengthsThatDifferLittleShareArrays() {
        byte[] bytes = ArrayPool.bytes(1_000_001);
        assertThat(bytes.length).isBetween(1_000_001, 1_125_000);
        ArrayPool.give(bytes);
        assertThat(ArrayPool.bytes(1_000_003)).isSameAs(bytes);
    }
}
