package sc.fiji.imagetomask.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.gui.OvalRoi;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.Join;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Needs;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.sample.TruthPicture;

class MaskFinderTest {

    private static final Engine ENGINE = new JavaEngine();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brown",
                "nuclei",
                "lumen",
                "spots",
                "blue nuclei",
                "patches 1",
                "shaded patches 3",
                "JPEG patches 2"
            })
    void someStrokesAreEnough(String name) {
        TruthPicture drawn = TruthPicture.named(name);
        assertThat(dice(drawn, found(drawn, 50, false).get(0).settings())).isGreaterThan(0.85);
        assertThat(dice(drawn, found(drawn, 50, true).get(0).settings())).isGreaterThan(0.85);
    }

    /** What a few pixels are taken from has a wider spread than they have. */
    @Test
    void fivePixelsSayEnoughOfColoursWithNoise() {
        double mean = TruthPicture.all().stream()
                .filter(drawn -> drawn.name().contains("patches"))
                .mapToDouble(drawn -> dice(drawn, found(drawn, 5, true).get(0).settings()))
                .average()
                .orElseThrow();
        assertThat(mean).isGreaterThan(0.85);
    }

    @Test
    void theScoreIsTheBalancedAccuracyOfTheMask() {
        TruthPicture drawn = TruthPicture.named("patches 2");
        FoundMask best = found(drawn, 500, true).get(0);
        assertThat(best.score()).isGreaterThan(0.95);
        assertThat(dice(drawn, best.settings())).isGreaterThan(0.99);
        assertThat(found(drawn, 500, true))
                .isSortedAccordingTo((a, b) -> Double.compare(Candidate.rank(b), Candidate.rank(a)));
    }

    @Test
    void aRedThatHueTearsInTwoIsOneBand() {
        int[] argb = IntStream.range(0, 64 * 64)
                .map(i -> i % 64 < 20
                        ? (i % 2 == 0 ? 0xff_c8_28_32 : 0xff_c8_32_28)
                        : i / 64 % 2 == 0 ? 0xff_28_c8_32 : 0xff_32_28_c8)
                .toArray();
        boolean[] red = marks(argb.length, i -> i % 64 < 20);
        FoundMask hue = new MaskFinder(ENGINE)
                .find(List.of(new Marked(picture(argb, 64), map(red, 64), null)), MaskSettings.DEFAULT).stream()
                        .filter(one -> one.settings().channel().label().equals("H (HSV)"))
                        .findAny()
                        .orElseThrow();
        assertThat(hue.score()).isGreaterThan(0.99);
        byte[] mask = mask(picture(argb, 64), hue.settings());
        for (int i = 0; i < mask.length; i++) assertThat((mask[i] & 255) >= 128).isEqualTo(red[i]);
    }

    /** Colours of all kinds, of which those with much red and little blue are the object: a corner that no channel cuts off. */
    @Test
    void twoChannelsWhereOneDoesNotSuffice() {
        int[] argb = new Random(8).ints(128 * 128).map(i -> i | 255 << 24).toArray();
        boolean[] corner = marks(argb.length, i -> (argb[i] >> 16 & 255) > 170 && (argb[i] & 255) < 85);
        boolean[] others = marks(argb.length, i -> !corner[i]);
        List<FoundMask> found = new MaskFinder(ENGINE)
                .find(
                        List.of(new Marked(picture(argb, 128), map(corner, 128), map(others, 128))),
                        MaskSettings.DEFAULT);

        assertThat(found.get(0).settings().terms()).hasSize(2);
        assertThat(found.get(0).settings().further()).allMatch(term -> term.join() == Join.AND);
        assertThat(found.subList(1, found.size()))
                .allMatch(one -> one.settings().terms().size() == 1);
        assertThat(found.get(0).score()).isGreaterThan(found.get(1).score() + 0.02);
        assertThat(accuracy(mask(picture(argb, 128), found.get(0).settings()), corner))
                .isGreaterThan(0.98)
                .isGreaterThan(accuracy(mask(picture(argb, 128), found.get(1).settings()), corner) + 0.02);
    }

    /** An oval over brown, purple, pink and white: no two channels are told of which one alone has the whole picture inside. */
    @Test
    void noChannelOfAPairIsWithoutEffect() throws IOException {
        BufferedImage section = ImageIO.read(new File("docs/sample-tissue.png"));
        int width = section.getWidth();
        int[] argb = section.getRGB(0, 0, width, section.getHeight(), null, 0, width);
        OvalRoi oval = new OvalRoi(240, 140, 12, 12);
        boolean[] object = marks(argb.length, i -> oval.contains(i % width, i / width));
        FoundMask best = new MaskFinder(ENGINE)
                .find(List.of(new Marked(picture(argb, width), map(object, width), null)), MaskSettings.DEFAULT)
                .get(0);
        for (Term term : best.settings().terms()) {
            byte[] alone = mask(picture(argb, width), MaskSettings.DEFAULT.withTerms(List.of(term)));
            assertThat(IntStream.range(0, alone.length).anyMatch(i -> (alone[i] & 255) < 128))
                    .as(best.channels())
                    .isTrue();
        }
    }

    private static double accuracy(byte[] mask, boolean[] object) {
        double in = 0;
        double out = 0;
        double all = 0;
        for (int i = 0; i < mask.length; i++) {
            boolean isInside = (mask[i] & 255) >= 128;
            if (object[i]) all++;
            if (object[i] && isInside) in++;
            if (!object[i] && !isInside) out++;
        }
        return (in / all + out / (mask.length - all)) / 2;
    }

    @Test
    void oneClickIsEnough() {
        TruthPicture drawn = TruthPicture.named("patches 3");
        int place = IntStream.range(0, drawn.argb().length)
                .filter(i -> drawn.isObject()[i])
                .findFirst()
                .orElseThrow();
        List<FoundMask> found = new MaskFinder(ENGINE)
                .find(
                        List.of(new Marked(
                                picture(drawn.argb(), drawn.width()),
                                map(marks(drawn.argb().length, i -> i == place), drawn.width()),
                                null)),
                        MaskSettings.DEFAULT);
        assertThat(dice(drawn, found.get(0).settings())).isGreaterThan(0.5);
    }

    @Test
    void picturesOf16BitsAreSeparatedAsWell() {
        TruthPicture drawn = TruthPicture.named("patches 2");
        Samples[] channels = new Samples[3];
        for (int c = 0; c < 3; c++) {
            short[] values = new short[drawn.argb().length];
            for (int i = 0; i < values.length; i++) values[i] = (short) ((drawn.argb()[i] >> 16 - 8 * c & 255) * 257);
            channels[c] = new Samples.Shorts(values, new Samples.Range(0, 65535));
        }
        Picture deep = new MemoryPicture(
                new Pixels.HighBitDepth(channels, 0, drawn.argb().length), drawn.width(), drawn.height());
        WeightMap object = map(drawn.stroke(true, 50, 1), drawn.width());
        FoundMask found = new MaskFinder(ENGINE)
                .find(List.of(new Marked(deep, object, null)), MaskSettings.DEFAULT)
                .get(0);
        assertThat(dice(drawn, found.settings())).isGreaterThan(0.98);
    }

    /** All channels' histograms, of the object and of the rest, and so all settings and scores. */
    @ParameterizedTest
    @ValueSource(strings = {"brown", "spots", "shaded patches 3", "JPEG patches 2"})
    void openClFindsTheSame(String name) {
        TruthPicture drawn = TruthPicture.named(name);
        Engine openCl = Needs.engine("opencl");
        for (boolean withBackground : new boolean[] {false, true})
            assertThat(found(openCl, drawn, 50, withBackground)).isEqualTo(found(drawn, 50, withBackground));
    }

    /** In 16 and 32 bits the same edge is found, and a value between two of the 256 steps counts as the nearer one. */
    @Test
    void aHardEdgeIn16And32BitsIsWhereItIsIn8Bits() {
        int size = 256;
        short[] shorts = new short[size * size];
        float[] floats = new float[size * size];
        int[] lower = new int[size * size];
        int[] nearer = new int[size * size];
        boolean[] isObject = new boolean[size * size];
        for (int i = 0; i < shorts.length; i++) {
            double value = (i < 30000 ? 60 * 257 + i % 257 : 62 * 257 + i % 257) / 257.0;
            isObject[i] = value >= 62;
            shorts[i] = (short) Math.round(257 * value);
            floats[i] = (float) (value / 255);
            lower[i] = 255 << 24 | (int) value * 0x10101;
            nearer[i] = 255 << 24 | (int) Math.round(value) * 0x10101;
        }
        MaskSettings hard = red(marked(new Pixels.Packed(lower, 0, lower.length, false), isObject, size));
        assertThat(hard.levels().white() - hard.levels().black()).isEqualTo(1);
        byte[] expected = mask(picture(nearer, size), hard);
        assertThat(expected).contains(0, 255);
        for (Samples deep : List.of(
                new Samples.Shorts(shorts, new Samples.Range(0, 65535)),
                new Samples.Floats(floats, Samples.Range.UNIT))) {
            Marked marked = marked(new Pixels.HighBitDepth(new Samples[] {deep}, 0, shorts.length), isObject, size);
            assertThat(red(marked)).isEqualTo(hard);
            byte[] mask = mask(marked.picture(), hard);
            for (int i = 0; i < mask.length; i++)
                assertThat((mask[i] & 255) >= 128).as("pixel " + i).isEqualTo((expected[i] & 255) >= 128);
        }
    }

    private static MaskSettings red(Marked marked) {
        return new MaskFinder(ENGINE)
                .find(List.of(marked), MaskSettings.DEFAULT).stream()
                        .map(FoundMask::settings)
                        .filter(settings -> settings.channel().label().equals("R (RGB)"))
                        .findAny()
                        .orElseThrow();
    }

    private static Marked marked(Pixels pixels, boolean[] isObject, int width) {
        Picture picture = new MemoryPicture(pixels, width, isObject.length / width);
        return new Marked(picture, map(isObject, width), map(marks(isObject.length, i -> !isObject[i]), width));
    }

    @Test
    void theSearchTellsItsStepsAndCanBeStoppedAtEach() {
        TruthPicture drawn = TruthPicture.named("patches 2");
        Marked marked =
                new Marked(picture(drawn.argb(), drawn.width()), map(drawn.stroke(true, 50, 1), drawn.width()), null);
        List<String> steps = new ArrayList<>();
        new MaskFinder(ENGINE).find(List.of(marked), MaskSettings.DEFAULT, (done, of) -> steps.add(done + " of " + of));
        assertThat(steps).containsExactly("0 of 1", "0 of 2", "1 of 2", "2 of 2");
        for (int stop = 0; stop < steps.size(); stop++) {
            int last = stop;
            assertThatThrownBy(() -> {
                        int[] step = new int[1];
                        new MaskFinder(ENGINE).find(List.of(marked), MaskSettings.DEFAULT, (done, of) -> {
                            if (step[0]++ == last) throw new CancellationException("enough");
                        });
                    })
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void asOnThePage() {
        // snippet: find
        int[] argb = new int[64 * 64]; // your pixels, 0xAARRGGBB
        byte[] object = new byte[64 * 64]; // 255 where the object is marked
        for (int i = 0; i < argb.length; i++) argb[i] = i % 64 < 20 ? 0xff804020 : 0xffd0c0e0;
        for (int y = 5; y < 10; y++) for (int x = 5; x < 10; x++) object[64 * y + x] = (byte) 255;
        MemoryPicture picture = new MemoryPicture(new Pixels.Packed(argb, 0, argb.length, false), 64, 64);
        Marked marked = new Marked(picture, new MemoryMask(object, 64, 64), null);
        List<FoundMask> found =
                new MaskFinder(EngineChoice.auto().engine()).find(List.of(marked), MaskSettings.DEFAULT);
        MaskSettings best = found.get(0).settings();
        // end
        assertThat(found.get(0).score()).isGreaterThan(0.98);
        byte[] mask = mask(picture, best);
        for (int i = 0; i < mask.length; i++) assertThat(mask[i] & 255).isEqualTo(i % 64 < 20 ? 255 : 0);
    }

    @Test
    void whatCannotBeSeparatedIsToldInOneSentence() {
        int[] grey = new int[100];
        WeightMap half = map(marks(100, i -> i < 50), 10);
        assertError(new Marked(picture(grey, 10), half, null), "No channel separates");
        assertError(
                new Marked(picture(grey, 10), map(new boolean[100], 10), null), "No pixel of the picture is marked");
        assertError(new Marked(picture(grey, 10), null, half), "No pixel of the picture is marked");
        assertError(
                new Marked(picture(grey, 10), map(marks(100, i -> true), 10), null),
                "All pixels of the picture are marked");
        String noBackground = "No pixel of the picture is marked as the background alone";
        assertError(new Marked(picture(grey, 10), half, map(new boolean[100], 10)), noBackground);
        assertError(new Marked(picture(grey, 10), half, half), noBackground);
        assertThatThrownBy(() -> new Marked(picture(grey, 10), map(new boolean[90], 9), null))
                .hasMessageContaining("9 x 10 pixels, but must have the picture's size of 10 x 10");
    }

    @Test
    void veryManyPixelsAreThinnedEvenly() {
        PixelSample sample = new PixelSample(0);
        Pixels one = new Pixels.Packed(new int[] {0x010203}, 0, 1, false);
        for (int place = 0; place < 1 << 21; place++) sample.offer(place, one, 0);
        assertThat(sample.length()).isBetween(1 << 16, 1 << 17);
        PixelSample known = new PixelSample(1 << 21);
        int[] columns = new int[8];
        for (int place = 0; place < 1 << 21; place++) {
            int before = known.length();
            known.offer(place, one, 0);
            if (known.length() > before) columns[place % 8]++;
        }
        double eighth = known.length() / 8.0;
        for (int count : columns) assertThat(count / eighth).isBetween(0.97, 1.03);
    }

    private static void assertError(Marked marked, String sentence) {
        assertThatThrownBy(() -> new MaskFinder(ENGINE).find(List.of(marked), MaskSettings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static List<FoundMask> found(TruthPicture drawn, int pixels, boolean withBackground) {
        return found(ENGINE, drawn, pixels, withBackground);
    }

    private static List<FoundMask> found(Engine engine, TruthPicture drawn, int pixels, boolean withBackground) {
        WeightMap object = map(drawn.stroke(true, pixels, 1), drawn.width());
        WeightMap background = withBackground ? map(drawn.stroke(false, pixels, 2), drawn.width()) : null;
        return new MaskFinder(engine)
                .find(
                        List.of(new Marked(picture(drawn.argb(), drawn.width()), object, background)),
                        MaskSettings.DEFAULT);
    }

    private static Picture picture(int[] argb, int width) {
        return new MemoryPicture(new Pixels.Packed(argb, 0, argb.length, false), width, argb.length / width);
    }

    private static boolean[] marks(int length, java.util.function.IntPredicate is) {
        boolean[] marks = new boolean[length];
        for (int i = 0; i < length; i++) marks[i] = is.test(i);
        return marks;
    }

    private static WeightMap map(boolean[] marks, int width) {
        byte[] bytes = new byte[marks.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (marks[i] ? 255 : 0);
        return new MemoryMask(bytes, width, bytes.length / width);
    }

    private static byte[] mask(Picture picture, MaskSettings settings) {
        MemoryMask mask = new MemoryMask((int) picture.width(), (int) picture.height());
        new ImageToMask(ENGINE, settings).mask(MaskInput.of(picture), mask);
        return mask.bytes();
    }

    private static double dice(TruthPicture drawn, MaskSettings settings) {
        byte[] mask = mask(picture(drawn.argb(), drawn.width()), settings);
        int both = 0;
        int sum = 0;
        for (int i = 0; i < mask.length; i++) {
            boolean in = (mask[i] & 255) >= 128;
            if (in && drawn.isObject()[i]) both++;
            sum += (in ? 1 : 0) + (drawn.isObject()[i] ? 1 : 0);
        }
        return 2.0 * both / sum;
    }
}
