package sc.fiji.imagetomask.ome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.zarr.Blocks;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Grid;
import sc.fiji.imagetomask.zarr.Hand;

/** What OME-Zarr metadata say, as others and as this project write them. */
class OmeZarrImageTest {

    private static final String MULTISCALES = """
            {'multiscales': [{'version': '0.4', 'name': 'cells',
              'axes': [{'name': 'c', 'type': 'channel'}, {'name': 'y', 'type': 'space', 'unit': 'micrometer'},
                       {'name': 'x', 'type': 'space', 'unit': 'micrometer'}],
              'datasets': [{'path': 'full', 'coordinateTransformations': [{'type': 'scale', 'scale': [1, 0.5, 0.25]},
                            {'type': 'translation', 'translation': [0, 10, 20]}]},
                           {'path': 'deep/half', 'coordinateTransformations': [{'type': 'scale', 'scale': [1, 1, 0.5]}]}],
              'coordinateTransformations': [{'type': 'scale', 'scale': [1, 2, 2]}]}],
             'omero': {'channels': [{'label': 'DAPI', 'color': '0000FF', 'window': {'min': 0, 'max': 65535, 'start': 5,
                       'end': 900}}, {'label': 7}]}}""";

    @TempDir
    private Path folder;

    private void image(String... changes) throws IOException {
        String text = MULTISCALES;
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        Hand.file(folder.resolve(".zgroup"), "{'zarr_format': 2}");
        Hand.file(folder.resolve(".zattrs"), text);
        Hand.v2(folder.resolve("full"), "[2, 4]", "[3, 2, 4]", "[2, 3]", "[1, 2, 3]");
        Hand.v2(folder.resolve("deep/half"), "[2, 4]", "[3, 1, 2]", "[2, 3]", "[1, 2, 3]");
    }

