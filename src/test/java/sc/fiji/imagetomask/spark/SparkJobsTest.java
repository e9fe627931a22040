package sc.fiji.imagetomask.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.zarr.DataType;

/** What jobs do when they run twice, are started again, cannot read, or are asked for what cannot be. */
class SparkJobsTest {

    private static final SampleImage IMAGE = new SampleImage(
            "czyx",
            Map.of("c", 3, "z", 2, "y", 150, "x", 130),
            Map.of("c", 1, "y", 32, "x", 32),
            DataType.UINT8,
            OmeVersion.V0_4,
            5);

    @TempDir
    private Path folder;

    private Path picture;
    private Path mask;

    @BeforeAll
    static void useLocal() {
        Local.use();
    }

    @AfterAll
    static void dontUseLocal() {
        Local.dontUse();
    }

    @BeforeEach
    void writePicture() throws IOException {
        picture = folder.resolve("picture.ome.zarr");
        mask = folder.resolve("mask.ome.zarr");
        IMAGE.write(picture);
    }

    private Object[] words(Path output, Object... more) {
        Object[] usual = {"--channel", "S (HSV)", "--engine", "java", "--block", "32", picture, output};
        return Stream.concat(Arrays.stream(usual), Arrays.stream(more)).toArray();
    }

    private Path clean(Object... more) {
        Path clean = folder.resolve("clean.ome.zarr");
        assertThat(Local.run(words(clean, more)).status()).isZero();
        return clean;
    }

    /** The machines that work on the job read the preset file, too: its path is that on a drive that they share. */
    @Test
    void settingsOfAPresetApplyAndOptionsBesideItWin() throws IOException {
        Path preset = Files.writeString(folder.resolve("mine.txt"), "channel=[B (LAB)] black=40 white=200");
        Object[] usual = {"--engine", "java", "--block", "32"};
        job(usual, mask, "--preset", preset, "--white", 90);
        Path expected = folder.resolve("expected.ome.zarr");
        job(usual, expected, "--channel", "B (LAB)", "--black", 40, "--white", 90);
        Local.assertSame(mask, expected);
        assertThat(Local.run("--preset", "no such", picture, folder.resolve("none.ome.zarr"))
                        .err())
                .anyMatch(line -> line.contains("preset is 'no such', but must be "));
    }

    private void job(Object[] usual, Path output, Object... options) {
        Object[] words = Stream.of(usual, options, new Object[] {picture, output})
                .flatMap(Arrays::stream)
                .toArray();
        assertThat(Local.run(words).status()).isZero();
    }

    @Test
    void aJobStartedAgainOverItsHalfWrittenMaskEndsInTheSameBytes() throws IOException {
        JobArguments words = Local.words(words(mask));
        MaskPlan plan = MaskPlan.of(words, words.options());
        OmeZarrOutput begun = OmeZarrOutput.create(mask, plan.spec(), false);
        begun.writeChunk(0, new long[] {1, 2, 3}, new byte[32 * 32]);
        begun.writeChunk(0, new long[] {0, 0, 0}, new byte[32 * 32]);
        Files.write(mask.resolve("0/0/0/1"), new byte[7]);
        Files.write(mask.resolve(".unfinished/left-behind.part"), new byte[100]);
        assertThatThrownBy(() -> OmeZarrImage.open(mask)).hasMessageContaining("is not complete");

        assertThat(Local.run(words(mask)).status()).isZero();
        Local.assertSame(mask, clean());
    }

    @Test
    void aMaskBegunWithOtherSettingsIsReplacedOnlyWhenForced() throws IOException {
        JobArguments words = Local.words(words(mask, "--black", 9));
        OmeZarrOutput.create(mask, MaskPlan.of(words, words.options()).spec(), false);
        Local.Outcome refused = Local.run(words(mask));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .containsExactly("'" + mask
                        + "' was started with other settings and is not complete; use --force to replace it.");
        assertThat(Local.run(words(mask, "--force")).status()).isZero();
        Local.assertSame(mask, clean());
    }

