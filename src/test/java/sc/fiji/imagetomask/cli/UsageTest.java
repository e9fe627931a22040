package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.ClassPath;
import sc.fiji.imagetomask.TestHome;
import sc.fiji.imagetomask.cli.words.PathConverter;
import sc.fiji.imagetomask.preset.Presets;

/** What users get wrong, and what they ask for without pictures. */
class UsageTest {

    @Test
    void aNameThatNoFileCanHaveIsToldWhy() {
        assertThat(CliRun.of("a\0b.png", "out.png").err())
                .hasSize(1)
                .allMatch(line -> line.contains("'a?b.png' cannot be the name of a file"));
        assertThat(PathConverter.sentence("\u00fc.png"))
                .isEqualTo("'\u00fc.png' cannot be the name of a file in this locale; start Java with LC_ALL=C.UTF-8");
    }

    @TempDir
    private Path temp;

    private Path picture;
    private Path mask;

    @BeforeEach
    void files() throws IOException {
        picture = Sample.of(12, 9, 3, 1).write(temp.resolve("picture.png"));
        mask = temp.resolve("mask.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--black 256 IN OUT | black is 256, but must be a whole number from 0 to 255.",
                "--white -1 IN OUT | white is -1, but must be a whole number from 0 to 255.",
                "--black x IN OUT | black is 'x', but must be a whole number from 0 to 255.",
                "--gray 0 IN OUT | gray is 0, but must be a number from 0.01 to 9.99.",
                "--gray NaN IN OUT | gray is NaN, but must be a number from 0.01 to 9.99.",
                "--gray 1,2 IN OUT | gray is '1,2', but must be a number from 0.01 to 9.99.",
                "--channel X IN OUT | channel is 'X', but must be one of L (LAB), A (LAB),",
                "--hue 255 IN OUT | hue is 255, but must be a whole number from 0 to 254.",
                "--hue x IN OUT | hue is 'x', but must be a whole number from 0 to 254.",
                "--hue 9 IN OUT | hue is 9, but must be 0 for the channel L (LAB): only H (HSV) and H (LCH) can be shifted.",
                "--statistics all IN OUT | statistics is 'all', but must be one of slice, stack, batch.",
                "--range 5 IN OUT | range is '5', but must be display, type, or two finite numbers in order such as 0,4095 (or"
                        + " two for each channel).",
                "--range 9,5 IN OUT | range is '9,5', but must be display, type, or two finite numbers in order",
                "--rgb 1,2 IN OUT | rgb is '1,2', but must be display, or three or four channel numbers such as 1,2,3.",
                "--output 16-bit IN OUT | output is '16-bit', but must be one of 8-bit, 32-bit, binary.",
                "--output selection IN OUT | output is 'selection', but must be one of 8-bit, 32-bit, binary.",
                "--output 32-bit IN OUT | mask.png', but masks of output 32-bit must go to a TIFF, ending in .tif or"
                        + " .tiff.",
                "--engine cuda IN OUT | engine is 'cuda', but must be one of auto, java",
                "--engine java --device X IN OUT | device is 'X'",
                "--engine auto --device NoSuchDevice IN OUT | NoSuchDevice",
                "--channel Distance IN OUT | channel is 'Distance', which needs a colour to measure from, such as colour=#b5651d.",
                "--stains giemsa IN OUT | stains is 'Giemsa', but the channel is L (LAB): only Stain 1 to Stain 3 depend on stains.",
                "--stains from_selections IN OUT | stains is 'from_selections', but files and terms have no selections: write the numbers, which the mask of an open image records.",
                "--tint IN OUT | --tint is not an option of image-to-mask",
                "--chanel=x IN OUT | --chanel is not an option of image-to-mask; options that start in the same way: --channel, --chunk.",
                "--invert --invert IN OUT | --invert is given twice; leave one of them out.",
                "--black 1 --black 2 IN OUT | --black is given twice; leave one of them out.",
                "--level x IN OUT | level is 'x', but must be a whole number, 0 or more.",
                "--t 1.5 IN OUT | t is '1.5', but must be a whole number, 1 or more.",
                "--page x IN OUT | page is 'x', but must be a whole number, 1 or more.",
                "--threads x IN OUT | threads is 'x', but must be a whole number from 1 to 1024.",
                "--chunk x IN OUT | chunk is 'x', but must be a whole number from 16 to 8192.",
                "--tile-memory x IN OUT | tile-memory is 'x', but must be a whole number from 1 to 1048576.",
                "--invert=maybe IN OUT | invert is 'maybe', but must be true or false.",
                "IN OUT --black | --black needs a value: --black N.",
                "--samples | --samples needs a value: --samples FOLDER.",
                "--device EMPTY IN OUT | device is '', but must not be empty; leave --device out if it is not needed.",
                "--field= IN OUT | field is '', but must not be empty",
                "--terms EMPTY IN OUT | terms is '', but must not be empty",
                "--mask EMPTY IN OUT | mask is '', but must not be empty",
                "--samples EMPTY | samples is '', but must not be empty",
                "--devices --black 3 | --devices is given with '--black', but it lists the devices and makes no masks; leave",
                "--devices --self-test | --devices is given with '--self-test', but it lists the devices",
                "--devices --full | --devices is given with '--full', but it lists",
                "--self-test --field A/1 | --self-test is given with '--field', but it tests the devices",
                "--samples DIR/sss --black 9 | --samples is given with '--black', but it writes sample pictures",
                "--presets IN | , but it lists the presets and makes no masks; leave one of them out.",
                "--full IN OUT | --full is given, but it is an option of --self-test.",
                "IN | INPUT and OUTPUT must be given",
                "'' | INPUT and OUTPUT must be given",
                "EMPTY OUT | INPUT or OUTPUT is '', but must be the name of a file or folder.",
                "IN EMPTY | INPUT or OUTPUT is '', but must be the name of a file or folder.",
                "--mask DIR IN OUT | is a folder, but must be a picture file.",
                "DIR/none.png OUT | there is no such file or folder.",
                "--mask DIR/none.png IN OUT | There is no file or folder",
                "--mask DIR/text.png IN OUT | text.png' is not a PNG, JPEG, TIFF, GIF or BMP picture.",
                "--mask DIR/small.png IN OUT | The mask is 3 x 2 pixels, but must have the picture's size of 12 x 9",
                "IN DIR/mask.jpg | must end in .png, .tif, .tiff or .zarr",
                "IN DIR/mask | must end in .png, .tif, .tiff or .zarr",
                "IN DIR/no/mask.png | there is no folder",
                "IN IN DIR/text.png | must be a folder",
                "DIR/empty DIR/masks | there is no PNG, JPEG, TIFF, GIF or BMP picture in that folder.",
                "DIR/stack.tif OUT | a stack of 2 slices must go to a TIFF",
            })
    void mistakesGetOneSentenceAndStatus2(String arguments, String sentence) throws IOException {
        Sample.of(3, 2, 1, 1).write(temp.resolve("small.png"));
        BufferedImage slice = Sample.of(5, 5, 1, 1).image();
        Sample.write(temp.resolve("stack.tif"), slice, slice);
        Files.writeString(temp.resolve("text.png"), "no picture");
        Files.createDirectory(temp.resolve("empty"));
        List<String> before = BatchesOfFilesTest.names(temp);

        CliRun run = CliRun.of(Arrays.stream(arguments.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("IN") ? picture : word.equals("OUT") ? mask : word)
                .map(word -> word.toString().replace("DIR", temp.toString()).replace("EMPTY", ""))
                .toArray());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .filteredOn(line -> !line.startsWith("The java engine is used"))
                .hasSize(1);
        assertThat(run.err()).last().asString().contains(sentence).endsWith(".");
        assertThat(run.out()).isEmpty();
        assertThat(BatchesOfFilesTest.names(temp)).isEqualTo(before);
    }

