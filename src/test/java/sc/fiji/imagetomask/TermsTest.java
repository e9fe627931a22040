package sc.fiji.imagetomask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.WatchedEngine;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.tone.Levels;

/** A mask of several terms is that of each alone, joined by the formula of the definitions. */
class TermsTest {

    private static final int W = 53;
    private static final int H = 31;

    private final Random random = new Random(5);

    /** The formula, written down once more. */
    private static int product(int a, int b) {
        int p = a * b + 128;
        return (p + p / 256) / 256;
    }

    private static int joined(Join join, int before, int value) {
        return switch (join) {
            case AND -> product(before, value);
            case OR -> 255 - product(255 - before, 255 - value);
            case WITHOUT -> product(before, 255 - value);
        };
    }

    private Picture picture() {
        int bits = random.nextInt();
        int[] argb = random.ints(W * H)
                .map(i -> random.nextInt(3) == 0 ? i : i & bits)
                .toArray();
        return new MemoryPicture(new Pixels.Packed(argb, 0, W * H, random.nextBoolean()), W, H);
    }

    private Picture deep() {
        Samples[] channels = new Samples[3];
        for (int c = 0; c < 3; c++) {
            short[] values = new short[W * H];
            for (int i = 0; i < values.length; i++) values[i] = (short) random.nextInt(5000);
            channels[c] = new Samples.Shorts(values, new Samples.Range(0, 4095));
        }
        return new MemoryPicture(new Pixels.HighBitDepth(channels, 0, W * H), W, H);
    }

    private MemoryMask noise() {
        byte[] bytes = new byte[W * H];
        random.nextBytes(bytes);
        return new MemoryMask(bytes, W, H);
    }

    private MaskSettings settings() {
        return MaskSettings.DEFAULT
                .withTerms(List.of(RandomTerms.one(random)))
                .withFurther(RandomTerms.further(1 + random.nextInt(3), random))
                .withInside(random.nextBoolean());
    }

    private static MaskSettings alone(MaskSettings settings, int i) {
        return settings.withTerms(List.of(settings.terms().get(i).withJoin(Join.AND)));
    }

    /** One term alone, by its clip range of the whole frame, without a factor: a white mask also replaces alpha. */
    private static void alone(MaskSettings settings, int i, Engine engine, MaskInput frame, MaskTarget target) {
        ImageToMask job = new ImageToMask(engine, alone(settings, i));
        ClipRanges ranges = job.settings().ranges(job.histograms(frame));
        byte[] white = new byte[W * H];
        Arrays.fill(white, (byte) 255);
        job.apply(new MaskInput(frame.picture(), new MemoryMask(white, W, H), null), ranges, target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "opencl"})
    void bytesAreJoinedByTheFormula(String name) {
        Engine engine = Needs.engine(name);
        for (int i = 0; i < 60; i++) {
            MaskInput frame = new MaskInput(
                    picture(), random.nextBoolean() ? noise() : null, random.nextBoolean() ? noise() : null);
            MaskSettings settings = settings();
            MemoryMask made = new MemoryMask(W, H);
            new ImageToMask(engine, settings).mask(frame, made);

            int[] expected = new int[W * H];
            Arrays.fill(expected, 255);
            for (int t = 0; t < settings.terms().size(); t++) {
                MemoryMask one = new MemoryMask(W, H);
                alone(settings, t, new JavaEngine(), frame, one);
                for (int p = 0; p < expected.length; p++)
                    expected[p] = joined(settings.terms().get(t).join(), expected[p], one.bytes()[p] & 255);
            }
            var factor =
                    frame.factor(new Tile(0, 0, W, H), frame.picture().read(new Tile(0, 0, W, H)), MaskValues.VALUES);
            for (int p = 0; p < expected.length; p++) {
                int value = factor == null ? expected[p] : product(expected[p], Math.round(255 * factor.fraction(p)));
                assertThat(made.bytes()[p] & 255).as("%s %d", settings, p).isEqualTo(value);
            }
            if (engine instanceof JavaEngine) floatsAreTheSame(settings, frame, made);
        }
    }

    private static void floatsAreTheSame(MaskSettings settings, MaskInput frame, MemoryMask made) {
        MemoryFloatMask floats = new MemoryFloatMask(W, H);
        new ImageToMask(new JavaEngine(), settings.withOutput(Output.FLOAT)).mask(frame, floats);
        MemoryMask binary = new MemoryMask(W, H);
        new ImageToMask(new JavaEngine(), settings.withOutput(Output.BINARY)).mask(frame, binary);
        for (int p = 0; p < W * H; p++) {
            int value = made.bytes()[p] & 255;
            assertThat(floats.values()[p]).isEqualTo(value / 255f);
            assertThat(binary.bytes()[p] & 255).isEqualTo(value >= 128 ? 255 : 0);
        }
    }

