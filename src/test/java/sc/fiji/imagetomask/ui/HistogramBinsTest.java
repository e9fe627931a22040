package sc.fiji.imagetomask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;

class HistogramBinsTest {

    private final HistogramBins bins = new HistogramBins(Histogram.of(counts()), new ClipRange(40, 200));

    private static long[] counts() {
        long[] counts = new long[Histogram.BINS];
        for (int i = 0; i < counts.length; i++) counts[i] = 10 + i;
        return counts;
    }

    @Test
    void handlesLineUpWithTheBars() {
        for (int bin = 40; bin <= 200; bin++) {
            double value = (bin - 40) / 160.0 * 255;
            assertThat(value).isBetween(bins.start(bin), bins.start(bin + 1));
            assertThat(bins.binAt((bins.start(bin) + bins.start(bin + 1)) / 2)).isEqualTo(bin);
        }
        assertThat(bins.start(40)).isZero();
        assertThat(bins.start(201)).isEqualTo(255);
        assertThat(bins.binAt(255)).isEqualTo(200);
    }

    @Test
    void whatLiesOutsideIsCountedBesideTheAxis() {
        long inside = 0;
        for (int bin = 40; bin <= 200; bin++) inside += bins.count(bin);
        assertThat(bins.below() + inside + bins.above()).isEqualTo(bins.total());
        assertThat(bins.below()).isEqualTo(40 * 10 + 39 * 40 / 2);
        assertThat(bins.heightOf(bins.above(), false)).isEqualTo(1);
    }

    @Test
    void theHighestBarIsFullInBothScales() {
        assertThat(bins.height(200, false)).isEqualTo(1);
        assertThat(bins.height(200, true)).isEqualTo(1);
        assertThat(bins.height(40, true)).isGreaterThan(bins.height(40, false));
        assertThat(new HistogramBins(Histogram.EMPTY, new ClipRange(0, 0)).height(0, true))
                .isZero();
    }
}
