package sc.fiji.imagetomask.picturefile.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.picturefile.FileChoice;
import sc.fiji.imagetomask.picturefile.Icc;
import sc.fiji.imagetomask.picturefile.OrientationUse;
import sc.fiji.imagetomask.picturefile.Packed;

/** GIF, BMP and PNG files that were once read wrong, or refused. */
class RasterCasesTest {

    private static final Path CASES = Path.of("src", "test", "resources", "cases");

    @ParameterizedTest
    @ValueSource(strings = {"tr2.gif", "tr7.gif", "bmp_v3a_rgb.bmp", "bmp_v4_rgb.bmp", "bmp_v5_rgb.bmp"})
    void areOpaque(String name) throws IOException {
        assertThat(Packed.of(CASES.resolve(name)).alphas()).containsOnly(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr1.gif", "bmp_v4_bf.bmp"})
    void haveAlpha(String name) throws IOException {
        int[] alphas = Packed.of(CASES.resolve(name)).alphas();
        assertThat(alphas).isNotEqualTo(new int[alphas.length]);
    }

    /** The grey that is transparent, spread over 0 to 255. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"gray1_trns.png, 255", "gray2_trns.png, 170", "gray4_trns.png, 136"})
    void oneGreyOfAPngIsTransparent(String name, int key) throws IOException {
        Packed picture = Packed.of(CASES.resolve(name));
        int[] greys = picture.greens();
        int[] alphas = picture.alphas();
        for (int i = 0; i < greys.length; i++) assertThat(alphas[i]).isEqualTo(greys[i] == key ? 0 : 255);
        assertThat(alphas).contains(0, 255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text_nosep.png", "time9.png", "ztxt_bad.png"})
    void aBrokenPartBesideThePixelsOfAPngDoesNotMatter(String name) throws IOException {
        assertThat(Packed.of(CASES.resolve(name)).argb()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"exif6.jpg", "exif6.png"})
    void areTurnedOnlyWhereThatIsAskedFor(String name) throws IOException {
        Packed stored = Packed.of(CASES.resolve(name));
        Packed turned = Packed.of(CASES.resolve(name), new FileChoice(OrientationUse.APPLY, Icc.STORED, 0));
        assertThat(turned.width()).isEqualTo(stored.height());
        assertThat(turned.height()).isEqualTo(stored.width());
        for (int y = 0; y < turned.height(); y++)
            for (int x = 0; x < turned.width(); x++)
                assertThat(turned.argb()[y * turned.width() + x])
                        .isEqualTo(stored.argb()[(stored.height() - 1 - x) * stored.width() + y]);
    }
}
