package sc.fiji.imagetomask.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.engine.proof.ProofFormulas;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Histograms;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** What every engine does with 16-bit and 32-bit data, within which bounds. */
public abstract class HighBitDepthContract {

    /** How far a channel's value may be from the definition, on a scale of 255. */
    private static final double BOUND = 0.01;

    /** CIEDE2000 has no value in between where one colour is grey or both hues are opposite. */
    private static final double JUMP = 0.05;

    private static final Tone IDENTITY = new Tone(new ClipRange(0, 255), Levels.NONE, false);

    /** With -Dcolours=1 more of them, for the table on the page of definitions. */
    private static final int N = Integer.getInteger("colours", 61) == 1 ? 60_003 : 15_003;

    private final Random random = new Random(11);

    protected abstract Engine engine();

    @ParameterizedTest
    @EnumSource
    void channelsOfFloatsAreWithinTheBoundOfTheDefinition(Channel channel) {
        float[][] values = new float[4][N];
        for (float[] plane : values) for (int i = 0; i < N; i++) plane[i] = sample();
        corners(values);
        assertChannel(channel, values, Samples.Range.UNIT, floats(values, Samples.Range.UNIT));
    }

    @ParameterizedTest
    @EnumSource
    void channelsOfShortsAreWithinTheBoundOfTheDefinition(Channel channel) {
        Samples.Range range = new Samples.Range(100, 4095);
        float[][] values = new float[4][N];
        Samples[] samples = new Samples[4];
        for (int c = 0; c < 4; c++) {
            short[] data = new short[N];
            for (int i = 0; i < N; i++) {
                int value = random.nextInt(i % 100 == 0 ? 65536 : 4200);
                data[i] = (short) value;
                values[c][i] = value;
            }
            samples[c] = new Samples.Shorts(data, range);
        }
        assertChannel(channel, values, range, samples);
    }

