package sc.fiji.imagetomask.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.Golden;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.oracle.KnownMask;
import sc.fiji.imagetomask.oracle.Oracle;
import sc.fiji.imagetomask.oracle.RandomCases;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Histograms;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;
import sc.fiji.imagetomask.tone.ToneTable;

/** What every engine must do, byte for byte; a subclass only supplies the engine. */
public abstract class EngineContract {

    private static final ClipRange WHOLE = new ClipRange(0, 255);
    private static final Tone IDENTITY = new Tone(WHOLE, Levels.NONE, false);

    protected abstract Engine engine();

    /** Where it is missing, a test is skipped before it makes its pictures. */
    @BeforeEach
    void itIsThere() {
        engine();
    }

    @ParameterizedTest
    @EnumSource
    void everyColourGivesTheReferencesByte(Channel channel) {
        int[] colours = new int[1 << 24];
        for (int i = 0; i < colours.length; i++) colours[i] = i;
        byte[] values = new byte[colours.length];
        try (ChannelPlane plane =
                engine().plane(new Pixels.Packed(colours, 0, colours.length, false), SomeFormulas.of(channel))) {
            plane.apply(IDENTITY, null, ByteSpan.of(values));
            assertThat(Golden.sha256(values)).isEqualTo(Golden.allColours().get(channel.label()));
            assertThat(plane.histogram()).isEqualTo(histogram(ByteSpan.of(values), null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyColourInPlanesGivesTheReferencesByte(Channel channel) {
        byte[][] planes = new byte[3][1 << 24];
        for (int i = 0; i < 1 << 24; i++) for (int c = 0; c < 3; c++) planes[c][i] = (byte) (i >> 16 - 8 * c);
        byte[] values = new byte[1 << 24];
        try (ChannelPlane plane =
                engine().plane(new Pixels.Planar(planes, 0, values.length), SomeFormulas.of(channel))) {
            plane.apply(IDENTITY, null, ByteSpan.of(values));
            assertThat(Golden.sha256(values)).isEqualTo(Golden.allColours().get(channel.label()));
            assertThat(plane.histogram()).isEqualTo(histogram(ByteSpan.of(values), null));
        }
    }

    /** ToneTest shows of every table that it is the reference's. */
    @Test
    void tablesOfLevelsAndRangesAreApplied() {
        byte[] values = new byte[256];
        for (int v = 0; v < 256; v++) values[v] = (byte) v;
        List<Tone> tones = new ArrayList<>();
        for (int k = 1; k < 1000; k += 7) tones.add(new Tone(WHOLE, new Levels(0, 255, k / 100.0), k % 2 == 0));
        for (int black = 0; black < 256; black += 15)
            for (int white = 0; white < 256; white += 17) {
                tones.add(new Tone(WHOLE, new Levels(black, white, 1), false));
                tones.add(new Tone(WHOLE, new Levels(black, white, 1.5), true));
                if (black < white) tones.add(new Tone(new ClipRange(black, white), Levels.NONE, false));
            }
        try (ChannelPlane plane = engine().plane(grey(values), Channel.RGB_R)) {
            for (Tone tone : tones) {
                ByteSpan out = ByteSpan.allocate(256);
                plane.apply(tone, null, out);
                assertThat(out.array()).as("%s", tone).isEqualTo(tone.table().toArray());
            }
        }
    }

    @Test
    void everyValueIsMultipliedWithEveryMaskValue() {
        byte[] values = new byte[65536];
        byte[] mask = new byte[65536];
        for (int i = 0; i < 65536; i++) {
            values[i] = (byte) i;
            mask[i] = (byte) (i >> 8);
        }
        byte[] products = new byte[65536];
        try (ChannelPlane plane = engine().plane(grey(values), Channel.RGB_G)) {
            plane.apply(IDENTITY, ByteSpan.of(mask), ByteSpan.of(products));
        }
        assertThat(Golden.sha256(products))
                .isEqualTo(Golden.hashes("normalize.tsv").get("mask product"));
    }

    @ParameterizedTest
    @EnumSource
    void everyLayoutOfAnyLengthGivesTheChannelsValues(Channel channel) {
        ChannelFormula formula = SomeFormulas.of(channel);
        for (int length : new int[] {0, 1, 2, 3, 5, 7, 255, 256, 257, 65537})
            for (Pixels.EightBit pixels : Layouts.of(length)) {
                int[] argb = new int[length];
                pixels.pack(0, length, argb);
                ByteSpan expected = ByteSpan.allocate(length);
                IntUnaryOperator values = formula.values();
                for (int i = 0; i < length; i++) expected.array()[i] = (byte) values.applyAsInt(argb[i]);
                try (ChannelPlane plane = engine().plane(pixels, formula)) {
                    assertThat(plane.length()).isEqualTo(length);
                    assertThat(plane.histogram()).isEqualTo(histogram(expected, null));
                    assertThat(applied(plane, null)).as("%s", pixels).isEqualTo(expected.array());
                }
            }
    }

    /** More channels than one run of a kernel can count, among them distances and stains of several kinds. */
    @Test
    void manyChannelsOfSeveralSetsAreCountedAtOnce() {
        Random random = new Random(17);
        List<ChannelFormula> formulas = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            formulas.add(SomeFormulas.of(channel));
            formulas.add(SomeFormulas.random(channel, random).first().formula());
        }
        for (int[] lengths :
                new int[][] {{1, 0, 3}, {0, 70001, 257}, {5000, 9000}, {0}, {300, 2, 4095, 16}, {1, 2, 3, 4, 5}})
            for (int layout = 0; layout < Layouts.of(0).size(); layout++) {
                int kind = layout;
                List<Pixels> sets = Arrays.stream(lengths)
                        .<Pixels>mapToObj(length -> Layouts.of(length).get(kind))
                        .toList();
                List<Histograms> counted = engine().histograms(sets, formulas);
                assertThat(counted).isEqualTo(expected(sets, formulas));
            }
        List<Pixels> mixed = List.of(
                Layouts.of(99).get(0), Layouts.of(1000).get(Layouts.of(0).size() - 1));
        assertThat(engine().histograms(mixed, formulas)).isEqualTo(expected(mixed, formulas));
    }

    private static List<Histograms> expected(List<Pixels> sets, List<ChannelFormula> formulas) {
        return sets.stream()
                .map(set -> new Histograms(formulas.stream()
                        .map(formula -> {
                            IntUnaryOperator values = formula.values();
                            long[] counts = new long[256];
                            for (int i = 0; i < set.length(); i++)
                                counts[values.applyAsInt(((Pixels.EightBit) set).argb(i))]++;
                            return Histogram.of(counts);
                        })
                        .toList()))
                .toList();
    }

    @Test
    void countedChannelsHaveTheirValues() {
        List<ChannelFormula> formulas =
                Stream.of(Channel.values()).map(SomeFormulas::of).toList();
        List<ChannelFormula> chosen = List.of(formulas.get(9), formulas.get(17), formulas.get(2));
        for (int length : new int[] {0, 3, 40_003})
            for (Pixels.EightBit pixels : Layouts.of(length)) {
                List<CountedChannels> counted = engine().counted(List.of(pixels), formulas);
                try (CountedChannels channels = counted.get(0)) {
                    assertThat(channels.histograms())
                            .isEqualTo(expected(List.of(pixels), formulas).get(0));
                    List<byte[]> values = channels.values(chosen);
                    for (int c = 0; c < chosen.size(); c++) {
                        byte[] right = new byte[length];
                        for (int i = 0; i < length; i++)
                            right[i] = (byte) chosen.get(c).value(pixels.argb(i));
                        assertThat(values.get(c)).isEqualTo(right);
                    }
                }
            }
    }

    @Test
    void planesOfSeveralChannelsAreThoseOfEachAlone() {
        List<ChannelFormula> formulas =
                Stream.of(Channel.values()).map(SomeFormulas::of).toList();
        for (Pixels.EightBit pixels : Layouts.of(3001)) {
            List<ChannelPlane> planes = engine().planes(pixels, formulas);
            for (int i = 0; i < formulas.size(); i++)
                try (ChannelPlane plane = planes.get(i)) {
                    byte[] values = applied(plane, null);
                    for (int p = 0; p < values.length; p++)
                        assertThat(values[p] & 255).isEqualTo(formulas.get(i).value(pixels.argb(p)));
                }
        }
    }

    @Test
    void partsOfPixelsMakeTheWhole() {
        for (Pixels pixels : Layouts.of(1000)) {
            byte[] whole = values(pixels, Channel.LAB_B);
            byte[] parts = new byte[1000];
            int at = 0;
            for (int n : new int[] {1, 256, 3, 511, 229}) {
                System.arraycopy(values(pixels.part(at, n), Channel.LAB_B), 0, parts, at, n);
                at += n;
            }
            assertThat(parts).isEqualTo(whole);
        }
    }

    @Test
    void onlyTheRunsThatAreMeantAreReadAndWritten() {
        byte[] values = Layouts.noise(1, 3000);
        byte[] mask = Layouts.noise(2, 3000);
        byte[] maskBefore = mask.clone();
        byte[] out = new byte[3000];
        Arrays.fill(out, (byte) 77);
        try (ChannelPlane plane = engine().plane(new Pixels.Planar(new byte[][] {values}, 13, 1999), Channel.RGB_G)) {
            plane.apply(IDENTITY, new ByteSpan(mask, 101, 1999), new ByteSpan(out, 57, 1999));
        }
        for (int i = 0; i < out.length; i++) {
            boolean inside = i >= 57 && i < 57 + 1999;
            int expected = inside ? ToneTable.masked(values[i - 57 + 13] & 255, mask[i - 57 + 101] & 255) : 77;
            assertThat(out[i] & 255).as("byte %d", i).isEqualTo(expected);
        }
        assertThat(mask).isEqualTo(maskBefore);
    }

    @Test
    void histogramInsideCountsWhereTheMaskIsAtLeastHalf() {
        for (int length : new int[] {1, 3, 256, 257, 65537}) {
            byte[] values = Layouts.noise(3, length);
            ByteSpan inside = new ByteSpan(Layouts.noise(4, length + 9), 9, length);
            try (ChannelPlane plane = engine().plane(grey(values), Channel.HSV_V)) {
                assertThat(plane.histogram(inside)).isEqualTo(histogram(ByteSpan.of(values), inside));
                assertThat(plane.histogram(ByteSpan.allocate(length))).isEqualTo(Histogram.EMPTY);
            }
        }
    }

    @Test
    void aPlaneGivesAnotherMaskForEachTableAndClosesTwice() {
        ChannelPlane plane = engine().plane(grey(Layouts.noise(5, 5000)), Channel.RGB_R);
        byte[] identity = applied(plane, null);
        byte[] inverted = new byte[5000];
        plane.apply(new Tone(WHOLE, Levels.NONE, true), null, ByteSpan.of(inverted));
        for (int i = 0; i < 5000; i++) assertThat(inverted[i]).isEqualTo((byte) ~identity[i]);
        assertThat(applied(plane, null)).isEqualTo(identity);
        plane.close();
        plane.close();
    }

    @Test
    void severalThreadsShareOneEngineAndOnePlane() throws Exception {
        Engine engine = engine();
        byte[] shared = Layouts.noise(6, 70001);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (ChannelPlane sharedPlane = engine.plane(grey(shared), Channel.RGB_R)) {
            List<Callable<Void>> jobs = new ArrayList<>();
            for (int job = 0; job < 200; job++) {
                int seed = job;
                jobs.add(() -> {
                    byte[] own = Layouts.noise(seed, 1 + seed * 97);
                    ByteSpan mask = ByteSpan.of(Layouts.noise(-seed, 70001));
                    try (ChannelPlane plane = engine.plane(grey(own), Channel.RGB_B)) {
                        assertThat(plane.histogram()).isEqualTo(histogram(ByteSpan.of(own), null));
                        assertThat(applied(plane, null)).isEqualTo(own);
                    }
                    assertThat(applied(sharedPlane, mask)).isEqualTo(products(shared, mask));
                    assertThat(sharedPlane.histogram(mask)).isEqualTo(histogram(ByteSpan.of(shared), mask));
                    return null;
                });
            }
            for (Future<Void> job : threads.invokeAll(jobs)) job.get();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theProjectsOwnMasksAreMade() {
        Path own = Path.of("src", "test", "resources", "golden", "own");
        assertMade(KnownMask.read(own.resolve("masks.tsv"), own), 55);
    }

    @Test
    void theReferencesMasksAreMade() {
        Path golden = Path.of("..", "shared", "golden");
        Assumptions.assumeTrue(Files.isDirectory(golden), () -> "The reference's 384 masks are not here: " + golden);
        assertMade(KnownMask.read(golden.resolve("masks.tsv"), golden.resolve("images")), 384);
    }

    @Test
    void randomPicturesBecomeTheOraclesMasks(@TempDir Path folder) {
        assertMade(Oracle.answers(RandomCases.of(20260101, 104), folder), 104);
    }

    private void assertMade(List<KnownMask> masks, int count) {
        Engine engine = engine();
        assertThat(masks).hasSize(count);
        assertThat(masks).allMatch(mask -> mask.isMadeBy(engine), "is made with its clip range and bytes");
    }

    private byte[] values(Pixels pixels, Channel channel) {
        try (ChannelPlane plane = engine().plane(pixels, channel)) {
            return applied(plane, null);
        }
    }

    private static byte[] applied(ChannelPlane plane, ByteSpan mask) {
        ByteSpan out = ByteSpan.allocate(plane.length());
        plane.apply(IDENTITY, mask, out);
        return out.array();
    }

    private static Pixels grey(byte[] values) {
        return new Pixels.Planar(new byte[][] {values}, 0, values.length);
    }

    private static byte[] products(byte[] values, ByteSpan mask) {
        byte[] products = new byte[values.length];
        for (int i = 0; i < values.length; i++) products[i] = (byte) ToneTable.masked(values[i] & 255, mask.get(i));
        return products;
    }

    private static Histogram histogram(ByteSpan values, ByteSpan inside) {
        long[] counts = new long[256];
        for (int i = 0; i < values.length(); i++) if (inside == null || inside.get(i) >= 128) counts[values.get(i)]++;
        return Histogram.of(counts);
    }
}
