package sc.fiji.imagetomask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ij.process.AutoThresholder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;

/** What Auto sets can be seen, and splits a channel where ImageJ's threshold of that name splits it. */
class AutoMethodTest {

    private static final Histogram CELLS = twoPeaks(70, 160, 1);

    @ParameterizedTest
    @MethodSource("sc.fiji.imagetomask.ui.AutoMethod#names")
    void changesTheLevelsVisibly(String name) {
        Levels levels = AutoMethod.levels(name, CELLS, ClipRange.of(CELLS), 1).orElseThrow();
        assertThat(levels.black()).isLessThan(levels.white());
        if (!name.equals("0.1 %")) assertThat(levels.white() - levels.black()).isLessThan(250);
    }

    @ParameterizedTest
    @MethodSource("sc.fiji.imagetomask.ui.AutoMethod#names")
    void aThresholdBecomesTheMiddle(String name) {
        if (name.endsWith("%")) return;
        int[] counts = new int[Histogram.BINS];
        for (int v = 0; v < counts.length; v++) counts[v] = (int) CELLS.count(v);
        int threshold = new AutoThresholder().getThreshold(name, counts);
        ClipRange range = ClipRange.of(CELLS);
        Levels levels = AutoMethod.levels(name, CELLS, range, 2).orElseThrow();
        assertThat(levels.gray()).isOne();
        for (int v = range.low(); v <= range.high(); v++)
            assertThat(levels.value(range.normalize(v)) >= 128)
                    .as(name + " " + v)
                    .isEqualTo(v > threshold);
    }

    @ParameterizedTest
    @MethodSource("sc.fiji.imagetomask.ui.AutoMethod#names")
    void countsBeyond32BitsGiveTheLevelsOfFewPixels(String name) {
        Histogram many = twoPeaks(70, 160, 3_000_000);
        Levels few = AutoMethod.levels(name, CELLS, ClipRange.of(CELLS), 1).orElseThrow();
        Levels huge = AutoMethod.levels(name, many, ClipRange.of(many), 1).orElseThrow();
        assertThat(huge.black()).isCloseTo(few.black(), org.assertj.core.data.Offset.offset(3));
        assertThat(huge.white()).isCloseTo(few.white(), org.assertj.core.data.Offset.offset(3));
    }

    @ParameterizedTest
    @MethodSource("sc.fiji.imagetomask.ui.AutoMethod#names")
    void findsNothingInOneColour(String name) {
        long[] counts = new long[Histogram.BINS];
        counts[77] = 1000;
        for (Histogram histogram : new Histogram[] {Histogram.of(counts), Histogram.EMPTY})
            assertThat(AutoMethod.levels(name, histogram, ClipRange.of(histogram), 1))
                    .isEmpty();
    }

    @Test
    void theGrayPointStaysWhereOnlyRareValuesAreCut() {
        assertThat(AutoMethod.levels("2 %", CELLS, ClipRange.of(CELLS), 1.3)
                        .orElseThrow()
                        .gray())
                .isEqualTo(1.3);
    }

    private static Histogram twoPeaks(int dark, int bright, long times) {
        Random random = new Random(3);
        long[] counts = new long[Histogram.BINS];
        for (int i = 0; i < 200_000; i++) {
            double value = (i % 3 == 0 ? bright : dark) + random.nextGaussian() * 14;
            counts[(int) Math.min(255, Math.max(0, value))] += times;
        }
        return Histogram.of(counts);
    }
}
