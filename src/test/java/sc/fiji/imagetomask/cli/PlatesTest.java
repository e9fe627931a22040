package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.zarr.store.FolderStore;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.JsonFile;
import sc.fiji.imagetomask.zarr.store.WebServer;

/** Plates, wells and series of bioformats2raw on the command line. */
class PlatesTest {

    @TempDir
    private Path temp;

    private byte[][] alone(Path plate, String field, Object... options) throws IOException {
        Path mask = temp.resolve("alone.ome.zarr");
        List<Object> all = new ArrayList<>(List.of("--force", "--channel", "R (RGB)", "--field", field));
        all.addAll(List.of(options));
        all.addAll(List.of(plate, mask));
        OmeZarrOnTheCommandLineTest.make(all.toArray());
        return ZarrSample.planes(mask);
    }

    private static Json attributes(Path folder, OmeVersion version) throws IOException {
        FolderStore store = new FolderStore(folder);
        return version == OmeVersion.V0_4
                ? JsonFile.read(store, ".zattrs")
                : JsonFile.read(store, "zarr.json").object("attributes").object("ome");
    }

    @ParameterizedTest
    @EnumSource
    void theMaskOfAPlateIsAPlateOfTheSameLayout(OmeVersion version) throws IOException {
        Path plate = PlateSample.plate(temp.resolve("plate.zarr"), version);
        Path mask = temp.resolve("mask.ome.zarr");

        OmeZarrOnTheCommandLineTest.make("--channel", "R (RGB)", plate, mask);

        for (String field : PlateSample.FIELDS)
            assertThat(ZarrSample.planes(mask.resolve(field))).as(field).isDeepEqualTo(alone(plate, field));
        Json written = attributes(mask, version);
        Json read = attributes(plate, version);
        assertThat(written.object("plate").get("wells"))
                .isEqualTo(read.object("plate").get("wells"));
        assertThat(written.object("plate").get("rows"))
                .isEqualTo(read.object("plate").get("rows"));
        assertThat(attributes(mask.resolve("A/1"), version).object("well").get("images"))
                .isEqualTo(
                        attributes(plate.resolve("A/1"), version).object("well").get("images"));
        boolean isInside = version == OmeVersion.V0_4;
        assertThat((isInside ? written.object("plate") : written).text("version"))
                .isEqualTo(version.toString());
        assertThat(mask.resolve("A").resolve(isInside ? ".zgroup" : "zarr.json"))
                .exists();
        assertThat(mask.resolve(".unfinished")).doesNotExist();
        Map<?, ?> record = (Map<?, ?>)
                OmeZarrImage.open(mask.resolve("A/1/1")).attributes().get("image-to-mask");
        assertThat(record.get("input")).isEqualTo("plate.zarr");
        assertThat(record.get("field")).isEqualTo("A/1/1");
    }

    @ParameterizedTest
    @CsvSource({"V0_4, true", "V0_5, true", "V0_4, false", "V0_5, false"})
    void theMaskOfSeriesHasTheSameSeries(OmeVersion version, boolean isListed) throws IOException {
        Path series = PlateSample.series(temp.resolve("slide.zarr"), version, isListed);
        Path mask = temp.resolve("mask.ome.zarr");

        OmeZarrOnTheCommandLineTest.make("--channel", "R (RGB)", series, mask);

        for (String name : List.of("0", "1", "2"))
            assertThat(ZarrSample.planes(mask.resolve(name))).isDeepEqualTo(alone(series, name));
        assertThat(attributes(mask, version).get("bioformats2raw.layout").asInt())
                .isEqualTo(3);
        assertThat(attributes(mask.resolve("OME"), version).get("series").toString())
                .isEqualTo("[\"0\",\"1\",\"2\"]");
        Path again = temp.resolve("again.ome.zarr");
        OmeZarrOnTheCommandLineTest.make("--channel", "R (RGB)", mask, again);
        assertThat(again.resolve("2")).isDirectory();
    }