    /**
     * Values close to the edge of a bin may fall on its other side, so that up to one of a thousand does; no more on the whole
     * go from below an edge to above it.
     */
    @Test
    void manyChannelsOfSeveralSetsAreCountedAtOnce() {
        List<ChannelFormula> formulas = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            formulas.add(SomeFormulas.of(channel));
            formulas.add(SomeFormulas.random(channel, random).first().formula());
        }
        for (int channels = 1; channels <= 4; channels++)
            for (boolean isFloat : new boolean[] {true, false})
                for (boolean isOneRange : new boolean[] {true, false}) {
                    Samples.Range[] ranges = new Samples.Range[channels];
                    for (int c = 0; c < channels; c++)
                        ranges[c] = isFloat
                                ? new Samples.Range(isOneRange ? 0 : -0.1f * c, 1)
                                : new Samples.Range(100, isOneRange ? 4095 : 4095 + c);
                    List<Pixels> sets =
                            List.of(deep(20_000, ranges, isFloat), deep(0, ranges, isFloat), deep(3, ranges, isFloat));
                    assertCounted(sets, formulas);
                }
    }

    private Pixels deep(int n, Samples.Range[] ranges, boolean isFloat) {
        Samples[] samples = new Samples[ranges.length];
        for (int c = 0; c < samples.length; c++) {
            float[] floats = new float[n];
            short[] shorts = new short[n];
            for (int i = 0; i < n; i++) {
                floats[i] = i % 50 == 0 ? Float.NaN : sample();
                shorts[i] = (short) random.nextInt(4200);
            }
            samples[c] = isFloat ? new Samples.Floats(floats, ranges[c]) : new Samples.Shorts(shorts, ranges[c]);
        }
        return new Pixels.HighBitDepth(samples, 0, n);
    }

    private void assertCounted(List<Pixels> sets, List<ChannelFormula> formulas) {
        List<Histograms> counted = engine().histograms(sets, formulas);
        for (int s = 0; s < sets.size(); s++)
            for (int f = 0; f < formulas.size(); f++)
                try (ChannelPlane plane = new JavaEngine().plane(sets.get(s), formulas.get(f))) {
                    Histogram expected = plane.histogram();
                    Histogram found = counted.get(s).ofTerms().get(f);
                    assertThat(found.total()).as("%s", formulas.get(f)).isEqualTo(expected.total());
                    long above = 0;
                    for (int v = 0; v < 256; v++) {
                        above += found.count(v) - expected.count(v);
                        assertThat(Math.abs(above))
                                .as("%s, %d", formulas.get(f), v)
                                .isLessThanOrEqualTo(20);
                    }
                }
    }

    /** They lie on the edges of bins, where a division that is not rounded correctly would show. */
    @ParameterizedTest
    @EnumSource(names = {"RGB_R", "HSV_V", "ALPHA", "YUV_Y"})
    void promotedBytesFallIntoTheirOwnBins(Channel channel) {
        short[] data = new short[256];
        for (int v = 0; v < 256; v++) data[v] = (short) (257 * v);
        Samples samples = new Samples.Shorts(data, new Samples.Range(0, 65535));
        Pixels pixels = new Pixels.HighBitDepth(new Samples[] {samples, samples}, 0, 256);
        try (ChannelPlane plane = engine().plane(pixels, SomeFormulas.of(channel))) {
            for (int v = 0; v < 256; v++)
                assertThat(plane.histogram().count(v)).as("bin %d", v).isOne();
        }
    }

    /** What all pixels share is not split in two bins by rounding, which normalization would tell apart as 0 and 255. */
    @ParameterizedTest
    @EnumSource
    void aValueThatAllColoursShareExactlyIsTheClipRange(Channel channel) {
        Samples.Range[] own = {
            new Samples.Range(-3.7f, 0.1f),
            new Samples.Range(0, 7e-5f),
            new Samples.Range(900, 1e9f),
            Samples.Range.UNIT
        };
        for (int steps : new int[] {65535, 4095, 3 * 257, 255})
            for (ExactValue exact : ExactValue.of(channel, steps)) {
                assertThatTheClipRangeIs(exact, channel, exact.shorts(0));
                assertThatTheClipRangeIs(exact, channel, exact.shorts(65535 - steps));
                if (exact.kind() == ExactValue.Kind.WHOLE_NUMBERS) continue;
                for (Samples.Range range : own) assertThatTheClipRangeIs(exact, channel, exact.floats(range));
                if (exact.kind() == ExactValue.Kind.ANY_RANGES)
                    assertThatTheClipRangeIs(exact, channel, exact.floats(own));
            }
    }

    private void assertThatTheClipRangeIs(ExactValue exact, Channel channel, Pixels pixels) {
        try (ChannelPlane plane = engine().plane(pixels, SomeFormulas.of(channel))) {
            assertThat(ClipRange.of(plane.histogram()))
                    .as(
                            "%s of %s in %d steps",
                            exact.value(), ((Pixels.HighBitDepth) pixels).channels()[0], exact.steps())
                    .isEqualTo(new ClipRange(exact.value(), exact.value()));
        }
    }

    /** They are the same as those of the same colours in 8 bits. */
    @ParameterizedTest
    @EnumSource
    void theseValuesAreThoseOf8BitColours(Channel channel) {
        for (ExactValue exact : ExactValue.of(channel, 255))
            for (int[] rgba : exact.colours())
                assertThat(SomeFormulas.of(channel).value(rgba[3] << 24 | rgba[0] << 16 | rgba[1] << 8 | rgba[2]))
                        .isEqualTo(exact.value());
    }

    /** Differences of a few of 65535 make hue and chroma. */
    @ParameterizedTest
    @EnumSource
    void channelsOfNearlyGreyShortsAreWithinTheBoundOfTheDefinition(Channel channel) {
        Samples.Range range = new Samples.Range(0, 65535);
        float[][] values = new float[4][N];
        short[][] data = new short[4][N];
        for (int i = 0; i < N; i++) {
            int grey = random.nextInt(65500);
            for (int c = 0; c < 4; c++) {
                int value = grey + random.nextInt(i % 2 == 0 ? 4 : 30);
                data[c][i] = (short) value;
                values[c][i] = value;
            }
        }
        Samples[] samples = new Samples[4];
        for (int c = 0; c < 4; c++) samples[c] = new Samples.Shorts(data[c], range);
        assertChannel(channel, values, range, samples);
    }

    @ParameterizedTest
    @EnumSource(names = {"LAB_A", "LAB_B", "YUV_U", "YUV_V"})
    void greyHasNoColour(Channel channel) {
        float[][] grey = new float[1][N];
        for (int i = 0; i < N; i++) grey[0][i] = random.nextFloat();
        try (ChannelPlane plane =
                engine().plane(new Pixels.HighBitDepth(floats(grey, Samples.Range.UNIT), 0, N), channel)) {
            assertThat(plane.histogram().count(128)).isEqualTo(N);
        }
    }

    private void assertChannel(Channel channel, float[][] values, Samples.Range range, Samples[] samples) {
        float[] result = run(new Pixels.HighBitDepth(samples, 0, N), channel, IDENTITY, null);
        double worst = 0;
        for (int i = 0; i < N; i++) {
            double r = at(values[0], i, range);
            double g = at(values[1], i, range);
            double b = at(values[2], i, range);
            double expected = HighBitDepthDefinition.value(SomeFormulas.of(channel), r, g, b, at(values[3], i, range));
            double chroma = HighBitDepthDefinition.value(SomeFormulas.of(Channel.LCH_C), r, g, b, 1);
            worst = Math.max(worst, ProofFormulas.difference(channel, 255.0 * result[i], expected, chroma));
        }
        System.out.printf("%s %s: at most %.6f of 255 from the definition%n", engine().name(), channel, worst);
        assertThat(worst).isLessThan(channel == Channel.DISTANCE_2000 ? JUMP : BOUND);
    }

    private static double at(float[] values, int i, Samples.Range range) {
        return ((double) values[i] - range.min()) / ((double) range.max() - range.min());
    }

    @ParameterizedTest
    @EnumSource
    void nanCountsNowhereAndGivesZero(Channel channel) {
        float[][] values = new float[4][1000];
        for (float[] plane : values) Arrays.fill(plane, 0.5f);
        for (float[] plane : values) plane[7] = Float.NaN;
        Pixels pixels = new Pixels.HighBitDepth(floats(values, Samples.Range.UNIT), 0, 1000);
        try (ChannelPlane plane = engine().plane(pixels, SomeFormulas.of(channel))) {
            assertThat(plane.histogram().total()).isEqualTo(999);
            float[] out = new float[1000];
            plane.apply(new Tone(new ClipRange(0, 255), Levels.NONE, true), null, new MaskSpan.Floats(out, 0, 1000));
            assertThat(out[7]).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 255, 4097})
    void histogramCountsRoundedDown(int n) {
        float[] grey = new float[n + 9];
        for (int i = 0; i < grey.length; i++) grey[i] = random.nextInt(65536) / 65535f;
        long[] counts = new long[256];
        long[] inside = new long[256];
        byte[] mask = new byte[n];
        random.nextBytes(mask);
        for (int i = 0; i < n; i++) {
            counts[(int) (255 * grey[i + 9])]++;
            if ((mask[i] & 255) >= 128) inside[(int) (255 * grey[i + 9])]++;
        }
        Samples samples = new Samples.Floats(grey, Samples.Range.UNIT);
        try (ChannelPlane plane =
                engine().plane(new Pixels.HighBitDepth(new Samples[] {samples}, 9, n), Channel.RGB_G)) {
            assertThat(plane.histogram()).isEqualTo(Histogram.of(counts));
            assertThat(plane.histogram(ByteSpan.of(mask))).isEqualTo(Histogram.of(inside));
        }
    }

    @Test
    void masksFollowTheCurveWithoutTruncation() {
        float[][] values = new float[1][N];
        for (int i = 0; i < N; i++) values[0][i] = random.nextInt(65536) / 65535f;
        Pixels pixels = new Pixels.HighBitDepth(floats(values, Samples.Range.UNIT), 0, N);
        float[] factors = new float[N];
        for (int i = 0; i < N; i++) factors[i] = random.nextFloat() * 1.2f - 0.1f;
        MaskSpan mask = new MaskSpan.Floats(factors, 0, N);
        for (Tone tone : new Tone[] {
            IDENTITY,
            new Tone(new ClipRange(30, 200), new Levels(40, 180, 1.7), false),
            new Tone(new ClipRange(30, 200), new Levels(180, 40, 0.4), true),
            new Tone(new ClipRange(30, 200), new Levels(9, 9, 1), true),
            new Tone(new ClipRange(30, 200), new Levels(20, 60, 1.7, 90, 160), false),
            new Tone(new ClipRange(30, 200), new Levels(60, 20, 0.7, 200, 90), true),
            new Tone(new ClipRange(30, 200), new Levels(9, 9, 2, 90, 160), false),
            new Tone(new ClipRange(70, 70), Levels.NONE, true),
            new Tone(new ClipRange(0, 254), Levels.NONE, false, 100)
        }) {
            float[] result = run(pixels, Channel.RGB_R, tone, mask);
            byte[] bytes = new byte[N];
            try (ChannelPlane plane = engine().plane(pixels, Channel.RGB_R)) {
                plane.apply(tone, mask, ByteSpan.of(bytes));
            }
            for (int i = 0; i < N; i++) {
                double value = tone.value(255.0 * values[0][i]) * mask.fraction(i);
                if (tone.hueShift() == 0) assertThat(result[i]).isCloseTo((float) (value / 255), within(1e-4f));
                else if (Math.abs(255 * values[0][i] - 155) > 0.01)
                    assertThat(result[i]).isCloseTo((float) (value / 255), within(1e-4f));
                assertThat(bytes[i] & 255)
                        .isBetween((int) Math.round(255.0 * result[i]) - 1, (int) Math.round(255.0 * result[i]) + 1);
            }
        }
    }

    private static org.assertj.core.data.Offset<Float> within(float bound) {
        return org.assertj.core.data.Offset.offset(bound);
    }

    private float[] run(Pixels pixels, Channel channel, Tone tone, MaskSpan mask) {
        float[] out = new float[pixels.length()];
        try (ChannelPlane plane = engine().plane(pixels, SomeFormulas.of(channel))) {
            plane.apply(tone, mask, MaskSpan.Floats.of(out));
        }
        return out;
    }

    private static Samples[] floats(float[][] values, Samples.Range range) {
        return Arrays.stream(values)
                .map(plane -> new Samples.Floats(plane, range))
                .toArray(Samples[]::new);
    }

    /** Mostly within 0..1, some dark, some beyond. */
    private float sample() {
        return switch (random.nextInt(10)) {
            case 0 -> random.nextFloat() * 0.05f;
            case 1 -> random.nextFloat() * 4 - 2;
            case 2 -> random.nextInt(5) / 4f;
            default -> random.nextFloat();
        };
    }

    /** Black, white, all equal, infinite, primaries. */
    private static void corners(float[][] values) {
        float[] special = {0, 1, -1, 2, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0.5f, 0.04045f, 1e-30f};
        int i = 0;
        for (float r : special)
            for (float g : special)
                for (float b : special) {
                    values[0][i] = r;
                    values[1][i] = g;
                    values[2][i] = b;
                    values[3][i] = g;
                    i++;
                }
    }
}
