package sc.fiji.imagetomask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.WatchedEngine;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.Histograms;
import sc.fiji.imagetomask.tone.Levels;

/** What holds of whole masks for all pictures, settings and masks; each seed draws its own, every channel in turn. */
class MaskPropertiesTest {

    private static final Channel[] CHANNELS = Channel.values();

    static Stream<Arguments> draws() {
        return Stream.of("java", "opencl")
                .flatMap(
                        engine -> IntStream.range(0, 2 * CHANNELS.length).mapToObj(seed -> Arguments.of(engine, seed)));
    }

    @ParameterizedTest
    @MethodSource("draws")
    void aMaskOfZerosGivesZerosAndOneOf255ChangesNothing(String engine, int seed) {
        Draw draw = new Draw(engine, seed);
        byte[] nothing = draw.mask(draw.picture(), draw.constant(0), draw.noise());
        assertThat(nothing).containsOnly(0);
        assertThat(draw.mask(draw.opaque(), draw.constant(255), draw.constant(255)))
                .isEqualTo(draw.mask(draw.opaque(), null, null));
        MemoryMask noise = draw.noise();
        assertThat(draw.mask(draw.picture(), noise, draw.constant(255)))
                .isEqualTo(draw.mask(draw.picture(), noise, null));
    }

    @ParameterizedTest
    @MethodSource("draws")
    void theInverseIsTheMasksComplement(String engine, int seed) {
        Draw draw = new Draw(engine, seed);
        byte[] mask = draw.mask(draw.opaque(), null, null);
        draw.settings = draw.settings.withInvert(!draw.settings.invert());
        byte[] inverse = draw.mask(draw.opaque(), null, null);
        for (int i = 0; i < mask.length; i++)
            assertThat((inverse[i] & 255) + (mask[i] & 255)).isEqualTo(255);
        draw.settings = draw.settings.withInvert(!draw.settings.invert());
        assertThat(draw.mask(draw.opaque(), null, null)).isEqualTo(mask);
    }

    @ParameterizedTest
    @MethodSource("draws")
    void exchangedPointsAreTheSameMask(String engine, int seed) {
        Draw draw = new Draw(engine, seed);
        byte[] mask = draw.mask(draw.picture(), null, null);
        Levels levels = draw.settings.levels();
        draw.settings = draw.settings.withLevels(
                new Levels(levels.white(), levels.black(), levels.gray(), levels.black2(), levels.white2()));
        assertThat(draw.mask(draw.picture(), null, null)).isEqualTo(mask);
    }

    @ParameterizedTest
    @MethodSource("draws")
    void tilesAddUp(String engine, int seed) {
        Draw draw = new Draw(engine, seed);
        MaskInput frame = new MaskInput(draw.picture(), draw.noise(), null);
        Histograms histograms = draw.job().histograms(frame);
        byte[] mask = draw.mask(frame.picture(), frame.mask(), null);
        draw.engine = WatchedEngine.of(draw.engine).ofTiles(1 + draw.random.nextInt(draw.width * draw.height));
        assertThat(draw.job().histograms(frame)).isEqualTo(histograms);
        assertThat(draw.mask(frame.picture(), frame.mask(), null)).isEqualTo(mask);
    }

    @ParameterizedTest
    @MethodSource("draws")
    void theOrderOfSlicesDoesNotMatterForTheStatisticsOfAStack(String engine, int seed) {
        Draw draw = new Draw(engine, seed);
        draw.settings = draw.settings.withStatistics(Statistics.STACK);
        List<MaskInput> frames =
                Stream.generate(() -> MaskInput.of(draw.another())).limit(4).toList();
        List<byte[]> masks = draw.masks(frames);
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.shuffle(order, draw.random);
        List<byte[]> shuffled = draw.masks(order.stream().map(frames::get).toList());
        for (int i = 0; i < 4; i++) assertThat(shuffled.get(i)).isEqualTo(masks.get(order.get(i)));
    }

    /** A picture of random size and colours, settings and an engine. */
    private static final class Draw {

        private final Random random;
        private final int width;
        private final int height;
        private final int[] argb;
        private Engine engine;
        private MaskSettings settings;

        Draw(String engineName, int seed) {
            random = new Random(seed);
            engine = Needs.engine(engineName);
            width = 1 + random.nextInt(70);
            height = 1 + random.nextInt(70);
            argb = colours();
            Channel channel = CHANNELS[seed % CHANNELS.length];
            settings = SomeFormulas.settings(channel)
                    .withHue(channel.isHue() ? random.nextInt(255) : 0)
                    .withClip(
                            random.nextInt(3) == 0 ? Clip.of(random.nextInt(99), 100 + random.nextInt(156)) : Clip.AUTO)
                    .withLevels(random.nextInt(256), random.nextInt(256), (1 + random.nextInt(999)) / 100.0)
                    .withInvert(random.nextBoolean())
                    .withInside(random.nextBoolean());
            if (random.nextInt(3) == 0)
                settings = settings.withLevels(settings.levels().withBand(random.nextInt(256), random.nextInt(256)));
        }

        /** Noise of a random part of all colours, so that clip ranges differ. */
        private int[] colours() {
            int bits = random.nextInt();
            return random.ints((long) width * height)
                    .map(i -> random.nextInt(3) == 0 ? i : i & bits)
                    .toArray();
        }

        ImageToMask job() {
            return new ImageToMask(engine, settings);
        }

        Picture picture() {
            return picture(argb, true);
        }

        Picture opaque() {
            return picture(argb, false);
        }

        Picture another() {
            return picture(colours(), false);
        }

        private Picture picture(int[] colours, boolean alpha) {
            return new MemoryPicture(new Pixels.Packed(colours, 0, colours.length, alpha), width, height);
        }

        MemoryMask constant(int value) {
            byte[] bytes = new byte[width * height];
            Arrays.fill(bytes, (byte) value);
            return new MemoryMask(bytes, width, height);
        }

        MemoryMask noise() {
            byte[] bytes = new byte[width * height];
            random.nextBytes(bytes);
            return new MemoryMask(bytes, width, height);
        }

        byte[] mask(Picture picture, WeightMap mask, WeightMap roi) {
            MemoryMask result = new MemoryMask(width, height);
            job().mask(new MaskInput(picture, mask, roi), result);
            return result.bytes();
        }

        List<byte[]> masks(List<MaskInput> frames) {
            List<MemoryMask> results =
                    frames.stream().map(frame -> new MemoryMask(width, height)).toList();
            job().masks(frames.size(), frames::get, results::get, Progress.NONE);
            return results.stream().map(MemoryMask::bytes).toList();
        }
    }
}
