package sc.fiji.imagetomask.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of clip range, levels, invert, hueShift and mask for all settings; each seed draws its own. */
class TonePropertiesTest {

    private static final ClipRange WHOLE = new ClipRange(0, 255);

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBrighterValueNeverBecomesDarker(long seed) {
        Random random = new Random(seed);
        ToneTable table = ToneTable.of(range(random), levels(random), false);
        for (int v = 1; v < 256; v++) assertThat(table.value(v)).isGreaterThanOrEqualTo(table.value(v - 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void higherPointsDarkenAndAHigherGrayBrightens(long seed) {
        Random random = new Random(seed);
        int black = random.nextInt(254);
        int white = black + 2 + random.nextInt(254 - black);
        Levels levels = new Levels(black, white, gray(random));
        Levels blacker = new Levels(black + random.nextInt(white - black), white, levels.gray());
        Levels whiter = new Levels(black, white + random.nextInt(256 - white), levels.gray());
        Levels brighter = new Levels(black, white, levels.gray() + (9.99 - levels.gray()) * random.nextDouble());
        for (int t = 0; t < 256; t++) {
            assertThat(blacker.value(t)).isLessThanOrEqualTo(levels.value(t));
            assertThat(whiter.value(t)).isLessThanOrEqualTo(levels.value(t));
            assertThat(brighter.value(t)).isGreaterThanOrEqualTo(levels.value(t));
        }
    }

    /** The formula before there were bands. */
    @ParameterizedTest
    @MethodSource("seeds")
    void withoutABandEveryValueIsAsBefore(long seed) {
        Random random = new Random(seed);
        for (int black = 0; black < 256; black += 1 + random.nextInt(9))
            for (int white = 0; white < 256; white += 1 + random.nextInt(9)) {
                double gray = gray(random);
                Levels levels = new Levels(black, white, gray);
                assertThat(levels.isBand()).isFalse();
                for (int t = 0; t < 256; t++)
                    assertThat(levels.shape(t)).isEqualTo(shapeWithoutBand(t, black, white, gray));
            }
    }

    private static double shapeWithoutBand(double t, int black, int white, double gray) {
        if (black == white) return 128;
        double low = Math.min(black, white);
        double high = Math.max(black, white);
        double x = Math.min(Math.max(255 * ((t - low) / (high - low)), 0), 255);
        return gray == 1 ? x : Math.min(Math.max(255 * StrictMath.pow(x / 255, 1 / gray), 0), 255);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBandIsTheDarkerOfItsRiseAndItsFall(long seed) {
        Random random = new Random(seed);
        Levels rise = levels(random);
        Levels band = rise.withBand(random.nextInt(256), random.nextInt(256));
        Levels exchanged = rise.withBand(band.black2(), band.white2());
        int low = Math.min(band.white2(), band.black2());
        int high = Math.max(band.white2(), band.black2());
        for (int i = 0; i < 256; i++) {
            double t = i == 0 ? 0 : 255 * random.nextDouble();
            assertThat(exchanged.shape(t)).isEqualTo(band.shape(t));
            assertThat(band.shape(t)).isLessThanOrEqualTo(rise.shape(t));
            if (t <= low) assertThat(band.shape(t)).isEqualTo(rise.shape(t));
            else if (t >= high) assertThat(band.shape(t)).isZero();
            else if (rise.black() != rise.white()) {
                double falling = new Levels(0, 255, rise.gray()).shape(255 - new Levels(low, high, 1).shape(t));
                assertThat(band.shape(t)).isCloseTo(Math.min(rise.shape(t), falling), within(1e-9));
            }
        }
    }

    @Test
    void aBandOfHuesTurnsWithTheCircle() {
        Levels band = new Levels(20, 40, 1, 60, 80);
        ToneTable table = new Tone(new ClipRange(0, 254), band, false, 50).table();
        assertThat(table.value(0)).isEqualTo(255); // 50 on the turned circle
        assertThat(table.value(225)).isZero(); // 20
        assertThat(table.value(235)).isBetween(110, 145); // 30
        assertThat(table.value(30)).isZero(); // 80
        assertThat(table.value(150)).isZero(); // 200
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void exchangedPointsAreTheSame(long seed) {
        Random random = new Random(seed);
        Levels levels = levels(random);
        Levels exchanged = new Levels(levels.white(), levels.black(), levels.gray());
        for (int i = 0; i < 256; i++) {
            double t = 255 * random.nextDouble();
            assertThat(exchanged.shape(t)).isEqualTo(levels.shape(t));
            assertThat(exchanged.value(i)).isEqualTo(levels.value(i));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void grayOneIsLinearAndThePointsAreBlackAndWhite(long seed) {
        Random random = new Random(seed);
        int black = random.nextInt(255);
        int white = black + 1 + random.nextInt(255 - black);
        Levels linear = new Levels(black, white, 1);
        for (int t = black; t <= white; t++)
            assertThat(linear.shape(t)).isCloseTo(255.0 * (t - black) / (white - black), within(1e-12));
        Levels curved = new Levels(black, white, gray(random));
        for (int t = 0; t <= black; t++) assertThat(curved.value(t)).isZero();
        for (int t = white; t < 256; t++) assertThat(curved.value(t)).isEqualTo(255);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void invertedTwiceIsTheSame(long seed) {
        Random random = new Random(seed);
        ClipRange range = range(random);
        Levels levels = levels(random);
        ToneTable once = ToneTable.of(range, levels, true);
        ToneTable invert = ToneTable.of(WHOLE, Levels.NONE, true);
        for (int v = 0; v < 256; v++)
            assertThat(invert.value(once.value(v)))
                    .isEqualTo(ToneTable.of(range, levels, false).value(v));
        double value = 255 * random.nextDouble();
        assertThat(255 - new Tone(range, levels, true).value(value))
                .isCloseTo(new Tone(range, levels, false).value(value), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void turnsOfTheHueCircleAddUpAnd255OfThemAreNone(long seed) {
        Random random = new Random(seed);
        Histogram histogram = histogram(random);
        ToneTable table = ToneTable.of(range(random), levels(random), random.nextBoolean());
        int hueShift = random.nextInt(255);
        int further = random.nextInt(255);
        int both = (hueShift + further) % 255;
        assertThat(histogram.hueShifted(hueShift).hueShifted(further)).isEqualTo(histogram.hueShifted(both));
        assertThat(histogram.hueShifted(hueShift).hueShifted(254 - hueShift).hueShifted(1))
                .isEqualTo(histogram);
        assertThat(table.hueShifted(hueShift).hueShifted(further)).isEqualTo(table.hueShifted(both));
        assertThat(table.hueShifted(hueShift).hueShifted(254 - hueShift).hueShifted(1))
                .isEqualTo(table);
        for (int hue = 0; hue < 255; hue++) {
            assertThat(histogram.hueShifted(hueShift).count((hue + hueShift) % 255))
                    .isEqualTo(histogram.count(hue));
            assertThat(table.hueShifted(hueShift).value(hue)).isEqualTo(table.value((hue + hueShift) % 255));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void deeperDataGoesThroughTheSameCurve(long seed) {
        Random random = new Random(seed);
        Tone tone = new Tone(range(random), Levels.NONE, random.nextBoolean(), random.nextInt(255));
        for (int hue = 0; hue < 255; hue++)
            assertThat(tone.value(hue)).isCloseTo(tone.table().value(hue), within(1.0));
        Tone whole = new Tone(
                WHOLE, levels(random).withBand(random.nextInt(256), random.nextInt(256)), random.nextBoolean());
        for (int v = 0; v < 256; v++)
            assertThat(whole.value(v)).isCloseTo(whole.table().value(v), within(1.0));
        assertThat(tone.value(Double.NaN)).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theClipRangeCoversAllButRareValues(long seed) {
        Histogram histogram = histogram(new Random(seed));
        ClipRange range = ClipRange.of(histogram);
        double rare = histogram.total() / 2000.0;
        for (int v = 0; v < 256; v++)
            if (v < range.low() || v > range.high())
                assertThat((double) histogram.count(v)).isLessThanOrEqualTo(rare);
        assertThat((double) histogram.count(range.low())).isGreaterThan(rare);
        assertThat((double) histogram.count(range.high())).isGreaterThan(rare);
        assertThat(ClipRange.of(histogram.plus(histogram))).isEqualTo(range);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theClipRangeBecomesBlackToWhiteAndNothingLeavesIt(long seed) {
        Random random = new Random(seed);
        ClipRange range = range(random);
        if (range.low() == range.high()) return;
        for (int v = 0; v < 256; v++) {
            int expected = v <= range.low() ? 0 : v >= range.high() ? 255 : range.normalize(v);
            assertThat(range.normalize(v)).isEqualTo(expected).isBetween(0, 255);
            assertThat((int) (float) range.stretch(v)).isEqualTo(range.normalize(v));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void histogramsAddUpInAnyOrder(long seed) {
        Random random = new Random(seed);
        Histogram a = histogram(random);
        Histogram b = histogram(random);
        Histogram c = histogram(random);
        assertThat(a.plus(b).plus(c))
                .isEqualTo(c.plus(a.plus(b)))
                .isEqualTo(b.plus(c).plus(a));
        assertThat(a.plus(Histogram.EMPTY)).isEqualTo(a);
        assertThat(a.plus(b).total()).isEqualTo(a.total() + b.total());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void masksOnlyDarken(long seed) {
        Random random = new Random(seed);
        int value = random.nextInt(256);
        int mask = random.nextInt(256);
        assertThat(ToneTable.masked(value, 0)).isZero();
        assertThat(ToneTable.masked(value, 255)).isEqualTo(value);
        assertThat(ToneTable.masked(value, mask))
                .isEqualTo(ToneTable.masked(mask, value))
                .isEqualTo((int) Math.rint(value * mask / 255.0))
                .isLessThanOrEqualTo(Math.min(value, mask));
    }

    private static ClipRange range(Random random) {
        int a = random.nextInt(256);
        int b = random.nextInt(256);
        return new ClipRange(Math.min(a, b), Math.max(a, b));
    }

    private static Levels levels(Random random) {
        return new Levels(random.nextInt(256), random.nextInt(256), gray(random));
    }

    private static double gray(Random random) {
        return (1 + random.nextInt(999)) / 100.0;
    }

    /** Some values are frequent, some rare, some absent. */
    private static Histogram histogram(Random random) {
        long[] counts = new long[Histogram.BINS];
        for (int i = 0; i < 40; i++)
            counts[random.nextInt(256)] = random.nextInt(3) == 0 ? random.nextInt(1000) : random.nextInt(9);
        return Histogram.of(counts);
    }
}
