package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No option is passed over: one that cannot do anything is refused, or told where it is for some of the files. */
class OptionsWithoutEffectTest {

    @TempDir
    private Path temp;

    private Path png;

    @BeforeEach
    void picture() throws IOException {
        png = Sample.of(12, 9, 3, 1).write(temp.resolve("a.png"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--level 1 | --level has | it is for OME-Zarr images and TIFF files that are read",
                "--t 1 --z 1 | --t and --z have | they are for OME-Zarr images that are read",
                "--page 1 | --page has | it is for TIFF files that are read",
                "--bigtiff | --bigtiff has | it is for TIFF files that are written",
                "--zarr-version 0.5 | --zarr-version has | it is for OME-Zarr images that are written",
                "--compression zstd --chunk 64 | --compression zstd and --chunk have | they are for OME-Zarr images that are written",
                "--compression none | --compression none has | it is for TIFF files and OME-Zarr images that are written"
            })
    void oneForNoneOfTheFilesIsRefused(String options, String start, String reason) {
        Path mask = temp.resolve("mask.png");
        CliRun run = run(options, png, mask);
        Path named = reason.endsWith("read") ? png : mask;
        assertThat(run.err()).containsExactly(start + " no effect on '" + named + "': " + reason + ".");
        assertThat(run.status()).isEqualTo(2);
        assertThat(mask).doesNotExist();
    }

    private static CliRun run(String options, Path input, Path output) {
        Object[] words = Arrays.copyOf((options + " IN OUT").split(" "), options.split(" ").length + 2, Object[].class);
        words[words.length - 2] = input;
        words[words.length - 1] = output;
        return CliRun.java(words);
    }

    @Test
    void oneForOtherKindsOfPicturesIsRefused() throws IOException {
        Path gif = Sample.of(12, 9, 1, 1).write(temp.resolve("a.gif"));
        assertThat(run("--orientation apply", gif, temp.resolve("mask.png")).err())
                .containsExactly("--orientation has no effect on '" + gif
                        + "': it is for TIFF, JPEG and PNG files that are read.");
        assertThat(run("--icc apply", png, temp.resolve("mask.png")).err()).isEmpty();
    }

    @Test
    void oneForSomeOfTheFilesIsTold() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("in"));
        Sample.of(12, 9, 3, 1).write(folder.resolve("a.png"));
        Path gif = Sample.of(12, 9, 1, 1).write(folder.resolve("b.gif"));
        CliRun run = run("--icc apply", folder, temp.resolve("out"));
        assertThat(run.status()).isZero();
        assertThat(run.err())
                .containsExactly("--icc has no effect on 1 of 2 files, such as '" + gif
                        + "': it is for TIFF, JPEG and PNG files that are read.");
    }

    @Test
    void aCompressionOfPngAndTiffIsRefusedForOmeZarr() {
        Path mask = temp.resolve("mask.ome.zarr");
        assertThat(run("--compression small", png, mask).err())
                .containsExactly("--compression small has no effect on '" + mask
                        + "': it is for PNG and TIFF files that are written.");
        assertThat(mask).doesNotExist();
        assertThat(run("--compression none", png, mask).problems()).isEmpty();
    }

    @Test
    void insideIsToldWhereThereIsNothingToBeInsideOf() throws IOException {
        CliRun opaque = run("--inside", png, temp.resolve("opaque.png"));
        assertThat(opaque.status()).isZero();
        assertThat(opaque.err())
                .containsExactly("'" + png + "': inside is true, but there is neither a mask image nor a selection nor"
                        + " alpha, so all pixels count for the clip range.");
        Path alpha = Sample.of(12, 9, 4, 1).write(temp.resolve("alpha.png"));
        assertThat(run("--inside", alpha, temp.resolve("c.png")).err()).isEmpty();
        assertThat(run("--inside --mask " + png, png, temp.resolve("b.png")).err())
                .isEmpty();
    }

    @Test
    void valuesOfNoMaskAreRefused() {
        CliRun run = run("--mask-values labels", png, temp.resolve("mask.png"));
        assertThat(run.err()).containsExactly("--maskvalues is for a mask file, but there is no --mask.");
        assertThat(run.status()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "--level 1, a.tif, 'level is 1', 'has only level 0'",
        "--page 2, a.tif, 'page is 2', 'has only page 1'",
        "--level 1, a.zarr, 'level is 1', 'has only level 0'",
        "--t 2, a.zarr, 't is 2', 'has only t 1'",
        "--z 2, a.zarr, 'z is 2', 'has only z 1'"
    })
    void onePartIsNotAnother(String options, String name, String start, String end) throws IOException {
        Path input = temp.resolve(name);
        if (name.endsWith("tif")) Sample.of(12, 9, 3, 1).write(input);
        else assertThat(CliRun.java(png, input).status()).isZero();
        CliRun run = run(options, input, temp.resolve("mask.png"));
        assertThat(run.err()).containsExactly(start + ", but '" + input + "' " + end + ".");
        assertThat(run.status()).isEqualTo(2);
        assertThat(temp.resolve("mask.png")).doesNotExist();
    }

    @Test
    void devicesAreNamedWithoutPictures() {
        CliRun run = CliRun.of("--devices", png, temp.resolve("mask.png"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .containsExactly("--devices is given with '" + png
                        + "', but it lists the devices and makes no masks; leave one of them out.");
    }

    @ParameterizedTest
    @CsvSource({"ftp://host/a.tif", "file:///a.png"})
    void anAddressOfAnotherKindIsRefused(String address) {
        String sentence = "'" + address + "' is an address of " + address.replaceAll(":.*", "")
                + ", but must start with http://, https:// or s3://.";
        CliRun run = CliRun.of(address, temp.resolve("mask.png"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).containsExactly(sentence);
        assertThat(CliRun.of("--mask", address, png, temp.resolve("mask.png"))
                        .err()
                        .get(0))
                .endsWith(sentence);
    }

    @Test
    void anAddressOfHadoopIsForSpark() {
        assertThat(CliRun.of("hdfs://host:8020/a.zarr", temp.resolve("mask.zarr"))
                        .err())
                .containsExactly("'hdfs://host:8020/a.zarr' is an address of hdfs, but must start with http://,"
                        + " https:// or s3://; only ImageToMaskSpark reads such addresses.");
    }

    @ParameterizedTest
    @CsvSource({"https://host/x.ome.zarr", "gs://bucket/a.tif"})
    void anAddressIsNoOutput(String address) {
        CliRun run = CliRun.of(png, address + "?key=SECRET");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .containsExactly("'" + address + "' is an address, but must be a file or folder on this computer.");
    }
}
