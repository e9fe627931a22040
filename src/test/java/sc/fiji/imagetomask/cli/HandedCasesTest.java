package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.picturefile.PictureFile;

/**
 * One row for each file of a kind that was once refused or gave a wrong mask, from file to file. The checksums are those of
 * the masks that the reference makes of the pixels as Pillow 9.4 or tifffile reads them; docs/measurements/cases.md tells how.
 * Further members of each kind are in {@code RasterCasesTest}, {@code OddPngTest}, {@code OddBmpTest}, {@code TiffKindsTest}
 * and {@code TiffPagesTest}.
 */
class HandedCasesTest {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    @TempDir
    private Path temp;

    @ParameterizedTest(name = "{0}: L (LAB) {1}, S (HSV) {2}")
    @CsvSource({
        "bmp_v3a_rgb.bmp, 79007459, 2e42c93e",
        "bmp_v4_bf.bmp, 269f0932, 69edb606",
        "bmp_v4_rgb.bmp, 79007459, 2e42c93e",
        "bmp_v5_rgb.bmp, 79007459, 2e42c93e",
        "exif6.jpg, fd676566, 236b089a",
        "exif6.png, 52a14314, 73c32c79",
        "g4_blank.tif, c7ffab1b, c7ffab1b",
        "g4page.tif, a4c77447, ec5405ce",
        "gray1_trns.png, b2aa7578, b2aa7578",
        "gray2_trns.png, 7cf062b2, b2aa7578",
        "gray4_trns.png, af665e15, b2aa7578",
        "ij_tzcyx.tif, 9b8dcf67, 9c645821",
        "lzw_tile1024.tif, 1147406a, 1147406a",
        "ome_cyx.ome.tif, 2ebf9726, ce6f3b33",
        "ome_tczyx.ome.tif, 9b8dcf67, 9c645821",
        "pa.tif, 8df105b9, 200ff1c2",
        "pil_deflate.tif, 16fa9be1, 16fa9be1",
        "rgb_tile512.tif, 1147406a, 1147406a",
        "text_nosep.png, d5adc669, 2144df1c",
        "thumb.tif, f43a509d, 6d2ef47c",
        "time9.png, d5adc669, 2144df1c",
        "tr1.gif, 758d6336, fbfe20dc",
        "tr2.gif, 8112c450, fbfe20dc",
        "tr7.gif, 8112c450, fbfe20dc",
        "zeros512_zlib.tif, e20eea22, e20eea22",
        "zeros_lzw_1024x1024rgb.tif, a738ea1c, a738ea1c",
        "ztxt_bad.png, d5adc669, 2144df1c"
    })
    void have8BitMasksOfTheReference(String name, String lightness, String saturation) throws Exception {
        assertThat(checksum(name, "L (LAB)")).isEqualTo(lightness);
        assertThat(checksum(name, "S (HSV)")).isEqualTo(saturation);
    }

    /** Blue is 0 everywhere, or there are no colours, so saturation has one value, which is the end of its scale. */
    @ParameterizedTest
    @CsvSource({
        "rg16.tif",
        "rg32f.tif",
        "ij2ch.tif",
        "f32_defl.tif",
        "f32_pred3.tif",
        "f32_lzw_pred3.tif",
        "tiled_stripoffsets.tif"
    })
    void haveNoSaturationThatVaries(String name) throws Exception {
        assertThat(checksum(name, "S (HSV)")).isEqualTo("c71c0011");
        assertThat(checksum(name, "L (LAB)")).isNotEqualTo("c71c0011");
    }

    @ParameterizedTest
    @CsvSource({"orient6.tif, 32, 16", "exif6.jpg, 32, 16", "exif6.png, 32, 16"})
    void lieOnTheirPictureUnlessTheyAreToBeTurned(String name, int width, int height) throws Exception {
        try (PictureFile stored = PictureFiles.open(mask(name, "--orientation", "stored"));
                PictureFile turned = PictureFiles.open(mask(name, "--orientation", "apply"))) {
            assertThat(new int[] {stored.width(), stored.height()}).containsExactly(width, height);
            assertThat(new int[] {turned.width(), turned.height()}).containsExactly(height, width);
        }
    }

    private static Path file(String name) {
        Path cases = RESOURCES.resolve("cases").resolve(name);
        return Files.exists(cases) ? cases : RESOURCES.resolve("tiff").resolve(name);
    }

    private Path mask(String name, String option, String value) {
        Path output = temp.resolve(value + ".tif");
        CliRun run = CliRun.java("--force", option, value, file(name), output);
        assertThat(run.status()).as(run.err().toString()).isZero();
        return output;
    }

    private String checksum(String name, String channel) throws Exception {
        Path mask = mask(name, "--channel", channel);
        CRC32 sum = new CRC32();
        try (PictureFile file = PictureFiles.open(mask)) {
            for (int slice = 0; slice < file.slices(); slice++) sum.update(Sample.grey(mask, slice));
        }
        return "%08x".formatted(sum.getValue());
    }
}
