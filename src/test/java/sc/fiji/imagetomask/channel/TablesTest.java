package sc.fiji.imagetomask.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables that engines compute with hold what the formulas say. */
class TablesTest {

    private final Random random = new Random(9);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void everyColourIsInItsTetrahedron(int component) {
        long[] entries = Lab.tetrahedra(component);
        for (int i = 0; i < 40_000; i++) {
            int r = step(i, 4);
            int g = step(i, 2);
            int b = step(i, 1);
            int fr = Lab.fraction(r);
            int fg = Lab.fraction(g);
            int fb = Lab.fraction(b);
            long entry = entries[Lab.tetrahedron(Lab.corner(r, g, b), fr, fg, fb)];
            int low = (int) entry;
            int value = Lab.rounded(low, Lab.rise(low, (int) (entry >>> 32), fr, fg, fb));
            assertThat(value).isEqualTo(Lab.value(component, r, g, b));
        }
    }

    /** Now and then an end of the scale. */
    private int step(int i, int bit) {
        return i % 5 == 0 ? (i & bit * 8) == 0 ? 0 : 255 : random.nextInt(256);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theFirstAndTheLastNodeAreBlackAndWhite(int component) {
        char[] nodes = Lab.nodes(component);
        int last = Lab.NODES * Lab.NODES * Lab.NODES - 1;
        assertThat(Lab.corner(255, 255, 255)).isEqualTo(last);
        assertThat(Lab.rounded(nodes[0], 0)).isEqualTo(Lab.value(component, 0, 0, 0));
        assertThat(Lab.rounded(nodes[last], 0)).isEqualTo(Lab.value(component, 255, 255, 255));
        for (int i = last + 1; i < nodes.length; i++) assertThat((int) nodes[i]).isZero();
    }

    @Test
    void hueAndSaturationAreWhereTheirIndicesSay() {
        byte[] hues = Hsv.hueTable();
        byte[] saturations = Hsv.saturationTable();
        for (int i = 0; i < 20_000; i++) {
            int r = random.nextInt(256);
            int g = random.nextInt(256);
            int b = random.nextInt(256);
            assertThat(hues[Hsv.hueIndex(r, g, b, Hsv.chroma(r, g, b))] & 255).isEqualTo(Hsv.hue(r, g, b));
            assertThat(saturations[Hsv.saturationIndex(r, g, b)] & 255).isEqualTo(Hsv.saturation(r, g, b));
        }
    }

    @Test
    void reciprocalsDivideExactly() {
        int[] hues = Hsv.hueReciprocals();
        int[] saturations = Hsv.saturationReciprocals();
        assertThat(hues).hasSize(256);
        assertThat(saturations).hasSize(256);
        for (int d = 1; d < 256; d++) {
            assertThat(Integer.toUnsignedLong(hues[d])).isEqualTo((long) Math.ceil(0x1p31 / d));
            assertThat(saturations[d]).isEqualTo((int) Math.ceil(0x1p24 / d));
            for (int sixths = 0; sixths < 6 * d; sixths++)
                assertThat(85L * sixths * Integer.toUnsignedLong(hues[d]) >>> 32)
                        .isEqualTo(85 * sixths / (2 * d));
            for (int chroma = 0; chroma <= d; chroma++)
                assertThat(255L * chroma * saturations[d] >>> 24).isEqualTo(255 * chroma / d);
        }
    }

    @Test
    void lumaIsRoundedToNearest() {
        for (int i = 0; i < 20_000; i++) {
            int r = random.nextInt(256);
            int g = random.nextInt(256);
            int b = random.nextInt(256);
            double exact = 0.299 * r + 0.587 * g + 0.114 * b;
            assertThat(Math.abs(Yuv.luma(r, g, b) - exact)).isLessThan(0.502);
            assertThat(Math.abs(Yuv.luma(r, g, b) - Yuv.y(r, g, b))).isLessThanOrEqualTo(1);
        }
        for (int v = 0; v < 256; v++) assertThat(Yuv.luma(v, v, v)).isEqualTo(v);
    }

    /** Threads ask for entries at the same time, in any order, before one asks for the whole table. */
    @ParameterizedTest
    @EnumSource
    void entriesOfDistancesAreWhatTheFormulaSaysWheneverTheyAreAskedFor(ColourDifference difference) {
        for (int colour = 0; colour < 4; colour++) {
            int rgb = random.nextInt(1 << 24);
            int a = Channel.LAB_A.value(rgb) - 128;
            int b = Channel.LAB_B.value(rgb) - 128;
            int[] expected = IntStream.range(0, 1 << 16)
                    .map(pair -> (int)
                            Math.rint(2601 * difference.squaredColour((pair >> 8) - 128, (pair & 255) - 128, a, b)))
                    .toArray();
            DistanceTables tables = DistanceTables.of(difference, rgb);
            int[] pairs = random.ints(40_000, 0, 1 << 16).toArray();
            int[] asked = IntStream.of(pairs).parallel().map(tables::colour).toArray();
            assertThat(asked)
                    .as("from %06x", rgb)
                    .isEqualTo(IntStream.of(pairs).map(pair -> expected[pair]).toArray());
            assertThat(tables.colours()).as("from %06x", rgb).isEqualTo(expected);
        }
    }
}
