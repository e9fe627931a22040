package sc.fiji.imagetomask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.WatchedEngine;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

class ImageToMaskTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    private final Random random = new Random(7);
    private final int[] argb = random.ints(WIDTH * HEIGHT).toArray();
    private final MemoryMask mask = noise();
    private final MemoryMask roi = noise();
    private final MaskSettings settings =
            MaskSettings.of("B (LAB)").withLevels(30, 220, 1.7).withInvert(true);

    @Test
    void thePicturesOwnAlphaIsTheMask() {
        assertThat(run(settings, new MaskInput(picture(true), null, null)))
                .isEqualTo(expected(settings, i -> argb[i] >>> 24, null));
        assertThat(run(settings, new MaskInput(picture(false), null, null)))
                .isEqualTo(expected(settings, i -> 255, null));
    }

    @Test
    void aGivenMaskReplacesTheAlpha() {
        assertThat(run(settings, new MaskInput(picture(true), mask, null)))
                .isEqualTo(expected(settings, i -> mask.bytes()[i] & 255, null));
    }

    @Test
    void aSelectionMultipliesMaskOrAlpha() {
        assertThat(run(settings, new MaskInput(picture(false), mask, roi)))
                .isEqualTo(
                        expected(settings, i -> ToneTable.masked(mask.bytes()[i] & 255, roi.bytes()[i] & 255), null));
        assertThat(run(settings, new MaskInput(picture(true), null, roi)))
                .isEqualTo(expected(settings, i -> ToneTable.masked(argb[i] >>> 24, roi.bytes()[i] & 255), null));
    }

    @Test
    void insideCountsOnlyWhatTheMaskHolds() {
        MaskSettings inside = settings.withInside(true);
        assertThat(run(inside, new MaskInput(picture(false), mask, null)))
                .isEqualTo(expected(inside, i -> mask.bytes()[i] & 255, i -> (mask.bytes()[i] & 255) >= 128));
        assertThat(run(inside, MaskInput.of(picture(false)))).isEqualTo(expected(settings, i -> 255, null));
        MemoryMask nothing = new MemoryMask(WIDTH, HEIGHT);
        assertThat(run(inside.withInvert(false), new MaskInput(picture(false), nothing, null)))
                .containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 254})
    void hueTurnsTheCircle(int turn) {
        MaskSettings hue = settings.withChannel(Channel.HSV_H).withHue(turn);
        long[] counts = new long[256];
        for (int p : argb) counts[(Channel.HSV_H.value(p) + turn) % 255]++;
        ToneTable table = ToneTable.of(ClipRange.of(Histogram.of(counts)), hue.levels(), true);
        byte[] result = run(hue, MaskInput.of(picture(false)));
        for (int i = 0; i < argb.length; i++)
            assertThat(result[i] & 255).isEqualTo(table.value((Channel.HSV_H.value(argb[i]) + turn) % 255));
    }

    @Test
    void hueIsRefusedForOtherChannels() {
        assertThatThrownBy(() -> settings.withHue(3))
                .hasMessage(
                        "hue is 3, but must be 0 for the channel B (LAB): only H (HSV) and H (LCH) can be shifted.");
        assertThat(settings.withChannel(Channel.HSV_H)
                        .withHue(9)
                        .withChannel(Channel.LAB_A)
                        .hue())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 37, 38, 100, 850, 851, 100_000})
    void tilesOfAnySizeGiveTheSameBytes(int maxPixels) {
        MaskSettings inside = settings.withInside(true);
        MaskInput frame = new MaskInput(picture(true), mask, roi);
        byte[] whole = run(inside, frame);
        ImageToMask job = new ImageToMask(small(maxPixels), inside);
        MemoryMask kept = new MemoryMask(WIDTH, HEIGHT);
        job.mask(frame, kept);
        assertThat(kept.bytes()).isEqualTo(whole);
        MemoryMask twoPasses = new MemoryMask(WIDTH, HEIGHT);
        job.apply(frame, inside.ranges(job.histograms(frame)), twoPasses);
        assertThat(twoPasses.bytes()).isEqualTo(whole);
    }

    @Test
    void aPictureTooLargeToKeepIsReadTwice() {
        Endless picture = new Endless(1 << 14, (1 << 14) + 1);
        ImageToMask job = new ImageToMask(small(Endless.MOST), MaskSettings.of("G (RGB)"));
        byte[] buffer = new byte[Endless.MOST];
        long[] written = new long[1];
        MaskTarget target = new MaskTarget() {
            @Override
            public ByteSpan open(Tile tile) {
                return new ByteSpan(buffer, 0, tile.pixels());
            }

            @Override
            public void written(Tile tile, MaskSpan values) {
                for (int i = 0; i < values.length(); i += 1013)
                    assertThat(((ByteSpan) values).get(i)).isEqualTo(picture.argb[i] >> 8 & 255);
                written[0] += values.length();
                Arrays.fill(buffer, (byte) 0);
            }
        };
        assertThat(job.mask(MaskInput.of(picture), target)).isEqualTo(ClipRanges.of(new ClipRange(0, 255)));
        assertThat(written[0]).isEqualTo(picture.width * picture.height).isGreaterThan(1L << 28);
        assertThat(picture.pixelsRead).isEqualTo(2 * written[0]);
    }

    /** A picture of any size, the same noise in every tile. */
    private final class Endless implements Picture {

        private static final int MOST = 1 << 22;

        private final int[] argb = random.ints(MOST).toArray();
        private final long width;
        private final long height;
        private long pixelsRead;

        Endless(long width, long height) {
            this.width = width;
            this.height = height;
        }

        @Override
        public long width() {
            return width;
        }

        @Override
        public long height() {
            return height;
        }

        @Override
        public Pixels read(Tile tile) {
            pixelsRead += tile.pixels();
            return new Pixels.Packed(argb, 0, tile.pixels(), false);
        }
    }

    @Test
    void differentSizesAreAnErrorThatNamesBoth() {
        assertThatThrownBy(() -> new MaskInput(picture(false), new MemoryMask(5, 6), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The mask is 5 x 6 pixels, but must have the picture's size of 37 x 23.");
    }

    private interface Value {
        int at(int i);
    }

    private interface Choice {
        boolean counts(int i);
    }

    /** The definition, pixel by pixel. */
    private byte[] expected(MaskSettings of, Value factor, Choice counted) {
        long[] counts = new long[256];
        for (int i = 0; i < argb.length; i++)
            if (counted == null || counted.counts(i)) counts[of.channel().value(argb[i])]++;
        ToneTable table = ToneTable.of(ClipRange.of(Histogram.of(counts)), of.levels(), of.invert());
        byte[] result = new byte[argb.length];
        for (int i = 0; i < argb.length; i++)
            result[i] = (byte) ToneTable.masked(table.value(of.channel().value(argb[i])), factor.at(i));
        return result;
    }

    private static byte[] run(MaskSettings of, MaskInput frame) {
        MemoryMask result = new MemoryMask(WIDTH, HEIGHT);
        new ImageToMask(new JavaEngine(), of).mask(frame, result);
        return result.bytes();
    }

    private Picture picture(boolean alpha) {
        return new MemoryPicture(new Pixels.Packed(argb, 0, argb.length, alpha), WIDTH, HEIGHT);
    }

    private MemoryMask noise() {
        byte[] bytes = new byte[WIDTH * HEIGHT];
        random.nextBytes(bytes);
        return new MemoryMask(bytes, WIDTH, HEIGHT);
    }

    /** The Java engine with planes of few pixels. */
    private static Engine small(int maxPixels) {
        return WatchedEngine.of(new JavaEngine())
                .ofPlanes(maxPixels)
                .watch((step, pixels) -> assertThat(pixels).isLessThanOrEqualTo(maxPixels));
    }
}
