package sc.fiji.imagetomask.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.RandomTerms;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.channel.White;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.zarr.DataType;

/** Random images, settings, masks and blocks: every byte of every file is the same as without Spark. */
class RandomJobsTest {

    private static final List<DataType> TYPES =
            List.of(DataType.UINT8, DataType.UINT8, DataType.UINT16, DataType.FLOAT32);
    private static final List<String> CHANNELS = List.of(
            "L (LAB)",
            "B (LAB)",
            "R (RGB)",
            "Alpha",
            "U (YUV)",
            "H (HSV)",
            "S (HSV)",
            "V (HSV)",
            "Stain 2",
            "Distance");

    @TempDir
    private Path folder;

    private Random random;

    @BeforeAll
    static void useLocal() {
        Local.use();
    }

    @AfterAll
    static void dontUseLocal() {
        Local.dontUse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyByteIsTheSame(int seed) throws IOException {
        random = new Random(seed);
        SampleImage image = image(axes(), seed);
        image.write(folder.resolve("picture.ome.zarr"));
        List<Object> words = new ArrayList<>();
        List<Integer> channels = channels(image, words);
        Samples.Range range = range(image.type(), words);
        SampleImage mask = random.nextInt(3) == 0 ? null : mask(image, seed, words);
        settings(words);

        List<Object> cluster = with(words, folder.resolve("cluster.ome.zarr"));
        Local.Outcome outcome = Local.run(cluster.toArray());
        assertThat(outcome.err())
                .allMatch(
                        line -> line.matches(
                                "The mask is \\d+ everywhere.*: .*\\.|Term \\d of the mask has no effect: .*\\."
                                        + "|inside is true, but there is neither .*\\.|maskvalues is labels, but there is no mask image, .*\\."));
        assertThat(outcome.status()).as("%s %s", image, words).isZero();

        JobArguments one =
                Local.words(with(words, folder.resolve("one.ome.zarr")).toArray());
        MaskPlan plan = MaskPlan.of(one, one.options());
        if (plan.settings().channel().isStain())
            assertThat(plan.settings().stains()).isEqualTo(Stains.parse("H AEC").with(new White(240, 236, 228)));
        if (plan.settings().channel().isDistance())
            assertThat(plan.settings().colours().rgb()).containsExactly(0xb5651d, 0x404080);
        OmeZarrOutput output = OmeZarrOutput.create(folder.resolve("one.ome.zarr"), plan.spec(), false);
        OneMachine.write(output, plan.spec(), image, channels, range, mask, plan.settings());
        Local.assertSame(folder.resolve("cluster.ome.zarr"), folder.resolve("one.ome.zarr"));
    }

    private List<Object> with(List<Object> words, Path output) {
        List<Object> all = new ArrayList<>(words);
        all.addAll(List.of(folder.resolve("picture.ome.zarr"), output));
        return all;
    }

    private String axes() {
        List<String> letters = new ArrayList<>(List.of("y", "x"));
        for (String more : List.of("t", "c", "c", "z"))
            if (!letters.contains(more) && random.nextBoolean()) letters.add(more);
        if (random.nextInt(3) == 0) Collections.shuffle(letters, random);
        else letters.sort((a, b) -> "tczyx".indexOf(a) - "tczyx".indexOf(b));
        return String.join("", letters);
    }

    private SampleImage image(String axes, long seed) {
        Map<String, Integer> size = new HashMap<>();
        Map<String, Integer> chunk = new HashMap<>();
        for (String axis : axes.split("")) {
            boolean inPlane = "yx".contains(axis);
            size.put(axis, inPlane ? 20 + random.nextInt(130) : 1 + random.nextInt(axis.equals("c") ? 5 : 3));
            chunk.put(axis, inPlane ? 16 + random.nextInt(48) : 1 + random.nextInt(2));
        }
        return new SampleImage(axes, size, chunk, pick(TYPES), pick(List.of(OmeVersion.values())), seed);
    }

    private List<Integer> channels(SampleImage image, List<Object> words) {
        int has = image.along("c");
        if (has % 2 == 1 && has < 5 && random.nextInt(4) > 0)
            return IntStream.range(0, has).boxed().toList();
        List<Integer> chosen =
                random.ints(3 + random.nextInt(2), 0, has).boxed().toList();
        words.addAll(List.of(
                "--rgb",
                String.join(",", chosen.stream().map(c -> String.valueOf(c + 1)).toList())));
        return image.axes().contains("c") ? chosen : List.of(0);
    }

    private Samples.Range range(DataType type, List<Object> words) {
        if (random.nextInt(3) > 0) return null;
        Samples.Range range = type == DataType.FLOAT32
                ? new Samples.Range(0.25f, 0.75f)
                : type == DataType.UINT16 ? new Samples.Range(5000, 52000) : new Samples.Range(20, 180);
        words.addAll(List.of("--range", range.min() + "," + range.max()));
        return range;
    }

    private SampleImage mask(SampleImage image, long seed, List<Object> words) throws IOException {
        SampleImage other = image("tczyx", seed + 1000);
        Map<String, Integer> size = other.size();
        size.put("t", random.nextBoolean() ? 1 : image.along("t"));
        size.put("z", random.nextBoolean() ? 1 : image.along("z"));
        size.put("c", random.nextBoolean() ? 1 : 3);
        size.put("y", image.along("y"));
        size.put("x", image.along("x"));
        other.write(folder.resolve("mask of it.ome.zarr"));
        words.addAll(List.of("--mask", folder.resolve("mask of it.ome.zarr")));
        return other;
    }

    private void settings(List<Object> words) {
        String channel = pick(CHANNELS);
        words.addAll(List.of("--channel", channel, "--engine", "java", "--black", random.nextInt(120)));
        words.addAll(List.of("--white", 130 + random.nextInt(126), "--gray", 0.5 + random.nextInt(20) / 10.0));
        if (channel.equals("Stain 2")) words.addAll(List.of("--stains", "H AEC", "--background", "240,236,228"));
        if (channel.equals("Distance")) words.addAll(List.of("--colour", "#b5651d,404080"));
        if (channel.equals("H (HSV)")) words.addAll(List.of("--hue", random.nextInt(255)));
        if (random.nextInt(3) == 0) words.addAll(List.of("--clip", pick(List.of("none", "30,200", "110,140"))));
        if (random.nextInt(3) == 0) words.addAll(List.of("--white2", 150, "--black2", 151 + random.nextInt(100)));
        if (random.nextBoolean()) words.add("--invert");
        if (random.nextBoolean()) words.add("--inside");
        if (random.nextBoolean()) words.addAll(List.of("--statistics", "stack"));
        if (random.nextBoolean()) {
            MaskSettings further = MaskSettings.DEFAULT.withFurther(RandomTerms.further(1 + random.nextInt(2), random));
            words.addAll(List.of("--terms", MaskOption.TERMS.text(MaskOptions.DEFAULT.with(further))));
        }
        words.addAll(List.of("--output", pick(List.of("8-bit", "32-bit", "binary"))));
        words.addAll(List.of("--block", 16 + random.nextInt(60)));
        words.addAll(List.of("--zarr-version", pick(List.of("0.4", "0.5"))));
        words.addAll(List.of("--compression", pick(List.of("none", "gzip", "zstd", "blosc"))));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
