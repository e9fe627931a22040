package sc.fiji.imagetomask.ome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.zarr.Hand;
import sc.fiji.imagetomask.zarr.store.FolderStore;

/** Images whose metadata are those that other programs write; each test names the program. */
class OtherWritersTest {

    @TempDir
    private Path folder;

    /** A row of values 1 to 6 in one chunk, with that key beside the other keys of the array. */
    private static void array(Path folder, String shape, String chunk, String more) throws IOException {
        Hand.file(
                folder.resolve(".zarray"),
                "{'zarr_format': 2, 'dtype': '|u1', 'shape': " + shape + ", 'chunks': " + shape + more + "}");
        Hand.file(folder.resolve(chunk), 1, 2, 3, 4, 5, 6);
    }

    private static String axes(OmeZarrImage image) {
        return image.axes().stream().map(Axis::name).collect(Collectors.joining());
    }

    private static byte[] plane(Path folder) throws IOException {
        OmePlane plane = OmePlane.of(OmeZarrImage.open(folder), 0, Map.of());
        return (byte[]) plane.read(0, 0, (int) plane.width(), (int) plane.height());
    }

    /** ome-zarr-py 0.0 to 0.2 and bioformats2raw 0.2 and 0.3; the last is a plane that was written by hand. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'version': '0.1', | [1, 1, 1, 2, 3] | 0.0.0.0.0 | , 'compressor': null, 'filters': null, 'order': 'C', 'fill_value': 0 | tczyx",
                "'version': '0.2', | [1, 1, 1, 2, 3] | 0/0/0/0/0 | , 'dimension_separator': '/'                                        | tczyx",
                "'version': '0.2', | [1, 1, 1, 2, 3] | 0/0/0/0/0 | , 'filters': []                                                     | tczyx",
                "'version': '0.1', | [1, 1, 1, 2, 3] | 0/0/0/0/0 | , 'dimension_separator': null, 'fill_value': null                   | tczyx",
                "                  | [2, 3]          | 0.0       | , 'order': 'C'                                                      | yx",
                "'version': '0.3', 'axes': ['t', 'y', 'x'],               | [1, 2, 3] | 0/0/0 | , 'dimension_separator': '/' | tyx",
                "'version': 0.3, 'axes': ['c', 'y', 'x'],                 | [1.0, 2.0, 3.0] | 0.0.0 | , 'fill_value': 0.0 | cyx",
                "'version': '0.4', 'axes': [{'name': 'Y', 'unit': ''}, {'name': 'X', 'unit': null}], | [2, 3] | 0/0 | , 'fill_value': '0' | yx",
                "'version': '0.4', 'axes': [{'name': 'time', 'type': 'time'}, {'name': 'wavelength', 'type': 'channel'}, {'name': 'y'}, {'name': 'x'}], | [1, 1, 2, 3] | 0/0/0/0 | , 'extra': 5 | tcyx",
            })
    void axesOfAllVersions(String attributes, String shape, String chunk, String more, String axes) throws IOException {
        Hand.file(
                folder.resolve(".zattrs"),
                "{'multiscales': [{" + (attributes == null ? "" : attributes)
                        + " 'name': null, 'type': 'gaussian', 'metadata': {'method': 'loci.common.image.SimpleImageScaler'},"
                        + " 'datasets': [{'path': '0'}]}], 'omero': null, '_creator': {'name': 'omero-zarr'}}");
        array(folder.resolve("0"), shape, chunk, more);

        OmeZarrImage image = OmeZarrImage.open(folder);

        assertThat(axes(image)).isEqualTo(axes);
        assertThat(image.axes()).extracting(Axis::unit).containsOnlyNulls();
        assertThat(image.level(0).scale()).containsOnly(1.0);
        assertThat(plane(folder)).isEqualTo(new byte[] {1, 2, 3, 4, 5, 6});
    }

    @Test
    void axesThatCannotBeKnown() throws IOException {
        Hand.file(folder.resolve(".zattrs"), "{'multiscales': [{'version': '0.1', 'datasets': [{'path': '0'}]}]}");
        array(folder.resolve("0"), "[1, 2, 3]", "0.0.0", "");

        assertThatIOException().isThrownBy(() -> OmeZarrImage.open(folder)).withMessageContaining("has no 'axes'");
    }

    /** QuPath writes 'NaN' where it does not know a distance, null comes from others; the largest int is its end of all windows. */
    @ParameterizedTest
    @ValueSource(strings = {"'NaN'", "NaN", "null"})
    void distancesThatAreNotKnown(String unknown) throws IOException {
        Hand.file(
                folder.resolve(".zattrs"),
                "{'bioformats2raw.layout': 3, 'multiscales': [{'version': '0.4', 'name': 5, 'coordinateTransformations': null,"
                        + " 'axes': [{'name': 'z', 'type': 'space'}, {'name': 'y', 'type': 'space'}, {'name': 'x', 'type': 'space'}],"
                        + " 'datasets': [{'path': 's0', 'coordinateTransformations': [{'type': 'scale', 'scale': ["
                        + unknown + ", 0.5, 2]}, {'type': 'translation', 'translation': [" + unknown
                        + ", 0, 1]}]}]}]}");
        array(folder.resolve("s0"), "[1, 2, 3]", "0/0/0", ", 'dimension_separator': '/'");

        OmeLevel level = OmeZarrImage.open(folder).level(0);

        assertThat(level.scale()).containsExactly(1.0, 0.5, 2.0);
        assertThat(level.translation()).containsExactly(0.0, 0.0, 1.0);
    }