    /** In 16-bit pictures the values are not rounded before they are joined. */
    @ParameterizedTest
    @ValueSource(strings = {"java", "opencl"})
    void valuesOfHighBitDepthAreJoinedWithoutRounding(String name) {
        Engine engine = Needs.engine(name);
        for (int i = 0; i < 30; i++) {
            MaskInput frame = new MaskInput(deep(), random.nextBoolean() ? noise() : null, null);
            MaskSettings settings = settings().withOutput(Output.FLOAT);
            MemoryFloatMask made = new MemoryFloatMask(W, H);
            new ImageToMask(engine, settings).mask(frame, made);
            double[] expected = new double[W * H];
            Arrays.fill(expected, 1);
            for (int t = 0; t < settings.terms().size(); t++) {
                MemoryFloatMask one = new MemoryFloatMask(W, H);
                alone(settings, t, engine, frame, one);
                for (int p = 0; p < expected.length; p++) {
                    double value = one.values()[p];
                    expected[p] = switch (settings.terms().get(t).join()) {
                        case AND -> expected[p] * value;
                        case OR -> 1 - (1 - expected[p]) * (1 - value);
                        case WITHOUT -> expected[p] * (1 - value);
                    };
                }
            }
            MemoryMask bytes = new MemoryMask(W, H);
            new ImageToMask(engine, settings.withOutput(Output.BYTE)).mask(frame, bytes);
            for (int p = 0; p < expected.length; p++) {
                double factor = frame.mask() == null
                        ? 1
                        : frame.mask().read(new Tile(0, 0, W, H)).fraction(p);
                assertThat((double) made.values()[p]).as("%s", settings).isCloseTo(expected[p] * factor, within(1e-5));
                assertThat(255.0 * made.values()[p]).isCloseTo(bytes.bytes()[p] & 255, within(0.5001));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneJoinOfTwoValues(Join join) {
        for (int a = 0; a < 256; a++)
            for (int b = 0; b < 256; b++) {
                int value = join.inverts() ? 255 - b : b;
                assertThat(join.of(a, value)).isEqualTo(joined(join, a, b)).isBetween(0, 255);
                assertThat((double) join.of(a / 255f, value / 255f))
                        .isCloseTo(joined(join, a, b) / 255.0, within(0.002));
            }
    }

    /** A pixel without a number is 0 in its term, whatever its join is. */
    @Test
    void notANumberIsZeroInItsTerm() {
        float[] values = {Float.NaN, 0, 0.5f, 1};
        Picture picture = new MemoryPicture(
                new Pixels.HighBitDepth(
                        new Samples[] {new Samples.Floats(values, new Samples.Range(0, 1))}, 0, values.length),
                4,
                1);
        for (Join join : Join.values()) {
            MaskSettings settings = MaskSettings.of("R (RGB)")
                    .withClip(Clip.NONE)
                    .withFurther(List.of(Term.of(join, Channel.RGB_G).withClip(Clip.NONE)))
                    .withOutput(Output.FLOAT);
            MemoryFloatMask made = new MemoryFloatMask(4, 1);
            new ImageToMask(new JavaEngine(), settings).mask(MaskInput.of(picture), made);
            assertThat(made.values()[0]).isZero();
        }
    }

    /** Terms of one tile share the pixels; terms of one channel share its plane, too. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void pixelsAreReadOnceForAllTerms(boolean isLazy) {
        AtomicInteger reads = new AtomicInteger();
        Picture whole = picture();
        Picture counted = new Picture() {
            @Override
            public long width() {
                return W;
            }

            @Override
            public long height() {
                return H;
            }

            @Override
            public boolean isLazy() {
                return isLazy;
            }

            @Override
            public Pixels read(Tile tile) {
                reads.incrementAndGet();
                return whole.read(tile);
            }
        };
        WatchedEngine counting = WatchedEngine.of(new JavaEngine());
        MaskSettings settings = MaskSettings.of("S (HSV)")
                .withFurther(List.of(
                        Term.of(Join.AND, Channel.HSV_H).withLevels(new Levels(10, 20, 1)),
                        Term.of(Join.OR, Channel.HSV_H).withLevels(new Levels(100, 120, 1)),
                        Term.of(Join.WITHOUT, Channel.LAB_L)));
        new ImageToMask(counting, settings).mask(MaskInput.of(counted), new MemoryMask(W, H));

        assertThat(reads).hasValue(1);
        assertThat(counting.planes()).isEqualTo(3);
    }

    @Test
    void termsThatThereCannotBe() {
        Term or = Term.of(Join.OR, Channel.HSV_S);
        assertThatThrownBy(() -> MaskSettings.DEFAULT.withTerms(List.of(or)))
                .hasMessage("The first term is joined by 'or', but must be joined by and.");
        assertThatThrownBy(() -> MaskSettings.DEFAULT.withFurther(Collections.nCopies(16, or)))
                .hasMessage("The mask has 17 terms, but must have 1 to 16.");
        assertThatThrownBy(() -> MaskSettings.DEFAULT.withTerms(List.of()))
                .hasMessage("The mask has 0 terms, but must have 1 to 16.");
        assertThatThrownBy(() -> MaskSettings.DEFAULT
                        .withFurther(List.of(Term.of(Join.OR, Channel.DISTANCE)))
                        .complete())
                .hasMessageStartingWith("channel is 'Distance', which needs a colour");
    }
}
