package sc.fiji.imagetomask.ij1.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.ZarrArray;
import sc.fiji.imagetomask.zarr.store.Address;
import sc.fiji.imagetomask.zarr.store.HttpStore;
import sc.fiji.imagetomask.zarr.store.WebServer;

/** OME-Zarr images as hyperstacks: every pixel, the sizes, the colours. */
class OmeZarrHyperstackTest {

    @TempDir
    private Path folder;

    /** The value says where it is: unsigned 8 bits can hold it. */
    private static int value(long c, long z, long t, long y, long x) {
        return (int) (100 * c + 50 * z + 25 * t + 5 * y + x) % 128;
    }

    private static long along(String axis) {
        return switch (axis) {
            case "y" -> 3;
            case "x" -> 4;
            default -> 2;
        };
    }

    private OmeZarrImage write(String axes, DataType type, OmeVersion version) throws IOException {
        List<Axis> all = axes.chars()
                .mapToObj(
                        c -> new Axis(Character.toString(c), c == 'c' ? null : c == 't' ? "millisecond" : "nanometer"))
                .toList();
        List<Long> shape = all.stream().map(axis -> along(axis.name())).toList();
        OmeZarrSpec spec = OmeZarrSpec.of(type, all, shape)
                .withVersion(version)
                .withChunk(shape.stream().map(Long::intValue).toList())
                .withScale(
                        all.stream()
                                .map(axis -> axis.name().equals("z") ? 40.0 : 20.0)
                                .toList(),
                        shape.stream().map(size -> 0.0).toList())
                .withLevels(2);
        OmeZarrOutput output = OmeZarrOutput.create(folder.resolve("image.ome.zarr"), spec, false);
        ZarrArray array = output.levels().get(0);
        int count = (int) LongStream.of(array.shape()).reduce(1, (a, b) -> a * b);
        Object values = type.newArray(count);
        for (int i = 0; i < count; i++) {
            long[] at = new long[5]; // t, c, z, y, x
            int rest = i;
            for (int d = axes.length() - 1; d >= 0; d--) {
                int size = (int) along(axes.substring(d, d + 1));
                at["tczyx".indexOf(axes.charAt(d))] = rest % size;
                rest /= size;
            }
            set(values, i, type == DataType.BOOL ? i % 2 : value(at[1], at[2], at[0], at[3], at[4]));
        }
        output.writeChunk(0, new long[axes.length()], values);
        output.writeResolutions();
        output.finish();
        return OmeZarrImage.open(folder.resolve("image.ome.zarr"));
    }

    private static void set(Object array, int i, int value) {
        if (array instanceof byte[] a) a[i] = (byte) value;
        if (array instanceof short[] a) a[i] = (short) value;
        if (array instanceof int[] a) a[i] = value;
        if (array instanceof long[] a) a[i] = value;
        if (array instanceof float[] a) a[i] = value;
        if (array instanceof double[] a) a[i] = value;
    }

    @ParameterizedTest
    @CsvSource({
        "tczyx, UINT8, 8, V0_4",
        "zyxc, UINT8, 8, V0_5",
        "ctxy, UINT8, 8, V0_5",
        "tczyx, UINT16, 16, V0_4",
        "cxy, UINT16, 16, V0_5",
        "tczyx, FLOAT32, 32, V0_5",
        "xyc, FLOAT32, 32, V0_4",
        "zyx, INT8, 32, V0_4",
        "czyx, INT16, 32, V0_5",
        "yx, UINT32, 32, V0_5",
        "tyx, INT64, 32, V0_4",
        "cyx, FLOAT64, 32, V0_4",
        "zxy, FLOAT16, 32, V0_5"
    })
    void pixelsAreThoseOfTheArray(String axes, DataType type, int bits, OmeVersion version) throws IOException {
        ImagePlus stack = OmeZarrHyperstack.of(write(axes, type, version), 0, "image");
        assertThat(stack.getStack().isVirtual()).isEqualTo(axes.length() > 2);
        assertThat(stack.getBitDepth()).isEqualTo(bits);
        assertThat(stack.getDimensions())
                .containsExactly(
                        4, 3, axes.contains("c") ? 2 : 1, axes.contains("z") ? 2 : 1, axes.contains("t") ? 2 : 1);
        for (int i = 1; i <= stack.getStackSize(); i++) {
            int[] at = stack.convertIndexToPosition(i);
            ImageProcessor plane = stack.getStack().getProcessor(i);
            for (int y = 0; y < 3; y++)
                for (int x = 0; x < 4; x++)
                    assertThat(plane.getf(x, y))
                            .as("%s %s: %s %s", axes, type, Arrays.toString(at), List.of(x, y))
                            .isEqualTo(value(at[0] - 1, at[1] - 1, at[2] - 1, y, x));
        }
    }