    @Test
    void aMaskThatExistsIsKept() throws IOException {
        Files.writeString(mask, "kept");
        CliRun run = CliRun.java(picture, mask);
        assertThat(run)
                .isEqualTo(
                        new CliRun(2, List.of(), List.of("'" + mask + "' exists already; use --force to replace it.")));
        assertThat(mask).hasContent("kept");
    }

    @Test
    void pagesOfOtherSizesAreNamed() throws IOException {
        Path uneven = Sample.write(
                temp.resolve("uneven.tif"),
                Sample.of(5, 4, 1, 1).image(),
                Sample.of(5, 6, 1, 1).image());
        assertThat(CliRun.java(uneven, temp.resolve("mask.tif")).err())
                .containsExactly("Of '" + uneven
                        + "' only the part that has the size of page 1 (5 x 4 pixels) is read; left out:"
                        + " page 2 (5 x 6 pixels); --page reads one of them.");
    }

    @Test
    void autoTakesAnEngineAndNamesIt() {
        CliRun run = CliRun.of(picture, mask);
        assertThat(run.status()).isZero();
        assertThat(run.out()).singleElement().asString().contains(": 12 x 9 pixels, ");
    }

    @Test
    void helpVersionAndDevicesAreAnswered() {
        CliRun help = CliRun.of("--help");
        assertThat(help.status()).isZero();
        assertThat(String.join("\n", help.out()))
                .contains("--channel", "--black", "--white", "--gray", "--invert", "--mask", "--engine", "--device")
                .contains("--hue", "--statistics", "--inside", "--output")
                .contains("--devices", "--force", "--quiet", "INPUT... OUTPUT", "S (HSV)");
        CliRun version = CliRun.of("--version");
        assertThat(version.status()).isZero();
        assertThat(version.out()).singleElement().asString().matches("image-to-mask \\d.*");
        CliRun devices = CliRun.of("--devices");
        assertThat(devices.status()).isZero();
        assertThat(devices.out()).anyMatch(line -> line.startsWith("java: "));
    }

    @Test
    void presetsAreListedWithTheirFolder() throws IOException {
        Path presets = Presets.standard().folder();
        CliRun none = CliRun.of("--presets");
        assertThat(none.status()).isZero();
        assertThat(none.out()).last().asString().endsWith(" in the folder " + presets + ".");
        Files.createDirectories(presets);
        Path mine = Files.writeString(presets.resolve("brown cells of UsageTest.txt"), "black=9");
        try {
            assertThat(CliRun.of("--presets").out()).contains("brown cells of UsageTest");
        } finally {
            Files.delete(mine);
        }
    }

    @Test
    void needsNoImageJ() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(File.pathSeparator, ClassPath.without("ij")),
                        ImageToMaskCli.class.getName(),
                        "--engine",
                        "java",
                        "--mask",
                        picture.toString(),
                        picture.toString(),
                        mask.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("log").toFile());
        builder.command().addAll(1, TestHome.options());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(temp.resolve("log")))
                .isZero();
        assertThat(mask).exists();
    }
}
