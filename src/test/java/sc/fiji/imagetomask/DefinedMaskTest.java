package sc.fiji.imagetomask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.WatchedEngine;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.tone.Levels;

/**
 * Masks of random settings (bands, hard edges, fixed and automatic clip ranges, shifted hues, one to four terms, with and
 * without a mask image) in 8, 16 and 32 bits, whole and in tiles, on both engines; next to the steps of docs/definitions.md,
 * written down once more, pixel by pixel.
 */
class DefinedMaskTest {

    private static final int W = 61;
    private static final int H = 40;
    private static final int N = W * H;

    /** How far a channel of 16-bit and 32-bit images may be from its formula; CIEDE2000 has jumps. */
    private static final double BOUND = 0.01;

    private static final double JUMP = 0.06;

    private final Random random = new Random(31);

    @ParameterizedTest(name = "{0}, {1} bits, tiles of {2}")
    @CsvSource({
        "java, 8, 0", "java, 16, 0", "java, 32, 0", "java, 8, 500", "java, 16, 500", "java, 32, 500",
        "opencl, 8, 0", "opencl, 16, 0", "opencl, 32, 0", "opencl, 8, 500", "opencl, 16, 500", "opencl, 32, 500"
    })
    void masksAreThoseOfTheDefinition(String name, int bits, int tile) {
        Engine real = Needs.engine(name);
        Engine engine = tile == 0 ? real : WatchedEngine.of(real).ofTiles(tile);
        for (int i = 0; i < 40; i++) {
            Pixels pixels = pixels(bits);
            MaskSettings settings = MaskSettings.DEFAULT
                    .withTerms(List.of(RandomTerms.one(random)))
                    .withFurther(RandomTerms.further(random.nextInt(4), random));
            byte[] factor = new byte[N];
            random.nextBytes(factor);
            MemoryMask mask = random.nextBoolean() ? new MemoryMask(factor, W, H) : null;
            MaskInput input = new MaskInput(new MemoryPicture(pixels, W, H), mask, null);
            MemoryMask made = new MemoryMask(W, H);
            ClipRanges ranges = new ImageToMask(engine, settings).mask(input, made);
            for (int p = 0; p < N; p++) {
                int m = mask == null ? 255 : factor[p] & 255;
                int value = made.bytes()[p] & 255;
                if (pixels instanceof Pixels.EightBit bytes)
                    assertThat(value)
                            .as("%s, pixel %d", settings, p)
                            .isEqualTo(ofBytes(settings, ranges, bytes.argb(p), m));
                else {
                    double[] bounds = ofFloats(settings, ranges, (Pixels.HighBitDepth) pixels, p);
                    assertThat((double) value)
                            .as("%s, pixel %d", settings, p)
                            .isBetween(bounds[0] * m / 255 - 0.6, bounds[1] * m / 255 + 0.6);
                }
            }
        }
    }

    /** Without alpha: it would multiply. */
    private Pixels pixels(int bits) {
        if (bits == 8)
            return new Pixels.Packed(
                    random.ints(N).map(i -> i & random.nextInt()).toArray(), 0, N, false);
        Samples[] samples = new Samples[3];
        for (int c = 0; c < 3; c++) {
            short[] shorts = new short[N];
            float[] floats = new float[N];
            for (int i = 0; i < N; i++) {
                shorts[i] = (short) random.nextInt(4500);
                floats[i] = random.nextInt(60) == 0 ? Float.NaN : random.nextFloat() * 1.2f - 0.1f;
            }
            samples[c] = bits == 16
                    ? new Samples.Shorts(shorts, new Samples.Range(100, 4095))
                    : new Samples.Floats(floats, Samples.Range.UNIT);
        }
        return new Pixels.HighBitDepth(samples, 0, N);
    }

    private static int ofBytes(MaskSettings settings, ClipRanges ranges, int argb, int factor) {
        int joined = 255;
        for (int t = 0; t < settings.terms().size(); t++) {
            Term term = settings.terms().get(t);
            int value = term.formula().value(argb);
            if (term.channel().isHue()) value = (value + term.hue()) % 255;
            ClipRange range = ranges.ofTerms().get(t);
            int stretched = (int) (float) stretched(range, value);
            int x = (int) shaped(term.levels(), stretched);
            if (term.invert()) x = 255 - x;
            joined = switch (term.join()) {
                case AND -> product(joined, x);
                case OR -> 255 - product(255 - joined, 255 - x);
                case WITHOUT -> product(joined, 255 - x);
            };
        }
        return product(joined, factor);
    }

    private static int product(int a, int b) {
        int q = a * b + 128;
        return (q + q / 256) / 256;
    }

    /** The least and the largest value, 0 to 255, that the mask can have where each channel is this far from its formula. */
    private static double[] ofFloats(MaskSettings settings, ClipRanges ranges, Pixels.HighBitDepth pixels, int p) {
        double least = 1;
        double most = 1;
        for (int t = 0; t < settings.terms().size(); t++) {
            Term term = settings.terms().get(t);
            float value = term.formula().value(pixels.red(p), pixels.green(p), pixels.blue(p), pixels.alpha(p));
            double low = 0;
            double high = 0;
            if (!Float.isNaN(value)) {
                ClipRange range = ranges.ofTerms().get(t);
                double bound = term.channel() == Channel.DISTANCE_2000 ? JUMP : BOUND;
                double[] around = IntStream.rangeClosed(-20, 20)
                        .mapToDouble(step -> toned(term, range, value + step * bound / 20))
                        .sorted()
                        .toArray();
                low = around[0] / 255;
                high = around[around.length - 1] / 255;
                if (term.join() == Join.WITHOUT) {
                    double turned = 1 - low;
                    low = 1 - high;
                    high = turned;
                }
            }
            boolean isOr = term.join() == Join.OR;
            least = isOr ? 1 - (1 - least) * (1 - low) : least * low;
            most = isOr ? 1 - (1 - most) * (1 - high) : most * high;
        }
        return new double[] {255 * least, 255 * most};
    }

    private static double toned(Term term, ClipRange range, double value) {
        double turned = term.channel().isHue() ? (value + 255 + term.hue()) % 255 : value;
        double x = shaped(term.levels(), stretched(range, turned));
        return term.invert() ? 255 - x : x;
    }

    private static double stretched(ClipRange range, double value) {
        if (range.low() == range.high()) return 0;
        double above = Math.max(range.low(), Math.min(range.high(), value)) - range.low();
        return above / (range.high() - range.low()) * 255;
    }

    private static double shaped(Levels levels, double t) {
        double black = Math.min(levels.black(), levels.white());
        double white = Math.max(levels.black(), levels.white());
        double white2 = Math.min(levels.white2(), levels.black2());
        double black2 = Math.max(levels.white2(), levels.black2());
        boolean isBand = white2 != 255 || black2 != 255;
        double fall = !isBand || t <= white2 ? 255 : t >= black2 ? 0 : 255 * ((black2 - t) / (black2 - white2));
        if (black == white) return Math.min(128, fall);
        double rise = t <= black ? 0 : t >= white ? 255 : 255 * ((t - black) / (white - black));
        double x = Math.min(rise, fall);
        return levels.gray() == 1 ? x : 255 * StrictMath.pow(x / 255, 1 / levels.gray());
    }
}
