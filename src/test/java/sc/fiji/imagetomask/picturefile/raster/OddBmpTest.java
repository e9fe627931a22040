package sc.fiji.imagetomask.picturefile.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.picturefile.Packed;

/** BMP files that Pillow does not read, or reads against their specification. */
class OddBmpTest {

    private static final byte[] COLOURS = {10, 20, 30, 0, 40, 50, 60, 0, 70, 80, 90, 0, 100, 110, 120, 0};

    @TempDir
    private Path temp;

    /** A picture of one row of two pixels, or of the given size. */
    private Path bmp(
            int size, int bits, int compression, int[] masks, byte[] table, int width, int height, byte... data)
            throws IOException {
        ByteBuffer file = ByteBuffer.allocate(14 + Math.max(size, 40) + 4 * masks.length + table.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').position(14);
        file.putInt(size).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
        if (size >= 20) file.putInt(compression);
        file.position(14 + Math.min(size, 40));
        for (int mask : masks) file.putInt(mask);
        file.position(Math.max(file.position(), 14 + size));
        file.put(table);
        file.putInt(10, file.position()).put(data);
        return Files.write(temp.resolve("a.bmp"), java.util.Arrays.copyOf(file.array(), file.position()));
    }

    @ParameterizedTest
    @ValueSource(ints = {56, 108, 124})
    void masksOf16BitsMayHaveAlpha(int size) throws IOException {
        Path path = bmp(size, 16, 3, new int[] {0x7c00, 0x3e0, 0x1f, 0x8000}, new byte[0], 2, 1, new byte[] {
            31, 0, 0, (byte) 0xfc
        });
        assertThat(Packed.of(path).argb()).containsExactly(0x000000ff, 0xffff0000);
        path = bmp(size, 16, 3, new int[] {0xf00, 0xf0, 0xf, 0xf000}, new byte[0], 2, 1, new byte[] {
            0x21, 0x43, 0x65, (byte) 0x87
        });
        assertThat(Packed.of(path).argb()).containsExactly(0x44332211, 0x88776655);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 52, 108})
    void aChannelWithoutBitsIs0(int size) throws IOException {
        Path path = bmp(
                size, 32, 3, new int[] {0xff0000, 0xff00, 0}, new byte[0], 2, 1, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertThat(Packed.of(path).argb()).containsExactly(0xff030200, 0xff070600);
        path = bmp(size, 16, 3, new int[] {0, 0x7e0, 0x1f}, new byte[0], 2, 1, new byte[] {31, 0, (byte) 0xe0, 7});
        assertThat(Packed.of(path).argb()).containsExactly(0xff0000ff, 0xff00ff00);
    }

    @Test
    void masksOf16BitsThatAreAllEmptyMeanTheUsualOnes() throws IOException {
        Path path = bmp(40, 16, 3, new int[3], new byte[0], 2, 1, new byte[] {31, 0, 0, 0x7c});
        assertThat(Packed.of(path).argb()).containsExactly(0xff0000ff, 0xffff0000);
    }

    @Test
    void masksMayHaveMoreThan8Bits() throws IOException {
        Path path = bmp(108, 32, 3, new int[] {0x3ff00000, 0xffc00, 0x3ff, 0xc0000000}, new byte[0], 1, 1, new byte[] {
            (byte) 0xff, 3, 0, (byte) 0xc0
        });
        assertThat(Packed.of(path).argb()).containsExactly(0xff0000ff);
    }

    @Test
    void alphaMayComeBehindTheOldestHeader() throws IOException {
        Path path = bmp(
                40, 32, 6, new int[] {0xff, 0xff00, 0xff0000, 0xff000000}, new byte[0], 1, 1, new byte[] {1, 2, 3, 4});
        assertThat(Packed.of(path).argb()).containsExactly(0x04010203);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 36, 64})
    void headersOfOs2HaveManyLengths(int size) throws IOException {
        Path path = bmp(size, 24, 0, new int[0], new byte[0], 2, 1, new byte[] {1, 2, 3, 4, 5, 6, 0, 0});
        assertThat(Packed.of(path).argb()).containsExactly(0xff030201, 0xff060504);
    }

    @Test
    void twoBitsArePaletteIndices() throws IOException {
        Path path = bmp(40, 2, 0, new int[0], COLOURS, 4, 1, new byte[] {0x1b, 0, 0, 0});
        assertThat(Packed.of(path).argb()).containsExactly(0xff1e140a, 0xff3c3228, 0xff5a5046, 0xff786e64);
    }

    /** Two pixels of 1, then one to the right and one up, then two of 2; rows start with the lowest. */
    @Test
    void runsMaySkipPixels() throws IOException {
        byte[] runs = {2, 1, 0, 2, 1, 1, 1, 2, 0, 1};
        Path path = bmp(40, 8, 1, new int[0], COLOURS, 4, 2, runs);
        assertThat(Packed.of(path).greens()).containsExactly(20, 20, 20, 80, 50, 50, 20, 20);
        byte[] nibbles = {2, 0x11, 0, 2, 1, 1, 1, 0x20, 0, 1};
        path = bmp(40, 4, 2, new int[0], COLOURS, 4, 2, nibbles);
        assertThat(Packed.of(path).greens()).containsExactly(20, 20, 20, 80, 50, 50, 20, 20);
    }

    /** Five nibbles lie in three bytes, which are filled up to four. */
    @Test
    void nibblesMayStandOneByOne() throws IOException {
        byte[] runs = {0, 5, 0x12, 0x30, 0x10, 0, 0, 1};
        Path path = bmp(40, 4, 2, new int[0], COLOURS, 6, 1, runs);
        assertThat(Packed.of(path).greens()).containsExactly(50, 80, 110, 20, 50, 20);
    }

    @Test
    void otherKindsAreNamed() throws IOException {
        Path path = bmp(64, 1, 3, new int[0], new byte[] {0, 0, 0, 0, 1, 1, 1, 0}, 8, 1, (byte) 1);
        assertThatThrownBy(() -> PictureFiles.open(path))
                .hasMessage(
                        "'" + path + "' is a BMP of 1 bits per pixel and compression 3 of OS/2, but must have 1, 2, 4,"
                                + " 8, 16, 24 or 32 bits per pixel, and no compression or run lengths.");
    }

    @Test
    void aFileWithoutAllPixelsIsBroken() throws IOException {
        Path path = bmp(40, 24, 0, new int[0], new byte[0], 2, 2, new byte[] {1, 2, 3, 4, 5, 6, 0, 0});
        assertThatThrownBy(() -> Packed.of(path)).hasMessage("'" + path + "' is broken: it ends early.");
    }
}