    @Test
    void aWindowThatEndsBeyondTheTypeIsCutThere() throws IOException {
        String channel =
                "{'active': true, 'color': '%s', 'label': '', 'window': {'start': 0.0, 'end': 2147483647, 'min': 0.0, 'max': 2147483647}}";
        Hand.file(
                folder.resolve(".zattrs"),
                "{'multiscales': [{'version': '0.4', 'axes': ['c', 'y', 'x'], 'datasets': [{'path': 's0'}]}], 'omero': {'channels': ["
                        + channel.formatted("FF0000") + "," + channel.formatted("00FF00") + ","
                        + channel.formatted("0000FF") + "]}}");
        array(folder.resolve("s0"), "[3, 1, 2]", "0.0.0", "");

        Picture picture = OmePictures.of(OmeZarrImage.open(folder), 0, ChannelOrder.DEFAULT, NumberRange.DISPLAY, 0)
                .picture(0);
        int[] argb = new int[2];
        ((Pixels.EightBit) picture.read(new Tile(0, 0, 2, 1))).pack(0, 2, argb);

        assertThat(argb).containsExactly(0xff010305, 0xff020406);
    }

    /** n5-zarr and zarr-python 3 with metadata of version 0.4 on Zarr v3, and of 0.5 on Zarr v2. */
    @ParameterizedTest
    @CsvSource({"true, false", "true, true", "false, true"})
    void versionsOfZarrAndOfOme(boolean isZarr3, boolean isInOne) throws IOException {
        String ome = "'multiscales': [{'axes': ['y', 'x'], 'datasets': [{'path': 'a'}]%s}]";
        String attributes = isInOne
                ? "{'ome': {'version': '0.5', " + ome.formatted("") + "}}"
                : "{" + ome.formatted(", 'version': '0.4'") + "}";
        if (isZarr3) {
            Hand.file(
                    folder.resolve("zarr.json"),
                    "{'zarr_format': 3, 'node_type': 'group', 'consolidated_metadata': null, 'attributes': "
                            + attributes + "}");
            Hand.v3(folder.resolve("a"));
        } else {
            Hand.file(folder.resolve(".zattrs"), attributes);
            Hand.v2(folder.resolve("a"));
        }

        OmeZarrImage image = OmeZarrImage.open(folder);

        assertThat(axes(image)).isEqualTo("yx");
        assertThat(image.version()).isEqualTo(isZarr3 ? OmeVersion.V0_5 : OmeVersion.V0_4);
    }

    private void image(String path) throws IOException {
        Hand.file(folder.resolve(path).resolve(".zgroup"), "{'zarr_format': 2}");
        Hand.file(
                folder.resolve(path).resolve(".zattrs"),
                "{'multiscales': [{'version': '0.4', 'axes': ['y', 'x'], 'datasets': [{'path': '0'}]}]}");
        array(folder.resolve(path).resolve("0"), "[2, 3]", "0/0", ", 'dimension_separator': '/'");
    }

    /** bioformats2raw and NGFF-Converter; MoBIE and n5 put images into groups of any name. */
    @ParameterizedTest
    @ValueSource(strings = {"{'bioformats2raw.layout': 3}", "{}"})
    void theOnlyImageOfAFolderIsOpened(String attributes) throws IOException {
        Hand.file(folder.resolve(".zgroup"), "{'zarr_format': 2}");
        Hand.file(folder.resolve(".zattrs"), attributes);
        Hand.file(folder.resolve("OME/.zattrs"), "{'series': ['0']}");
        Hand.file(folder.resolve("OME/METADATA.ome.xml"), "<OME/>");
        image("0");

        OmeZarrImage image = OmeZarrImage.open(folder);

        assertThat(image.store().name("")).isEqualTo(folder.toString());
        assertThat(image.level(0).path()).isEqualTo("0/0");
        assertThat(plane(folder)).isEqualTo(new byte[] {1, 2, 3, 4, 5, 6});
    }

    @Test
    void ofSeveralImagesTheFoldersAreNamed() throws IOException {
        Hand.file(folder.resolve(".zattrs"), "{'bioformats2raw.layout': 3}");
        for (String series : List.of("0", "1", "2", "10")) image(series);
        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(folder))
                .withMessage(
                        "'" + folder
                                + "' holds several OME-Zarr images; name one of them as field, or give its folder: 0, 1, 2, 10.");
    }

    @Test
    void thoseOfAPlateToo() throws IOException {
        Hand.file(folder.resolve(".zattrs"), "{'plate': {'wells': [{'path': 'A/1'}, {'path': 'A/2'}]}}");
        Hand.file(folder.resolve("A/.zgroup"), "{'zarr_format': 2}");
        for (String well : List.of("A/1", "A/2")) {
            Hand.file(folder.resolve(well).resolve(".zattrs"), "{'well': {'images': [{'path': '0'}, {'path': '1'}]}}");
            for (String field : List.of("0", "1")) image(well + "/" + field);
        }

        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(folder))
                .withMessageEndingWith("' holds several OME-Zarr images; name one of them as field, or give its folder:"
                        + " A/1/0, A/1/1, A/2/0, A/2/1.");
        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(folder.resolve("A/1")))
                .withMessageEndingWith("name one of them as field, or give its folder: 0, 1.");
    }

    /** A folder is not replaced because an image in it could be. */
    @Test
    void aFolderThatHoldsAMaskIsNoMask() throws IOException {
        image("0");
        Hand.file(
                folder.resolve("0/.zattrs"),
                "{'image-to-mask': {}, 'multiscales': [{'version': '0.4', 'axes': ['y', 'x'], 'datasets': [{'path': '0'}]}]}");

        assertThat(MaskImage.recordIn(new FolderStore(folder.resolve("0")))).isNotNull();
        assertThat(MaskImage.recordIn(new FolderStore(folder))).isNull();
    }
}