    @Test
    void trueIs255() throws IOException {
        ImagePlus stack = OmeZarrHyperstack.of(write("yx", DataType.BOOL, OmeVersion.V0_4), 0, "image");
        assertThat((byte[]) stack.getStack().getProcessor(1).getPixels())
                .containsExactly(0, -1, 0, -1, 0, -1, 0, -1, 0, -1, 0, -1);
    }

    @Test
    void sizesAreThoseOfTheLevel() throws IOException {
        OmeZarrImage image = write("tczyx", DataType.UINT8, OmeVersion.V0_5);
        ij.measure.Calibration full = OmeZarrHyperstack.of(image, 0, "image").getCalibration();
        assertThat(full.getUnit()).isEqualTo("nm");
        assertThat(List.of(full.pixelWidth, full.pixelHeight, full.pixelDepth)).containsExactly(20.0, 20.0, 40.0);
        assertThat(full.frameInterval).isCloseTo(0.02, within(1e-12));
        ImagePlus half = OmeZarrHyperstack.of(image, 1, "image");
        assertThat(half.getWidth()).isEqualTo(2);
        assertThat(half.getCalibration().pixelWidth).isEqualTo(40);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OmeZarrHyperstack.of(image, 2, "image"))
                .withMessageStartingWith("level is 2, but must be from 0 to 1 in '");
    }

    @ParameterizedTest
    @EnumSource
    void channelsAreShownAsTheMetadataSay(OmeVersion version) throws IOException {
        write("cyx", DataType.UINT16, version);
        Path document = folder.resolve("image.ome.zarr").resolve(version == OmeVersion.V0_4 ? ".zattrs" : "zarr.json");
        String channel = "{\"color\": \"%s\", \"active\": %s, \"window\": {\"start\": %d, \"end\": %d}}";
        String channels = "\"channels\": [" + channel.formatted("FF8000", true, 10, 200) + ", "
                + channel.formatted("00FF00", false, 0, 99) + "], \"old\": [";
        Files.writeString(
                document, Files.readString(document).replaceFirst("\"channels\" : \\[", channels.replace("$", "")));

        CompositeImage shown =
                (CompositeImage) OmeZarrHyperstack.of(OmeZarrImage.open(folder.resolve("image.ome.zarr")), 0, "image");

        assertThat(shown.getMode()).isEqualTo(CompositeImage.COMPOSITE);
        assertThat(new Color(shown.getChannelLut(1).getRGB(255))).isEqualTo(new Color(0xFF8000));
        assertThat(new Color(shown.getChannelLut(2).getRGB(255))).isEqualTo(Color.GREEN);
        assertThat(shown.getChannelLut(1).min).isEqualTo(10);
        assertThat(shown.getChannelLut(1).max).isEqualTo(200);
        assertThat(shown.getChannelLut(2).max).isEqualTo(99);
        assertThat(shown.getActiveChannels()[0]).isTrue();
        assertThat(shown.getActiveChannels()[1]).isFalse();
    }

    @Test
    void aPlaneThatCannotBeReadIsOneSentence() throws IOException {
        OmeZarrImage image = write("zyx", DataType.FLOAT32, OmeVersion.V0_4);
        List<Path> chunks = new ArrayList<>();
        try (var files = Files.walk(folder.resolve("image.ome.zarr/0"))) {
            files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(Files::isRegularFile)
                    .forEach(chunks::add);
        }
        for (Path chunk : chunks) Files.write(chunk, new byte[3]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OmeZarrHyperstack.of(image, 0, "image"))
                .withMessageContaining("is damaged")
                .withMessageStartingWith("'");
    }

    @Test
    void aPlaneThatTakesLongToReadTellsHowFarItIs() throws IOException {
        write("zyx", DataType.UINT8, OmeVersion.V0_5);
        List<String> shown = new CopyOnWriteArrayList<>();
        try (WebServer server = new WebServer(folder)) {
            server.go(request -> {
                if (request.path().contains("/0/c/")) LockSupport.parkNanos(1_700_000_000);
                return WebServer.Fault.NONE;
            });
            OmeZarrImage far = OmeZarrImage.open(HttpStore.at(Address.of(server.address() + "/image.ome.zarr")), "");
            OmeZarrStack stack = new OmeZarrStack(far, 0, shown::add);
            assertThat(stack.getProcessor(1).get(0, 0)).isEqualTo(value(0, 0, 0, 0, 0));
            assertThat(shown.get(0)).matches("image\\.ome\\.zarr: 0 %, 0\\.0 MB read, 0\\.0 MB/s");
            assertThat(shown).last().isEqualTo("");
        }
    }
}
