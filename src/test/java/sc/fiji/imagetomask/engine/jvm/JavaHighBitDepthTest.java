package sc.fiji.imagetomask.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.HighBitDepthContract;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

class JavaHighBitDepthTest extends HighBitDepthContract {

    private static final int LENGTH = 70_001;
    private static final int PART = 10_000; // too few for a table
    private static final Tone TONE = new Tone(new ClipRange(3, 240), new Levels(20, 230, 1.3), true, 0);
    private static final Tone OTHER_TONE = new Tone(new ClipRange(10, 255), Levels.NONE, false, 0);

    @Override
    protected Engine engine() {
        return new JavaEngine();
    }

    @ParameterizedTest
    @EnumSource
    void manyGreyShortsAreWhatFewOfThemAre(Channel channel) {
        Random random = new Random(17);
        short[] data = new short[LENGTH + 7];
        for (int i = 0; i < data.length; i++) data[i] = (short) random.nextInt();
        float[] fractions = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) fractions[i] = random.nextFloat();
        Samples grey = new Samples.Shorts(data, new Samples.Range(500, 40_000));
        MaskSpan mask = MaskSpan.Floats.of(fractions);
        for (Samples[] channels : new Samples[][] {{grey}, {grey, grey}}) {
            Pixels pixels = new Pixels.HighBitDepth(channels, 3, LENGTH);
            try (ChannelPlane plane = engine().plane(pixels, SomeFormulas.of(channel));
                    Parts parts = new Parts(pixels, channel)) {
                assertThat(plane.length()).isEqualTo(LENGTH);
                assertThat(plane.histogram()).isEqualTo(parts.sum((part, from) -> part.histogram()));
                assertThat(plane.histogram(mask))
                        .isEqualTo(parts.sum((part, from) -> part.histogram(mask.part(from, part.length()))));
                for (Tone tone : new Tone[] {TONE, OTHER_TONE, TONE})
                    for (MaskSpan factor : new MaskSpan[] {null, mask}) {
                        ByteSpan bytes = new ByteSpan(new byte[LENGTH + 9], 5, LENGTH);
                        ByteSpan expectedBytes = new ByteSpan(new byte[LENGTH + 9], 5, LENGTH);
                        plane.apply(tone, factor, bytes);
                        parts.apply(tone, factor, expectedBytes);
                        assertThat(bytes.array()).isEqualTo(expectedBytes.array());
                        MaskSpan.Floats floats = MaskSpan.Floats.allocate(LENGTH);
                        MaskSpan.Floats expectedFloats = MaskSpan.Floats.allocate(LENGTH);
                        plane.apply(tone, factor, floats);
                        parts.apply(tone, factor, expectedFloats);
                        assertThat(floats.array()).isEqualTo(expectedFloats.array());
                    }
            }
        }
    }

    /** A grey that is a whole number is computed once, and is what the same grey as red, green and blue is. */
    @ParameterizedTest
    @EnumSource
    void greysAreLikeEqualColours(Channel channel) {
        float[] stored = new float[70_000];
        for (int i = 0; i < stored.length; i++) stored[i] = i % 3 == 0 ? i / 2f : i - 100;
        stored[5] = Float.NaN;
        Samples samples = new Samples.Floats(stored, new Samples.Range(300, 60_000));
        assertThat(values(samples, channel, 1)).isEqualTo(values(samples, channel, 3));
    }

    private float[] values(Samples samples, Channel channel, int channels) {
        Samples[] all = new Samples[channels];
        Arrays.fill(all, samples);
        MaskSpan.Floats out = MaskSpan.Floats.allocate(samples.length());
        try (ChannelPlane plane =
                engine().plane(new Pixels.HighBitDepth(all, 0, samples.length()), SomeFormulas.of(channel))) {
            plane.apply(new Tone(new ClipRange(0, 255), Levels.NONE, false), null, out);
        }
        return out.array();
    }

    /** Planes of few pixels, one after the other. */
    private final class Parts implements AutoCloseable {

        private final List<ChannelPlane> planes = new ArrayList<>();

        Parts(Pixels pixels, Channel channel) {
            for (int from = 0; from < LENGTH; from += PART)
                planes.add(engine().plane(pixels.part(from, Math.min(PART, LENGTH - from)), SomeFormulas.of(channel)));
        }

        void apply(Tone tone, MaskSpan mask, MaskSpan out) {
            for (int i = 0; i < planes.size(); i++) {
                int n = planes.get(i).length();
                planes.get(i).apply(tone, mask == null ? null : mask.part(PART * i, n), out.part(PART * i, n));
            }
        }

        Histogram sum(BiFunction<ChannelPlane, Integer, Histogram> histogram) {
            Histogram sum = Histogram.EMPTY;
            for (int i = 0; i < planes.size(); i++) sum = sum.plus(histogram.apply(planes.get(i), PART * i));
            return sum;
        }

        @Override
        public void close() {
            planes.forEach(ChannelPlane::close);
        }
    }
}
