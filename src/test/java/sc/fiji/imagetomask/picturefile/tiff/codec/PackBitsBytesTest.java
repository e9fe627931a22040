package sc.fiji.imagetomask.picturefile.tiff.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PackBitsBytesTest {

    private static byte[] decode(int bytes, int... data) throws IOException {
        byte[] all = new byte[data.length];
        for (int i = 0; i < data.length; i++) all[i] = (byte) data[i];
        return TiffCompression.PACK_BITS.decode(all, bytes);
    }

    @Test
    void runsAndSingleBytes() throws IOException {
        assertThat(decode(7, 2, 10, 20, 30, -3, 9)).containsExactly(10, 20, 30, 9, 9, 9, 9);
        assertThat(decode(200, -127, 5, -127, 6)).hasSize(200).startsWith(5, 5).endsWith(6, 6);
    }

    @Test
    void aCodeThatMeansNothingIsPassedOverAnywhere() throws IOException {
        assertThat(decode(5, -128, 1, 10, 20, -128, -128, -1, 9, -128, 0, 7)).containsExactly(10, 20, 9, 9, 7);
    }

    @Test
    void whatIsBeyondTheLastByteIsLeft() throws IOException {
        assertThat(decode(2, -9, 4, 99)).containsExactly(4, 4);
    }

    @Test
    void tooLittleIsTold() {
        for (int[] data : new int[][] {{}, {-128}, {3, 1, 2}, {-5}})
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> decode(4, data));
    }
}
