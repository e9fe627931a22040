package sc.fiji.imagetomask.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AutoLevelsTest {

    @Test
    void cutsAtMostHalfAPercentAtEachEndAndNoLessThanItCan() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            long[] counts = new long[Histogram.BINS];
            for (int i = 0; i < counts.length; i++)
                counts[i] = (long) Math.abs(random.nextGaussian() * Math.exp(-i * random.nextDouble() / 20) * 1000);
            Histogram histogram = Histogram.of(counts);
            ClipRange range = ClipRange.of(histogram);
            Levels levels = AutoLevels.cutting(histogram, range, 0.005, 1.3);
            assertThat(levels.gray()).isEqualTo(1.3);
            double cut = histogram.total() * 0.005;
            assertThat(pixels(histogram, range, 0, levels.black())).isLessThanOrEqualTo((long) cut);
            assertThat(pixels(histogram, range, levels.white() + 1, 256)).isLessThanOrEqualTo((long) cut);
            assertThat((double) pixels(histogram, range, 0, levels.black() + 1)).isGreaterThan(cut);
            assertThat((double) pixels(histogram, range, levels.white(), 256)).isGreaterThan(cut);
        }
    }

    @Test
    void exactlyHalfAPercentIsCut() {
        long[] counts = new long[Histogram.BINS];
        counts[0] = 1;
        counts[90] = 99;
        counts[110] = 99;
        counts[255] = 1;
        Histogram histogram = Histogram.of(counts);
        assertThat(AutoLevels.cutting(histogram, ClipRange.of(histogram), 0.005, 1))
                .isEqualTo(new Levels(90, 110, 1));
    }

    @Test
    void leavesAPictureOfOneColourAsItIs() {
        long[] counts = new long[Histogram.BINS];
        counts[77] = 1000;
        Histogram histogram = Histogram.of(counts);
        assertThat(AutoLevels.cutting(histogram, ClipRange.of(histogram), 0.005, 1))
                .isEqualTo(Levels.NONE);
        assertThat(AutoLevels.cutting(Histogram.EMPTY, ClipRange.of(Histogram.EMPTY), 0.005, 1))
                .isEqualTo(Levels.NONE);
    }

    @Test
    void whatIsAboveTheThresholdBecomesTheUpperHalf() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            long[] counts = new long[Histogram.BINS];
            for (int i = 0; i < 20 + random.nextInt(200); i++)
                counts[20 + random.nextInt(200)] = 1 + random.nextInt(1000);
            Histogram histogram = Histogram.of(counts);
            ClipRange range = ClipRange.of(histogram);
            int threshold = range.low() + random.nextInt(range.high() - range.low());
            Levels levels = AutoLevels.around(histogram, range, threshold);
            for (int v = 0; v < Histogram.BINS; v++)
                assertThat(levels.value(range.normalize(v)) >= 128)
                        .as(v + " by " + levels + ", threshold " + threshold + " in " + range)
                        .isEqualTo(v > threshold);
        }
    }

    @Test
    void theSlopeReachesToTheNearerMean() {
        long[] counts = new long[Histogram.BINS];
        counts[0] = 100;
        counts[100] = 50;
        counts[255] = 50;
        Histogram histogram = Histogram.of(counts);
        assertThat(AutoLevels.around(histogram, ClipRange.of(histogram), 80)).isEqualTo(new Levels(0, 161, 1));
        assertThat(AutoLevels.around(histogram, ClipRange.of(histogram), 150)).isEqualTo(new Levels(47, 254, 1));
    }

    /** How many have a normalized value from that one up to, not including, the other. */
    private static long pixels(Histogram histogram, ClipRange range, int from, int to) {
        long sum = 0;
        for (int v = 0; v < Histogram.BINS; v++)
            if (range.normalize(v) >= from && range.normalize(v) < to) sum += histogram.count(v);
        return sum;
    }
}