    @Test
    void theMaskOfAWellIsAWell() throws IOException {
        Path plate = PlateSample.plate(temp.resolve("plate.zarr"), OmeVersion.V0_5);
        Path mask = temp.resolve("mask.ome.zarr");
        OmeZarrOnTheCommandLineTest.make("--channel", "R (RGB)", "--zarr-version", "0.4", plate.resolve("A/1"), mask);
        assertThat(ZarrSample.planes(mask.resolve("1"))).isDeepEqualTo(alone(plate, "A/1/1"));
        assertThat(attributes(mask, OmeVersion.V0_4).object("well").text("version"))
                .isEqualTo("0.4");
    }

    @Test
    void aBatchGivesAllFieldsOneClipRange() throws IOException {
        Path plate = PlateSample.plate(temp.resolve("plate.zarr"), OmeVersion.V0_4);
        Path mask = temp.resolve("mask.ome.zarr");
        OmeZarrOnTheCommandLineTest.make("--channel", "R (RGB)", "--statistics", "batch", plate, mask);
        List<Object> apart = new ArrayList<>(List.of("--channel", "R (RGB)", "--statistics", "batch"));
        for (String field : PlateSample.FIELDS) {
            Path copy = temp.resolve(field.replace('/', '-') + ".zarr");
            copy(plate.resolve(field), copy);
            apart.add(copy);
        }
        Path folder = temp.resolve("apart");
        apart.add(folder);
        OmeZarrOnTheCommandLineTest.make(apart.toArray());
        for (String field : PlateSample.FIELDS)
            assertThat(ZarrSample.planes(mask.resolve(field)))
                    .isDeepEqualTo(ZarrSample.planes(folder.resolve(field.replace('/', '-') + ".ome.zarr")));
        assertThat(ZarrSample.planes(mask.resolve("A/1/0"))[0]).isNotEqualTo(alone(plate, "A/1/0")[0]);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) Files.copy(path, to.resolve(from.relativize(path)));
        }
    }

    @Test
    void aPlateIsMultipliedWithThePlateOfItsMasks() throws IOException {
        Path plate = PlateSample.plate(temp.resolve("plate.zarr"), OmeVersion.V0_5);
        Path first = temp.resolve("first.ome.zarr");
        Path mask = temp.resolve("mask.ome.zarr");
        OmeZarrOnTheCommandLineTest.make("--channel", "G (RGB)", plate, first);
        OmeZarrOnTheCommandLineTest.make("--channel", "R (RGB)", "--mask", first, plate, mask);
        for (String field : PlateSample.FIELDS) {
            byte[][] expected = alone(plate, field, "--mask", first.resolve(field));
            assertThat(ZarrSample.planes(mask.resolve(field))).isDeepEqualTo(expected);
            assertThat(alone(plate, field, "--mask", first)).isDeepEqualTo(expected);
        }
        CliRun run = CliRun.java("--mask", first, plate.resolve("A/1/0"), temp.resolve("one.ome.zarr"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("The mask '" + first + "' has 3 fields, but '")
                .endsWith("is one picture; give one field's folder as the mask.");
    }

    @Test
    void oneFieldThatCannotBeReadLeavesThePlateUnfinishedUntilItIsMade() throws IOException {
        Path plate = PlateSample.plate(temp.resolve("plate.zarr"), OmeVersion.V0_4);
        Path chunk = plate.resolve("B/2/0/0/0/0/0");
        byte[] whole = Files.readAllBytes(chunk);
        Files.write(chunk, new byte[5]);
        Path mask = temp.resolve("mask.ome.zarr");

        CliRun broken = CliRun.java("--channel", "R (RGB)", plate, mask);

        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err().toString())
                .contains("is damaged")
                .contains(
                        "'" + mask
                                + "' is not complete, because 1 of 3 fields were not made; the same command with --resume makes them.");
        assertThat(CliRun.java(mask, temp.resolve("other.ome.zarr")).err().toString())
                .contains("is not complete");
        CliRun again = CliRun.java("--channel", "R (RGB)", plate, mask);
        assertThat(again.err()).containsExactly("'" + mask + "' exists already; use --force to replace it.");
        assertThat(again.status()).isEqualTo(2);
        Files.write(chunk, whole);
        CliRun resumed = CliRun.java("--resume", "--channel", "R (RGB)", plate, mask);
        assertThat(resumed.status()).as(resumed.err().toString()).isZero();
        assertThat(resumed.out().toString()).contains("A/1/0 exists already and is kept");
        for (String field : PlateSample.FIELDS)
            assertThat(ZarrSample.planes(mask.resolve(field))).isDeepEqualTo(alone(plate, field));
        assertThat(CliRun.java("--resume", "--channel", "R (RGB)", plate, mask).status())
                .isZero();
        CliRun other = CliRun.java("--resume", "--channel", "G (RGB)", plate, mask);
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.err().get(0)).contains("made from another picture or with other settings");
        assertThat(other.err()).last().isEqualTo("0 of 3 masks were made, 3 failed.");
        assertThat(other.err().toString()).doesNotContain("is not complete");
        assertThat(CliRun.java("--force", "--channel", "G (RGB)", plate, mask).status())
                .isZero();
        assertThat(ZarrSample.planes(mask.resolve("A/1/0"))[0]).isNotEqualTo(alone(plate, "A/1/0")[0]);
    }

    @ParameterizedTest
    @CsvSource({"--level, 9, 'level is 9, but must be from 0 to '", "--t, 9, 't is 9, but '"})
    void theSameCommandIsAdvisedOnlyWhereItMayHelp(String option, int number, String start) throws IOException {
        Path plate = PlateSample.plate(temp.resolve("plate.zarr"), OmeVersion.V0_4);
        Path mask = temp.resolve("mask.ome.zarr");
        CliRun run = CliRun.java(option, number, plate, mask);
        assertThat(run.err())
                .anyMatch(line -> line.startsWith(start) && line.contains("'" + plate.resolve("A/1/0") + "'"));
        assertThat(run.err())
                .contains("'" + mask + "' is not complete, because 3 of 3 fields were not made; correct the command"
                        + " and add --force.");
        CliRun corrected = CliRun.java("--force", plate, mask);
        assertThat(corrected.status()).as(corrected.err().toString()).isZero();
    }

    @Test
    void theFieldThatWasChosenIsNamed() throws IOException {
        Path plate = PlateSample.plate(temp.resolve("plate.zarr"), OmeVersion.V0_5);
        Path mask = temp.resolve("mask.tif");
        assertThat(CliRun.java("--field", "A/1/0", plate, mask).out())
                .singleElement()
                .asString()
                .startsWith(plate + "/A/1/0 -> " + mask + ": ");
        CliRun well = CliRun.java("--field", "A/1", plate, temp.resolve("well.ome.zarr"));
        assertThat(well.status()).isEqualTo(2);
        assertThat(well.err())
                .containsExactly("field is 'A/1', but must be one of A/1/0, A/1/1, B/2/0 in '" + plate
                        + "'; for all fields of this well, INPUT must be '" + plate.resolve("A/1") + "'.");
    }

    @Test
    void nothingIsWrittenIntoAnImage() throws IOException {
        Path plate = PlateSample.plate(temp.resolve("plate.zarr"), OmeVersion.V0_4);
        Path pictures = Files.createDirectory(temp.resolve("pictures"));
        Path picture = Sample.of(12, 9, 3, 1).write(pictures.resolve("a.png"));
        List<String> before = OmeZarrOnTheCommandLineTest.names(temp);
        String into = "The masks would be written into '" + plate;
        assertRefused(into + "', an OME-Zarr image; choose another OUTPUT.", pictures, plate);
        assertRefused(into, picture, plate.resolve("a.png"));
        assertRefused(into + "/A/1/0'", picture, plate.resolve("A/1/0/mask.zarr"));
        assertRefused(into, pictures, plate.resolve("A/masks"));
        assertRefused(
                "--samples is '" + plate + "', an OME-Zarr image, but must be a folder of pictures.",
                "--samples",
                plate);
        assertThat(OmeZarrOnTheCommandLineTest.names(temp)).isEqualTo(before);
    }

    private static void assertRefused(String sentence, Object... words) {
        CliRun run = CliRun.of(words);
        assertThat(run.err()).singleElement().asString().startsWith(sentence).endsWith(".");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void mistakesAreOneSentence() throws IOException {
        Path plate = PlateSample.plate(temp.resolve("plate.zarr"), OmeVersion.V0_5);
        Path mask = temp.resolve("mask.ome.zarr");
        assertThat(CliRun.java("--field", "Z/9/0", plate, mask).err())
                .containsExactly("field is 'Z/9/0', but must be one of A/1/0, A/1/1, B/2/0 in '" + plate + "'.");
        assertThat(CliRun.java("--field", "../x", plate, mask).err().get(0)).startsWith("field is '../x', but must be");
        assertThat(CliRun.java("--field", "0", plate.resolve("A/1/0"), mask).err())
                .containsExactly("field is '0', but '" + plate.resolve("A/1/0") + "' is one image without fields.");
        assertThat(CliRun.java(plate, temp.resolve("mask.tif")).err())
                .containsExactly("OUTPUT is '" + temp.resolve("mask.tif") + "', but '" + plate
                        + "' has 3 fields: choose one of them by --field, such as --field A/1/0, or write a .zarr.");
        assertThat(CliRun.java(plate, plate).err().get(0)).contains("would overwrite");
        assertThat(CliRun.java(plate, plate.resolve("mask.zarr")).err().get(0)).contains("would overwrite");
        Files.createDirectories(mask.resolve("something"));
        assertThat(CliRun.java("--force", plate, mask).err().get(0))
                .endsWith("is not replaced, because it is not a mask that was written by Image To Mask.");
        assertThat(mask.resolve("something")).isDirectory();
        Files.delete(plate.resolve("B/2/zarr.json"));
        assertThat(CliRun.java(plate, temp.resolve("x.ome.zarr")).err().get(0))
                .contains("B/2")
                .endsWith(".");
        assertThatIOException().isThrownBy(() -> OmeZarrImage.open(plate));
    }

    @Test
    void aFolderOfPlatesBecomesAFolderOfPlates() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("in"));
        PlateSample.plate(folder.resolve("a.zarr"), OmeVersion.V0_4);
        PlateSample.plate(folder.resolve("b.ome.zarr"), OmeVersion.V0_5);
        Path masks = temp.resolve("masks");
        OmeZarrOnTheCommandLineTest.make("--channel", "R (RGB)", folder, masks);
        assertThat(ZarrSample.planes(masks.resolve("b.ome.zarr/B/2/0")))
                .isDeepEqualTo(alone(folder.resolve("b.ome.zarr"), "B/2/0"));
        assertThat(ZarrSample.planes(masks.resolve("a.ome.zarr/B/2/0")))
                .isDeepEqualTo(alone(folder.resolve("a.zarr"), "B/2/0"));
    }

    @ParameterizedTest
    @EnumSource
    void platesAtAnAddress(OmeVersion version) throws IOException {
        Path web = Files.createDirectory(temp.resolve("web"));
        PlateSample.plate(web.resolve("plate.zarr"), version);
        PlateSample.series(web.resolve("slide.zarr"), version, false);
        try (WebServer server = new WebServer(web)) {
            Path mask = temp.resolve("mask.ome.zarr");
            OmeZarrOnTheCommandLineTest.make("--channel", "R (RGB)", server.address() + "/plate.zarr", mask);
            for (String field : PlateSample.FIELDS)
                assertThat(ZarrSample.planes(mask.resolve(field)))
                        .isDeepEqualTo(alone(web.resolve("plate.zarr"), field));
            Path one = temp.resolve("one.tif");
            OmeZarrOnTheCommandLineTest.make("--field", "2", server.address() + "/slide.zarr", one);
            assertThat(one).exists();
            assertThat(CliRun.java("--field", "7", server.address() + "/slide.zarr", temp.resolve("two.tif"))
                            .err())
                    .containsExactly(
                            "field is '7', but must be one of 0, 1, 2 in '" + server.address() + "/slide.zarr'.");
        }
    }
}