    @Test
    void aCompleteMaskIsReplacedOnlyWhenForced() throws IOException {
        assertThat(Local.run(words(mask, "--black", 9)).status()).isZero();
        Local.Outcome refused = Local.run(words(mask));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).containsExactly("'" + mask + "' exists already; use --force to replace it.");
        assertThat(Local.run(words(mask, "--force")).status()).isZero();
        Local.assertSame(mask, clean());
    }

    @Test
    void tasksThatRunTwiceAtTheSameTimeWriteTheSameBytes() throws Exception {
        JobArguments words = Local.words(words(mask));
        MaskPlan plan = MaskPlan.of(words, words.options());
        OmeZarrOutput.create(mask, plan.spec(), false);
        BlockWorker worker = BlockWorker.of(words);
        Block block = plan.grid().group(7).get(0);
        IntStream.range(0, 40).parallel().forEach(i -> write(worker, block));
        Path chunk = mask.resolve("0/1/0/3");
        assertThat(Files.readAllBytes(chunk))
                .isEqualTo(Files.readAllBytes(onceWritten(block).resolve("0/1/0/3")));
        try (Stream<Path> left = Files.list(mask.resolve(".unfinished"))) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly("metadata.json");
        }
    }

    @Test
    void whatPass1HasReadIsNotReadAgain() throws Exception {
        JobArguments words = Local.words(words(mask));
        MaskPlan plan = MaskPlan.of(words, words.options());
        OmeZarrOutput.create(mask, plan.spec(), false);
        Block block = plan.grid().group(7).get(0);
        Path expected = onceWritten(block).resolve("0/1/0/3");
        BlockWorker worker = BlockWorker.of(words);
        assertThat(worker.count(block).problems()).isEqualTo(Problems.NONE);
        for (int c = 0; c < 3; c++) Files.delete(picture.resolve("0/" + c + "/1/0/3"));
        write(worker, block);
        assertThat(mask.resolve("0/1/0/3")).hasSameBinaryContentAs(expected);
        write(worker, block); // nothing is kept any more
        assertThat(Files.readAllBytes(mask.resolve("0/1/0/3"))).isNotEqualTo(Files.readAllBytes(expected));
    }

    @Test
    void aTaskThatOutlivesItsJobKeepsNothing() throws Exception {
        JobArguments words = Local.words(words(mask));
        MaskPlan plan = MaskPlan.of(words, words.options());
        OmeZarrOutput.create(mask, plan.spec(), false);
        Block block = plan.grid().group(7).get(0);
        byte[] expected = Files.readAllBytes(onceWritten(block).resolve("0/1/0/3"));
        BlockWorker worker = BlockWorker.of(words);
        BlockWorker.end(words);
        worker.count(block);
        for (int c = 0; c < 3; c++) Files.delete(picture.resolve("0/" + c + "/1/0/3"));
        write(worker, block);
        assertThat(Files.readAllBytes(mask.resolve("0/1/0/3"))).isNotEqualTo(expected);
        assertThatIOException().isThrownBy(() -> BlockWorker.of(words)).withMessage("The job has ended.");
    }

    private Path onceWritten(Block block) throws IOException {
        Path once = folder.resolve("once.ome.zarr");
        JobArguments words = Local.words(words(once));
        OmeZarrOutput.create(once, MaskPlan.of(words, words.options()).spec(), false);
        write(BlockWorker.of(words), block);
        return once;
    }

    private static void write(BlockWorker worker, Block block) {
        try {
            assertThat(worker.write(block, ClipRanges.of(new ClipRange(10, 200)))
                            .problems())
                    .isEqualTo(Problems.NONE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theShareOfTheDiskMustBeOne() {
        System.setProperty("spark.imagetomask.disk", "2 GB");
        try {
            Local.Outcome outcome = Local.run(words(mask));
            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err())
                    .containsExactly("spark.imagetomask.disk is '2 GB', but must be 0 to 1: the share of the free disk"
                            + " that may be taken; with 0 nothing is kept there.");
        } finally {
            System.clearProperty("spark.imagetomask.disk");
        }
    }

    @Test
    void blocksThatCannotBeReadAreNamedAfterTheRestIsDone() throws IOException {
        Path expected = clean();
        Path damaged = picture.resolve("0/1/0/2/1");
        byte[] whole = Files.readAllBytes(damaged);
        Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));
        Files.write(picture.resolve("0/2/0/4/4"), new byte[0]);

        Local.Outcome outcome = Local.run(words(mask));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .hasSize(3)
                .last()
                .isEqualTo("The mask is not complete, because blocks cannot be read: 2.");
        String first = "Cannot read the block of 32 x 32 pixels at 32, 64 of slice 1: '" + damaged.toRealPath();
        assertThat(outcome.err())
                .anyMatch(line -> line.startsWith(first))
                .anyMatch(line -> line.startsWith("Cannot read the block of 2 x 22 pixels at 128, 128 of slice 1: '"));
        assertThatThrownBy(() -> OmeZarrImage.open(mask)).hasMessageContaining("is not complete");
        assertThat(Local.files(mask.resolve("0/1"))).as("the other slice").hasSize(25);
        assertThat(mask.resolve("1")).doesNotExist();

        IMAGE.write(folder.resolve("again.ome.zarr"));
        Files.write(damaged, whole);
        Files.copy(
                folder.resolve("again.ome.zarr/0/2/0/4/4"),
                picture.resolve("0/2/0/4/4"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(Local.run(words(mask)).status()).isZero();
        Local.assertSame(mask, expected);
    }

    @Test
    void aMaskThatCannotBeReadIsNamedToo() throws IOException {
        Path other = folder.resolve("other.ome.zarr");
        new SampleImage("yx", Map.of("y", 150, "x", 130), Map.of("y", 64, "x", 64), DataType.UINT8, OmeVersion.V0_5, 6)
                .write(other);
        Files.write(other.resolve("0/c/1/1"), new byte[] {1, 2, 3});
        Local.Outcome outcome = Local.run(words(mask, "--mask", other));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .hasSize(2 * 4 + 1)
                .anyMatch(line -> line.contains("slice 1") && line.contains("0/c/1/1"));
        assertThat(Local.files(mask.resolve("0"))).as("all other blocks").hasSize(2 * 25 - 2 * 4);
    }

    @Test
    void tellsPercentsInOrderAndOnce() {
        List<String> lines = Local.run(words(mask)).out();
        List<Integer> percents = lines.stream()
                .filter(line -> line.matches("\\d+ %: .*"))
                .map(line -> Integer.valueOf(line.replaceAll(" .*", "")))
                .toList();
        assertThat(percents)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20)
                .last()
                .isEqualTo(100);
        assertThat(lines).last().asString().contains("130 x 150 pixels, 2 slices, java on 1 thread, ");
    }

    @Test
    void aSmallerResolutionIsAPictureToo() throws IOException {
        assertThat(Local.run(words(mask, "--level", 1)).status()).isZero();
        OmeZarrImage image = OmeZarrImage.open(mask);
        assertThat(image.level(0).array().shape()).containsExactly(2, 75, 65);
        assertThat(image.level(0).scale()).containsExactly(1.0, 2.0, 2.0);
        assertThat(image.attributes().get("image-to-mask").toString()).contains("channel=S (HSV)", "level=1");
    }

    @Test
    void largeBlocksHoldSeveralChunks() throws IOException {
        SampleImage wide = new SampleImage(
                "yx", Map.of("y", 1100, "x", 2100), Map.of("y", 1024, "x", 1024), DataType.UINT8, OmeVersion.V0_4, 8);
        picture = folder.resolve("wide.ome.zarr");
        wide.write(picture);
        assertThat(Local.run("--channel", "L (LAB)", "--block", 2048, picture, mask)
                        .status())
                .isZero();
        assertThat(Local.run("--channel", "L (LAB)", picture, folder.resolve("b.zarr"))
                        .status())
                .isZero();
        Local.assertSame(mask, folder.resolve("b.zarr"));
    }

    @Test
    void aMaskThatIsTheSameEverywhereIsTold() throws IOException {
        Path dim = folder.resolve("dim.ome.zarr");
        write(dim, "yx", DataType.UINT16, new short[] {90, 100, 110, 120});
        assertThat(Local.run("--channel", "R (RGB)", dim, folder.resolve("a.zarr"))
                        .err())
                .containsExactly(
                        "The mask is 0 everywhere: R (RGB) is 0 in all pixels. If the values of the picture are"
                                + " only a small part of what its type can hold, set the values that become 0 and 1 with range=min,max (on"
                                + " the command line --range min,max).");
        Path dark = folder.resolve("dark.ome.zarr");
        write(dark, "yx", DataType.UINT8, new byte[4]);
        assertThat(Local.run("--channel", "R (RGB)", dark, folder.resolve("b.zarr"))
                        .err())
                .containsExactly("The mask is 0 everywhere: R (RGB) is 0 in all pixels.");
        Path picture2 = folder.resolve("two.ome.zarr");
        write(picture2, "yx", DataType.UINT8, new byte[] {0, 50, 100, 127});
        Path labels = folder.resolve("labels.ome.zarr");
        write(labels, "yx", DataType.UINT8, new byte[] {0, 1, 2, 1});
        assertThat(Local.run("--mask", labels, picture2, folder.resolve("c.zarr"))
                        .err())
                .singleElement()
                .asString()
                .startsWith("The mask is nearly black: the largest value of the mask image is only 0.8 %")
                .contains("maskvalues=labels");
        assertThat(Local.run("--mask", dark, picture2, folder.resolve("d.zarr")).err())
                .containsExactly("The mask is 0 everywhere: the mask image is 0 everywhere.");
        assertThat(Local.run("--mask", labels, "--maskvalues", "labels", picture2, folder.resolve("e.zarr"))
                        .err())
                .isEmpty();
        Path four = folder.resolve("four.ome.zarr");
        write(four, "cyx", DataType.UINT8, new byte[16]);
        assertThat(Local.run("--channel", "Alpha", "--rgb", "1,2,3,4", four, folder.resolve("f.zarr"))
                        .err())
                .containsExactly("The mask is 0 everywhere: the picture's alpha is 0 everywhere.");
    }

    @Test
    void settingsWithoutEffectAreTold() throws IOException {
        Path grey = folder.resolve("grey.ome.zarr");
        write(grey, "yx", DataType.UINT8, new byte[] {0, 50, 100, 127});
        assertThat(Local.run("--inside", "--maskvalues", "labels", grey, folder.resolve("a.zarr"))
                        .err())
                .containsExactly(
                        "inside is true, but there is neither a mask image nor a selection nor alpha, so all pixels"
                                + " count for the clip range.",
                        "maskvalues is labels, but there is no mask image, so it has no effect.");
        assertThat(Local.run("--inside", "--maskvalues", "labels", "--mask", grey, grey, folder.resolve("b.zarr"))
                        .err())
                .isEmpty();
    }

    @Test
    void signedValuesThatAreASmallPartOfTheirTypeAreTold() throws IOException {
        Path small = folder.resolve("small.ome.zarr");
        write(small, "yx", DataType.INT64, new long[] {3, 40, 500, 700});
        assertThat(Local.run("--channel", "L (LAB)", small, folder.resolve("a.zarr"))
                        .err())
                .singleElement()
                .asString()
                .startsWith("The mask is 0 everywhere: L (LAB) is ")
                .contains("range=min,max");
    }

    /** Of 2 x 2 pixels. */
    private static void write(Path folder, String axes, DataType type, Object values) throws IOException {
        List<Long> size = axes.length() == 2 ? List.of(2L, 2L) : List.of(4L, 2L, 2L);
        OmeZarrOutput output = OmeZarrOutput.create(
                folder,
                OmeZarrSpec.of(type, Axis.all(axes), size)
                        .withChunk(size.stream().map(Long::intValue).toList()),
                false);
        output.writeChunk(0, new long[axes.length()], values);
        output.writeResolutions();
        output.finish();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --channel Q              | 2 | channel is 'Q'
            --channel B              | 2 | channel is 'B', but must be B (LAB) or B (RGB).
            --black 300              | 2 | black is 300
            --output 16-bit          | 2 | output is '16-bit', but must be one of 8-bit, 32-bit, binary.
            --black x                | 2 | black is 'x', but must be a whole number from 0 to 255.
            --values 16-bit          | 2 | --values was removed: write --output, as on the command line for files.
            --ome-zarr 0.5           | 2 | --ome-zarr was removed: write --zarr-version, as on the command line for files.
            --input a                | 2 | --input was removed: write the folders of the image and of its mask last, INPUT OUTPUT.
            --block 8                | 2 | block is 8, but must be 16 to 1024, or a multiple of 1024 up to 16384.
            --block 1500             | 2 | block is 1500
            --level 9                | 2 | level is 9
            --engine cuda            | 2 | engine is 'cuda', but must be one of auto
            --engine opencl --device nonesuch | 2 | nonesuch
            --zarr-version 0.6       | 2 | zarr-version is '0.6', but must be one of 0.4, 0.5.
            --compression lzw        | 2 | compression is 'lzw'
            --rgb 1,2,9              | 2 | rgb is 1,2,9
            --range 9,1              | 2 | range is '9,1'
            --mask nowhere           | 2 | mask is 'nowhere', but there is no such file or folder.
            --nonsense               | 2 | --nonsense is not an option of ImageToMaskSpark.
            --chunk 64               | 2 | --chunk is not an option of ImageToMaskSpark
            --level x                | 2 | level is 'x', but must be a whole number, 0 or more.
            --block x                | 2 | block is 'x', but must be 16 to 1024
            --tile-memory 0          | 2 | tile-memory is 0, but must be a whole number from 1 to 1048576.
            --engine java --device 5 | 2 | device is '5', but the java engine has no devices to choose from.
            --mask gs://bucket/a.zarr | 2 | is an address of gs, but the library for gs is not on Spark's class path.
            --mask hdfs://nohost.invalid:8020/a.zarr | 2 | there is no host 'nohost.invalid'
            """)
    void mistakesAreToldInOneSentence(String more, int status, String expected) {
        Local.Outcome outcome = Local.run(Stream.concat(Arrays.stream(more.split(" ")), Stream.of(picture, mask))
                .toArray());
        assertThat(outcome.err()).singleElement().asString().contains(expected).endsWith(".");
        assertThat(outcome.status()).isEqualTo(status);
        if (status == 2) assertThat(mask).doesNotExist();
    }

    @Test
    void placesAreCheckedAsOnTheCommandLine() throws IOException {
        Path none = folder.resolve("none.zarr");
        assertRefused("INPUT is '" + none + "', but there is no such file or folder.", none, mask);
        Path tiff = folder.resolve("x.tif");
        assertRefused("OUTPUT is '" + tiff + "', but must end in .zarr.", picture, tiff);
        Path inside = folder.resolve("no folder/x.zarr");
        assertRefused(
                "OUTPUT is '" + inside + "', but there is no folder '" + inside.getParent() + "'.", picture, inside);
        assertRefused("device is '', but must not be empty", "--device", "", picture, mask);
        assertRefused("'" + mask + "' is given after INPUT and OUTPUT, but", picture, inside, mask);
        assertThat(mask).doesNotExist();
        assertThat(tiff).doesNotExist();
    }

    private static void assertRefused(String start, Object... words) {
        Local.Outcome outcome = Local.run(words);
        assertThat(outcome.err()).singleElement().asString().startsWith(start).endsWith(".");
        assertThat(outcome.status()).isEqualTo(2);
    }

    @Test
    void anImageThatCannotBeReadIsNotAMistakeInTheArguments() throws IOException {
        Files.writeString(picture.resolve(".zattrs"), "{");
        Local.Outcome outcome = Local.run(words(mask));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).singleElement().asString().contains(picture.toString());
        assertThat(mask).doesNotExist();
    }

    @Test
    void theFoldersMustBeGiven() {
        assertThat(Local.run("--channel", "L (LAB)", "--output", mask).err())
                .containsExactly("output is '" + mask + "', but must be one of 8-bit, 32-bit, binary; the folder of the"
                        + " mask is the last argument, INPUT OUTPUT.");
        for (Object[] words : new Object[][] {{picture}, {"--output", "32-bit"}, {}})
            assertThat(Local.run(words).err())
                    .containsExactly("INPUT and OUTPUT must be given, as in: ImageToMaskSpark picture.ome.zarr"
                            + " mask.ome.zarr.");
        assertThat(mask).doesNotExist();
    }

    @Test
    void theOutputMustBeApartFromTheInput() {
        Local.Outcome outcome = Local.run(words(picture, "--force"));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).singleElement().asString().contains("must be outside the input");
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() throws IOException {
        Path other = folder.resolve("other.ome.zarr");
        new SampleImage("yx", Map.of("y", 150, "x", 131), Map.of("y", 64, "x", 64), DataType.UINT8, OmeVersion.V0_5, 6)
                .write(other);
        assertThat(Local.run(words(mask, "--mask", other)).err())
                .containsExactly(
                        "The mask '" + other + "' is 131 x 150 pixels, but must have the picture's size of 130 x 150.");
    }
}
