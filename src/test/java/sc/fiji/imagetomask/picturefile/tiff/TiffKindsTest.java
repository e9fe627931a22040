package sc.fiji.imagetomask.picturefile.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;

/**
 * TIFF files of rarer kinds have the values that libtiff 4.5, Pillow 9.4 or tifffile 2023.2.3 read, or that were written:
 * src/test/resources/tiff holds them, and here is the CRC-32 of all their values as little-endian floats, slice by slice,
 * channel by channel.
 */
class TiffKindsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "tiff");

    @TempDir
    private Path temp;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            value = {
                "beyond_end.tif, 1, 1, 10 x 8, 286714f9",
                "bits10_1.tif, 1, 1, 10 x 8, 64a8f94c",
                "bits12_1.tif, 1, 1, 10 x 8, 10fee78f",
                "bits12_3.tif, 1, 3, 10 x 8, 80f2ed7f",
                "bits14_1.tif, 1, 1, 10 x 8, 0d07e4a4",
                "bits24_1.tif, 1, 1, 10 x 8, a24c536c",
                "f32_lzw_pred3.tif, 1, 1, 64 x 64, 14cb522a",
                "f32_pred3.tif, 1, 1, 64 x 64, bdcc5b16",
                "fax_1d_fill.tif, 1, 1, 1728 x 60, dab0b46e",
                "fax_2d_strips.tif, 1, 1, 1728 x 60, dab0b46e",
                "fax_open_rows.tif, 1, 1, 64 x 4, 081ba4f5",
                "g4_blank.tif, 1, 1, 2480 x 300, 1797fe6b",
                "g4page.tif, 1, 1, 2480 x 3508, adfd35d6",
                "i1_1.tif, 1, 1, 10 x 8, 35f10f13",
                "i2_3.tif, 1, 3, 10 x 8, 6a912693",
                "i4_1.tif, 1, 1, 10 x 8, 53ec2635",
                "ij_tzcyx.tif, 4, 3, 32 x 24, 9625268f",
                "jpeg_coefficients.tif, 1, 3, 64 x 48, 15fe7faf",
                "lzw_tile1024.tif, 1, 3, 2048 x 2048, f998b4a1",
                "ome_cyx.ome.tif, 1, 3, 32 x 24, 7d56109a",
                "ome_tczyx.ome.tif, 4, 3, 32 x 24, 9625268f",
                "pa.tif, 1, 4, 32 x 32, c5981aa6",
                "palette_alpha.tif, 1, 4, 10 x 8, d943792c",
                "palette_extra0.tif, 1, 3, 10 x 8, 2a79cdde",
                "pil_deflate.tif, 1, 1, 600 x 600, ebf5a8c4",
                "pred3_f2_be.tif, 1, 1, 10 x 8, 59bd1d9a",
                "pred3_f2_le.tif, 1, 1, 10 x 8, 973b3b22",
                "pred3_f4_be.tif, 1, 1, 10 x 8, 4a2150cb",
                "pred3_f8_be.tif, 1, 1, 10 x 8, e7f9638b",
                "pred3_f8_le.tif, 1, 1, 10 x 8, 54df9a0c",
                "rgb_extra0.tif, 1, 3, 10 x 8, 8b209568",
                "rgb_extra02.tif, 1, 4, 10 x 8, 0255d069",
                "rgb_tile512.tif, 1, 3, 2048 x 2048, 4fbf6478",
                "thumb.tif, 1, 3, 64 x 64, 221e3088",
                "tiled_stripoffsets.tif, 1, 1, 64 x 64, bee63984",
                "u4_1.tif, 1, 1, 10 x 8, 53bcf6d2",
                "ycbcr_11_0.tif, 1, 3, 10 x 8, 1b91bd71",
                "ycbcr_11_1.tif, 1, 3, 10 x 8, b038423d",
                "ycbcr_21_0.tif, 1, 3, 10 x 8, 4bea86db",
                "ycbcr_21_1.tif, 1, 3, 10 x 8, f7dc0a5f",
                "ycbcr_22_0.tif, 1, 3, 10 x 8, 91992887",
                "ycbcr_22_1.tif, 1, 3, 10 x 8, ca24769e",
                "ycbcr_44_0.tif, 1, 3, 16 x 8, 4ecd5bfb",
                "ycbcr_44_1.tif, 1, 3, 16 x 8, 51df3a33",
                "zeros512_zlib.tif, 1, 1, 512 x 512, a738ea1c",
                "zeros_lzw_1024x1024rgb.tif, 1, 3, 1024 x 1024, 01fb2ccd",
                "zstd_pred3_tiles.tif, 1, 3, 50 x 33, d9445513"
            })
    void haveTheirValues(String name, int slices, int channels, String size, String crc) throws IOException {
        try (PictureFile file = PictureFiles.open(FOLDER.resolve(name))) {
            assertThat(file.width() + " x " + file.height()).isEqualTo(size);
            assertThat(file.slices()).isEqualTo(slices);
            CRC32 sum = new CRC32();
            for (int i = 0; i < slices; i++) {
                Pixels pixels = file.picture(i).read(new Tile(0, 0, file.width(), file.height()));
                assertThat(channels(pixels)).isEqualTo(channels);
                for (int c = 0; c < channels; c++) sum.update(bytes(pixels, c));
            }
            assertThat("%08x".formatted(sum.getValue())).isEqualTo(crc);
        }
    }

    private static int channels(Pixels pixels) {
        return pixels instanceof Pixels.HighBitDepth deep
                ? deep.channels().length
                : ((Pixels.Planar) pixels).channels().length;
    }

    private static byte[] bytes(Pixels pixels, int channel) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * pixels.length()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < pixels.length(); i++)
            bytes.putFloat(
                    pixels instanceof Pixels.HighBitDepth deep
                            ? deep.channels()[channel].stored(i)
                            : ((Pixels.Planar) pixels).channels()[channel][i] & 255);
        return bytes.array();
    }

    @ParameterizedTest
    @CsvSource({
        "bits10_1.tif, 0, 1023",
        "bits12_3.tif, 0, 4095",
        "i1_1.tif, -128, 127",
        "i2_3.tif, -32768, 32767",
        "u4_1.tif, 0, 4294967296",
        "pred3_f8_be.tif, 0, 1"
    })
    void theRangeIsThatOfTheType(String name, float min, float max) throws IOException {
        try (PictureFile file = PictureFiles.open(FOLDER.resolve(name))) {
            Pixels.HighBitDepth pixels =
                    (Pixels.HighBitDepth) file.picture(0).read(new Tile(0, 0, file.width(), file.height()));
            assertThat(pixels.channels()[0].range()).isEqualTo(new Samples.Range(min, max));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "refused_6.tif, old-style JPEG",
        "refused_34925.tif, LZMA",
        "refused_50001.tif, WebP",
        "refused_34712.tif, JPEG 2000"
    })
    void otherCompressionsAreNamed(String name, String compression) {
        assertThatThrownBy(() -> PictureFiles.open(FOLDER.resolve(name)))
                .isInstanceOf(UnsupportedPictureException.class)
                .hasMessageContaining(name + "' is compressed by " + compression + " (Compression is ")
                .hasMessageEndingWith(
                        "but must be uncompressed, or compressed by LZW, Deflate, PackBits, ZSTD, JPEG or fax.");
    }

    @Test
    void aPaletteOf16BitsHas65536Colours() throws IOException {
        int entries = 1 << 16;
        int[][] fields = {
            {256, 4, 1, 2},
            {257, 4, 1, 1},
            {258, 3, 1, 16 << 16},
            {259, 3, 1, 1 << 16},
            {262, 3, 1, 3 << 16},
            {273, 4, 1, 200},
            {277, 3, 1, 1 << 16},
            {278, 4, 1, 1},
            {279, 4, 1, 4},
            {320, 3, 3 * entries, 300}
        };
        ByteBuffer tiff = TiffHeader.of(300 + 6 * entries, fields);
        tiff.putShort(200, (short) 7).putShort(202, (short) 40000);
        for (int c = 0; c < 3; c++) {
            tiff.putShort(300 + 2 * (c * entries + 7), (short) (0x1100 + c * 0x100));
            tiff.putShort(300 + 2 * (c * entries + 40000), (short) (0xf000 + c * 0x100));
        }
        Path path = Files.write(temp.resolve("palette.tif"), tiff.array());
        try (PictureFile file = PictureFiles.open(path)) {
            Pixels.Planar pixels = (Pixels.Planar) file.picture(0).read(new Tile(0, 0, 2, 1));
            assertThat(pixels.channels()).isDeepEqualTo(new byte[][] {
                {0x11, (byte) 0xf0}, {0x12, (byte) 0xf1}, {0x13, (byte) 0xf2}
            });
        }
    }
}
