package sc.fiji.imagetomask.picturefile.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.picturefile.Packed;
import sc.fiji.imagetomask.picturefile.PictureFile;

/** PNG files with one transparent colour, and with parts that Java's reader stumbles over. */
class OddPngTest {

    @TempDir
    private Path temp;

    /** Four greys as they are stored, the one that is transparent, and the alpha of all four. */
    @ParameterizedTest(name = "{0} bits")
    @CsvSource({
        "1, 40, 1, 255 0 255 255",
        "2, 1b, 2, 255 255 0 255",
        "4, 1239, 2, 255 0 255 255",
        "8, 01020304, 2, 255 0 255 255"
    })
    void oneGreyIsTransparent(int bits, String greys, byte key, String alphas) throws IOException {
        Path path = new PngChunks(4, 1, bits, 0)
                .add("tRNS", (byte) 0, key)
                .pixels(HexFormat.of().parseHex("00" + greys))
                .write(temp.resolve("a.png"));
        assertThat(Packed.of(path).alphas())
                .isEqualTo(Arrays.stream(alphas.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    @Test
    void oneColourOf16BitsIsTransparent() throws IOException {
        Path path = new PngChunks(2, 1, 16, 2)
                .add("tRNS", new byte[] {1, 44, 1, 44, 0, 1})
                .pixels(new byte[] {0, 1, 44, 1, 44, 0, 1, 1, 44, 1, 44, 0, 2})
                .write(temp.resolve("a.png"));
        try (PictureFile file = PictureFiles.open(path)) {
            Picture picture = file.picture(0);
            Pixels.HighBitDepth pixels = (Pixels.HighBitDepth) picture.read(new Tile(0, 0, 2, 1));
            assertThat(pixels.channels()).hasSize(4);
            assertThat(CliRun.java("--channel", "Alpha", path, temp.resolve("mask.png"))
                            .status())
                    .isZero();
            assertThat(Packed.of(temp.resolve("mask.png")).greens()).containsExactly(0, 255);
        }
    }

    /** Also where the length of a part after the pixels is wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"cHRM", "gAMA", "pHYs", "eXIf", "iTXt", "acTL", "cICP", "sRGB", "iCCP"})
    void partsBesideThePixelsMayBeBroken(String name) throws IOException {
        Path path = new PngChunks(2, 1, 8, 0)
                .add(name, (byte) 1)
                .pixels((byte) 0, (byte) 7, (byte) 9)
                .raw(new byte[] {0, 1, 0, 0, 't', 'E', 'X', 't', 'a'})
                .write(temp.resolve("a.png"));
        assertThat(Packed.of(path).greens()).containsExactly(7, 9);
    }

    @Test
    void whatIsNotInThePaletteIsBlack() throws IOException {
        Path path = new PngChunks(2, 1, 8, 3)
                .add("PLTE", (byte) 1, (byte) 2, (byte) 3)
                .pixels((byte) 0, (byte) 0, (byte) 9)
                .write(temp.resolve("a.png"));
        assertThat(Packed.of(path).argb()).containsExactly(0xff010203, 0xff000000);
    }

    @Test
    void aPartThatPixelsNeedIsNamed() throws IOException {
        Path path = new PngChunks(2, 1, 8, 0)
                .add("CgBI", (byte) 1)
                .pixels((byte) 0, (byte) 7, (byte) 9)
                .write(temp.resolve("a.png"));
        assertThatThrownBy(() -> PictureFiles.open(path))
                .hasMessage(
                        "'" + path + "' is broken, or has a part 'CgBI' that its pixels need and that cannot be read.");
    }

    /** They do not need the sum behind them. */
    @Test
    void aFileMayEndWithItsPixels() throws IOException {
        Path path =
                new PngChunks(2, 1, 8, 0).pixels((byte) 0, (byte) 7, (byte) 9).write(temp.resolve("a.png"));
        byte[] bytes = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(bytes, bytes.length - 3));
        assertThat(Packed.of(path).greens()).containsExactly(7, 9);
    }

    @Test
    void aFileWithoutAllPixelsIsBroken() throws IOException {
        Path path = new PngChunks(9, 9, 8, 0).pixels((byte) 0, (byte) 7).write(temp.resolve("a.png"));
        assertThatThrownBy(() -> Packed.of(path)).hasMessage("'" + path + "' is broken: it ends early.");
    }
}
