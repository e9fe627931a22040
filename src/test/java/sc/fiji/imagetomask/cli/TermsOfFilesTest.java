package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.MaskRecord;
import sc.fiji.imagetomask.picturefile.raster.PngText;
import sc.fiji.imagetomask.picturefile.tiff.TiffInfo;
import sc.fiji.imagetomask.zarr.DataType;

/** Masks of several terms on the command line: in files of all kinds, in batches, with masks, and in records. */
class TermsOfFilesTest {

    private static final String TERMS =
            "and B (RGB) black=20 gray=1.5 or S (HSV) black=90 without H (HSV) hue=30 white=60";
    private static final MaskSettings SETTINGS = MaskOptions.parse("channel=[L (LAB)] white=200 terms=[" + TERMS + "]")
            .settings();

    @TempDir
    private Path temp;

    private static void run(Object... arguments) {
        Object[] usual = {"--channel", "L (LAB)", "--white", 200, "--terms", TERMS};
        CliRun run = CliRun.java(
                Stream.concat(Stream.of(usual), Stream.of(arguments)).toArray());
        assertThat(run.problems()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.png", "out.tif"})
    void aPictureWithAMask(String name) throws IOException {
        Sample sample = Sample.of(61, 47, 3, 4);
        Path mask = Sample.of(61, 47, 1, 9).write(temp.resolve("mask.png"));
        byte[] weights = Sample.of(61, 47, 1, 9).bands()[0];
        Path output = temp.resolve(name);
        run("--inside", "--mask", mask, sample.write(temp.resolve("in.png")), output);

        assertThat(Sample.grey(output, 0))
                .isEqualTo(sample.mask(SETTINGS.withInside(true), new MemoryMask(weights, 61, 47)));
        MaskRecord record = MaskRecord.parse(
                name.endsWith("png") ? PngText.read(output, PngText.MASK_RECORD) : TiffInfo.of(output));
        assertThat(record.options().settings()).isEqualTo(SETTINGS.withInside(true));
        assertThat(record.ranges())
                .singleElement()
                .satisfies(ranges -> assertThat(ranges.ofTerms()).hasSize(4));
    }

    @Test
    void aStackByOneRangeForEachTerm() throws IOException {
        Sample first = Sample.of(40, 30, 3, 1);
        Sample second = Sample.of(40, 30, 3, 2);
        Path input = Sample.write(temp.resolve("in.tif"), first.image(), second.image());
        run("--statistics", "stack", input, temp.resolve("stack.tif"));
        byte[][] together = new byte[3][];
        for (int c = 0; c < 3; c++) {
            together[c] = new byte[2 * 1200];
            System.arraycopy(first.bands()[c], 0, together[c], 0, 1200);
            System.arraycopy(second.bands()[c], 0, together[c], 1200, 1200);
        }
        byte[] expected = new Sample(40, 60, together).mask(SETTINGS, null);
        for (int i = 0; i < 2; i++)
            assertThat(Sample.grey(temp.resolve("stack.tif"), i))
                    .isEqualTo(Arrays.copyOfRange(expected, i * 1200, (i + 1) * 1200));
    }

    /** All pictures of a batch share one range for each term, and each alone is made again from what its record says. */
    @Test
    void aBatchByOneRangeForEachTerm() throws IOException {
        Path in = Files.createDirectory(temp.resolve("in"));
        Sample.of(40, 30, 3, 1).write(in.resolve("a.png"));
        Sample.of(40, 30, 3, 2).write(in.resolve("b.png"));
        List<FileMask> told = new ArrayList<>();
        MaskOptions options = MaskOptions.DEFAULT
                .with(SETTINGS.withStatistics(Statistics.BATCH))
                .with("engine", "java");
        FileBatch.of(options).run(List.of(in), temp.resolve("out"), told::add);
        assertThat(told).hasSize(2).allMatch(FileMask::isMade);

        List<String> clips = new ArrayList<>();
        for (String name : List.of("a.png", "b.png")) {
            Path made = temp.resolve("out").resolve(name);
            MaskOptions recorded =
                    MaskRecord.parse(PngText.read(made, PngText.MASK_RECORD)).options();
            recorded.settings().terms().forEach(term -> {
                assertThat(term.clip().fixed()).isNotNull();
                clips.add(term.clip().text());
            });
            Sample sample = Sample.of(40, 30, 3, name.equals("a.png") ? 1 : 2);
            assertThat(Sample.grey(made, 0)).isEqualTo(sample.mask(recorded.settings(), null));
        }
        assertThat(clips.subList(0, 4)).isEqualTo(clips.subList(4, 8));
        assertThat(clips.subList(0, 4).stream().distinct().count()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UINT8", "UINT16", "FLOAT32"})
    void omeZarr(String type) throws IOException {
        ZarrSample sample = ZarrSample.write(
                temp.resolve("in.ome.zarr"),
                "czyx",
                new long[] {3, 2, 90, 110},
                new int[] {1, 1, 32, 48},
                DataType.valueOf(type),
                OmeVersion.V0_4,
                6);
        Path output = temp.resolve("out.ome.zarr");
        run(sample.folder(), output);
        assertThat(ZarrSample.planes(output)).isDeepEqualTo(sample.masks(SETTINGS, 0, null));
        assertThat(Files.readString(output.resolve(".zattrs"))).contains("\"" + "and B (RGB) black=20 gray=1.5 or");
    }

    @Test
    void mistakes() throws IOException {
        Path input = Sample.of(9, 9, 3, 1).write(temp.resolve("in.png"));
        CliRun run = CliRun.java("--terms", "and S (HSV) blck=3", input, temp.resolve("out.png"));
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("terms has 'blck=3', but an option of a term must be one of ");
        assertThat(run.status()).isEqualTo(2);
        assertThat(temp.resolve("out.png")).doesNotExist();
    }

    /** Another text of terms is another mask. */
    @Test
    void aResumedBatchSeesOtherTerms() throws IOException {
        Path input = Sample.of(30, 20, 3, 1).write(temp.resolve("in.png"));
        Path output = temp.resolve("out.png");
        run(input, output);
        run("--resume", input, output);
        CliRun other = CliRun.java("--channel", "L (LAB)", "--white", 200, "--resume", input, output);
        assertThat(other.err())
                .singleElement()
                .asString()
                .contains("was made from another picture or with other settings");
        assertThat(Sample.grey(output, 0))
                .isEqualTo(Sample.of(30, 20, 3, 1).mask(SETTINGS.withFurther(List.of()), null));
    }
}