    @Test
    void axesLevelsAndChannels() throws IOException {
        image();

        OmeZarrImage image = OmeZarrImage.open(folder);

        assertThat(image.name()).isEqualTo("cells");
        assertThat(image.axes())
                .containsExactly(Axis.of("c"), new Axis("y", "micrometer"), new Axis("x", "micrometer"));
        assertThat(image.dimension("x")).isEqualTo(2);
        assertThat(image.dimension("t")).isEqualTo(-1);
        assertThat(image.level(0).scale()).containsExactly(1.0, 1.0, 0.5);
        assertThat(image.level(0).translation()).containsExactly(0.0, 20.0, 40.0);
        assertThat(image.level(1).path()).isEqualTo("deep/half");
        assertThat(image.level(1).array().shape()).containsExactly(3, 1, 2);
        assertThat(image.channels().get(0)).isEqualTo(new OmeChannel("DAPI", "0000FF", 5, 900));
        assertThat(image.channels().get(1)).isEqualTo(new OmeChannel("7", "", Double.NaN, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> image.level(2))
                .withMessage("level is 2, but must be from 0 to 1 in '"
                        + image.store().name("") + "'.");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAgain(OmeVersion version) throws IOException {
        List<Axis> axes = List.of(
                new Axis("t", "second"), new Axis("z", "micrometer"), new Axis("x", "micrometer"), Axis.of("y"));
        OmeZarrSpec spec = OmeZarrSpec.of(DataType.FLOAT32, axes, List.of(1L, 2L, 9L, 5L))
                .withVersion(version)
                .withChunk(List.of(1, 1, 4, 4))
                .withScale(List.of(3.0, 2.0, 0.5, 0.25), List.of(0.0, 1.0, 8.0, 16.0))
                .withName("cells")
                .withAttributes(Map.of("channel", "S (HSV)", "black", 10, "inside", List.of(1, 2)));
        OmeZarrOutput output = OmeZarrOutput.create(folder.resolve("image"), spec, false);
        for (long[] grid : new Grid(output.levels().get(0).gridShape()))
            output.writeChunk(
                    0, grid, new float[Blocks.length(output.levels().get(0).chunkSize(grid))]);
        output.writeResolutions();
        output.finish();

        OmeZarrImage image = OmeZarrImage.open(folder.resolve("image"));

        assertThat(image.version()).isEqualTo(version);
        assertThat(image.name()).isEqualTo("cells");
        assertThat(image.axes()).isEqualTo(axes);
        assertThat(image.channels()).containsExactly(new OmeChannel("mask", "FFFFFF", 0, 1));
        assertThat(image.levels()).hasSize(3);
        assertThat(image.level(0).scale()).containsExactly(3.0, 2.0, 0.5, 0.25);
        assertThat(image.level(0).translation()).containsExactly(0.0, 1.0, 8.0, 16.0);
        assertThat(image.level(2).array().shape()).containsExactly(1, 2, 3, 2);
        assertThat(image.level(2).scale()).containsExactly(3.0, 2.0, 2.0, 1.0);
        assertThat(image.level(2).translation()).containsExactly(0.0, 1.0, 8.75, 16.375);
        assertThat(image.attributes()).containsEntry("image-to-mask", spec.attributes());
    }

    /** The third number of a version tells of the wording of the specification only. */
    @Test
    void aThirdNumberOfTheVersion() throws IOException {
        image("'version': '0.4'", "'version': '0.4.1'");

        assertThat(OmeZarrImage.open(folder).version()).isEqualTo(OmeVersion.V0_4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'version': '0.4'    | 'version': '0.6'     | has 'version' \"0.6\", but must have one of 0.1, 0.2, 0.3, 0.4, 0.5.",
                "'name': 'c', 'type' | 'name': 'wavelength', 'unit' | has 'axes' [",
                "'name': 'c', 'type' | 'name': 'x', 'unit'  | has 'axes' [",
                "'datasets'          | 'data'               | has no 'datasets', but must have 1..64 resolutions.",
                "'datasets': [       | 'datasets': [7,      | must have a list of objects.",
                "[1, 0.5, 0.25]      | [1, 0.5]             | must have a list of 3 finite numbers.",
                "[1, 0.5, 0.25]      | [1, 0.5, 'x']        | must have a list of 3 finite numbers.",
                "[1, 0.5, 0.25]      | [1, 0.5, Infinity]   | must have a list of 3 finite numbers.",
                "'type': 'translation' | 'type': 'affine'   | but must have one of scale, translation, identity.",
                "'path': 'full'      | 'path': 5            | has 'path' 5, but must have a text.",
                "'path': 'full'      | 'path': 'none'       | names the folder 'none', which is not there.",
                "'path': 'full'      | 'path': '.zgroup'    | names '.zgroup', which is not a folder.",
                "'path': 'full'      | 'path': 'deep'       | is no Zarr array",
                "{'multiscales'      | {'plate': {}, 'm'    | is not an OME-Zarr image, and no folder in it is one.",
                "{'multiscales': [   | {'multiscales': [[   | is not valid JSON",
            })
    void metadataThatCannotBeFollowed(String what, String instead, String problem) throws IOException {
        image(what, instead);

        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(folder))
                .withMessageContaining(problem)
                .withMessageStartingWith("'" + folder.toRealPath())
                .withMessageMatching("[^\n]*\\.");
    }

    @Test
    void levelsThatDoNotFit() throws IOException {
        image();
        Hand.v2(folder.resolve("deep/half"));
        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(folder))
                .withMessageEndingWith("has 3 axes, but 'deep/half' has 2 dimensions.");
        Hand.v2(folder.resolve("deep/half"), "[2, 4]", "[3, 1, 2]", "[2, 3]", "[1, 2, 3]", "|u1", "<f4");
        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(folder))
                .withMessageEndingWith("has resolutions of different types: uint8, and float32 in 'deep/half'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../other",
                "full/../../other",
                "/etc",
                "",
                ".",
                "full//x",
                "full/.",
                "a\\\\b",
                "C:/x",
                "a\\u0000"
            })
    void pathsThatLeaveTheImage(String path) throws IOException {
        image("'path': 'full'", "'path': '" + path + "'");

        assertThatIOException().isThrownBy(() -> OmeZarrImage.open(folder)).withMessageContaining("names the folder '");
    }

    @Test
    void linksThatLeaveTheImage(@TempDir Path elsewhere) throws IOException {
        image("'path': 'full'", "'path': 'link'");
        Hand.v2(elsewhere, "[2, 4]", "[3, 2, 4]", "[2, 3]", "[1, 2, 3]");
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);

        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(folder))
                .withMessageEndingWith("link' is a link that leaves the image's folder.");
        Files.delete(folder.resolve("link"));
    }

    @Test
    void noImage() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(folder))
                .withMessage("'" + folder + "' is not an OME-Zarr image, and no folder in it is one.");
        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(folder.resolve("none")))
                .withMessage("'" + folder.resolve("none") + "' is not a folder.");
        Hand.v3(folder);
        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(folder))
                .withMessageContaining("has 'node_type' \"array\", but must have group.");
    }
}
