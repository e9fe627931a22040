package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Hand;

/** OME-Zarr images as pictures, masks and results of the command line. */
class OmeZarrOnTheCommandLineTest {

    private static final MaskSettings VALUE = MaskSettings.of("V (HSV)");

    @TempDir
    private Path temp;

    private Path output;

    @BeforeEach
    void place() {
        output = temp.resolve("out.ome.zarr");
    }

    static void make(Object... arguments) {
        CliRun run = CliRun.java(arguments);
        assertThat(run.problems()).isEmpty();
        assertThat(run.status()).isZero();
    }

    /** As skimage and napari write what they separated: false is 0 and true is 255; as a mask, true is inside. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void booleansArePicturesAndMasks(boolean isZarr3) throws IOException {
        Path picture = temp.resolve("in.zarr");
        String ome = "'multiscales': [{'axes': [{'name': 'y'}, {'name': 'x'}], 'datasets': [{'path': '0'}]}]";
        if (isZarr3) {
            String attributes = "{'ome': {'version': '0.5', " + ome + "}}";
            Hand.file(
                    picture.resolve("zarr.json"),
                    "{'zarr_format': 3, 'node_type': 'group', 'attributes': " + attributes + "}");
            Hand.v3(picture.resolve("0"), "uint8", "bool", "'fill_value': 9", "'fill_value': false");
            Hand.file(picture.resolve("0/c/0/0"), 1, 0, 1, 0, 0, 1);
        } else {
            Hand.file(picture.resolve(".zattrs"), "{" + ome + "}");
            Hand.v2(picture.resolve("0"), "|u1", "|b1", "'fill_value': 9", "'fill_value': false");
            Hand.file(picture.resolve("0/0.0"), 1, 0, 1, 0, 0, 1);
        }
        byte[] expected = {-1, 0, -1, 0, 0, 0, -1, 0};

        make(picture, output);
        assertThat(ZarrSample.planes(output)[0]).isEqualTo(expected);
        make("--force", "--invert", "--mask", picture, picture, output);
        assertThat(ZarrSample.planes(output)[0]).containsOnly(0);
        make("--force", "--mask", picture, white(temp.resolve("white.png")), output);
        assertThat(ZarrSample.planes(output)[0]).isEqualTo(expected);
    }

    /** 4 x 2 pixels, of which the last is black. */
    private static Path white(Path file) throws IOException {
        BufferedImage image = new BufferedImage(4, 2, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 7; i++) image.getRaster().setSample(i % 4, i / 4, 0, 255);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "cyx, UINT8, 0.4",
        "yxc, UINT8, 0.5",
        "tczyx, UINT8, 0.4",
        "xyc, UINT8, 0.5",
        "zyx, UINT16, 0.4",
        "cyx, UINT16, 0.5",
        "tcyx, FLOAT32, 0.4",
        "yx, UINT8, 0.5"
    })
    void masksAreThoseOfPicturesInMemory(String axes, DataType type, String version) throws IOException {
        Random random = new Random(axes.hashCode() + type.ordinal());
        long[] shape = axes.chars()
                .mapToLong(axis -> axis == 'x' ? 151 : axis == 'y' ? 97 : axis == 'c' ? 3 : 2)
                .toArray();
        int[] chunk = axes.chars()
                .map(axis -> "xy".indexOf(axis) < 0 ? 1 + random.nextInt(2) : 20 + random.nextInt(60))
                .toArray();
        ZarrSample picture = ZarrSample.write(
                temp.resolve("in.ome.zarr"),
                axes,
                shape,
                chunk,
                type,
                version.equals("0.4") ? OmeVersion.V0_4 : OmeVersion.V0_5,
                random.nextInt(100));
        for (Statistics statistics : Statistics.values())
            for (boolean masked : new boolean[] {false, true}) {
                MaskSettings settings = VALUE.withLevels(20, 230, 1.3)
                        .withInvert(random.nextBoolean())
                        .withStatistics(statistics)
                        .withInside(masked);
                List<Object> arguments = new ArrayList<>(List.of(
                        "--force",
                        "--channel",
                        "V (HSV)",
                        "--black",
                        20,
                        "--white",
                        230,
                        "--gray",
                        1.3,
                        "--statistics",
                        statistics.label(),
                        "--chunk",
                        16 + random.nextInt(100),
                        "--tile-memory",
                        1));
                if (settings.invert()) arguments.add("--invert");
                Sample soft = Sample.of(151, 97, 1, 5);
                if (masked) arguments.addAll(List.of("--inside", "--mask", soft.write(temp.resolve("soft.png"))));
                arguments.addAll(List.of(picture.folder(), output));
                make(arguments.toArray());
                MemoryMask mask = masked ? new MemoryMask(soft.bands()[0], 151, 97) : null;
                assertThat(ZarrSample.planes(output)).isDeepEqualTo(picture.masks(settings, 0, mask));
            }
        OmeZarrImage image = OmeZarrImage.open(output);
        assertThat(image.version()).hasToString(version);
        assertThat(image.axes().stream().map(Axis::name))
                .containsExactly(axes.replace("c", "").split(""));
        assertThat(image.level(0).scale()).containsOnly(0.5);
        assertThat(image.level(0).translation()).containsOnly(7.0);
        assertThat(image.axes().get(image.dimension("x")).unit()).isEqualTo("micrometer");
        assertThat(image.channels())
                .singleElement()
                .satisfies(c -> assertThat(c.max()).isEqualTo(255));
        assertThat((Map<String, Object>) image.attributes().get("image-to-mask"))
                .containsEntry("channel", "V (HSV)")
                .containsEntry("black", 20)
                .containsEntry("mask", "soft.png")
                .containsEntry("input", "in.ome.zarr");
        assertThat(names(temp)).containsExactlyInAnyOrder("in.ome.zarr", "out.ome.zarr", "soft.png");
    }

    @Test
    void aLevelIsChosen() throws IOException {
        ZarrSample picture = sample("cyx", 3, 90, 122);
        make("--level", 1, "--channel", "V (HSV)", picture.folder(), output);
        assertThat(ZarrSample.planes(output)).isDeepEqualTo(picture.masks(VALUE, 1, null));
        assertThat(OmeZarrImage.open(output).level(0).scale().get(0)).isEqualTo(1.0);
        Path again = temp.resolve("again.ome.zarr");
        make("--level", 1, "--channel", "V (HSV)", "--mask", picture.folder(), picture.folder(), again);
        assertThat(OmeZarrImage.open(again).level(0).array().shape()).containsExactly(45, 61);
        assertThat(CliRun.java("--level", 7, picture.folder(), temp.resolve("x.png"))
                        .err())
                .containsExactly("level is 7, but must be from 0 to 2 in '" + picture.folder() + "'.");
    }

    @Test
    void aPictureFileBecomesOmeZarr() throws IOException {
        Sample first = Sample.of(130, 70, 3, 1);
        Sample second = Sample.of(130, 70, 3, 2);
        make(
                "--channel",
                "V (HSV)",
                "--chunk",
                32,
                "--zarr-version",
                "0.5",
                "--compression",
                "blosc",
                first.write(temp.resolve("in.png")),
                output);
        assertThat(ZarrSample.planes(output)).isDeepEqualTo(new byte[][] {first.mask(VALUE, null)});
        assertThat(OmeZarrImage.open(output).version()).isEqualTo(OmeVersion.V0_5);
        assertThat(OmeZarrImage.open(output).levels()).hasSize(4);
        Path stack = Sample.write(temp.resolve("in.tif"), first.image(), second.image());
        make("--channel", "V (HSV)", "--force", "--compression", "none", stack, output);
        assertThat(ZarrSample.planes(output))
                .isDeepEqualTo(new byte[][] {first.mask(VALUE, null), second.mask(VALUE, null)});
    }

    @Test
    void aPlaneBecomesAPictureFileAndPlanesAStack() throws IOException {
        ZarrSample picture = sample("tzyx", 2, 3, 50, 60);
        byte[][] masks = picture.masks(VALUE, 0, null);
        Path png = temp.resolve("out.png");
        make("--channel", "V (HSV)", "--t", 2, "--z", 3, picture.folder(), png);
        assertThat(Sample.grey(png, 0)).isEqualTo(masks[5]);
        Path tiff = temp.resolve("out.tif");
        make("--channel", "V (HSV)", "--t", 2, picture.folder(), tiff);
        for (int z = 0; z < 3; z++) assertThat(Sample.grey(tiff, z)).isEqualTo(masks[3 + z]);
        make("--channel", "V (HSV)", "--z", 2, picture.folder(), output);
        assertThat(ZarrSample.planes(output)).isDeepEqualTo(new byte[][] {masks[1], masks[4]});
        assertThat(OmeZarrImage.open(output).level(0).translation()).containsExactly(7.0, 7.5, 7.0, 7.0);
        Path none = temp.resolve("none.png");
        assertThat(CliRun.java("--z", 2, picture.folder(), none))
                .isEqualTo(new CliRun(
                        2,
                        List.of(),
                        List.of("OUTPUT is '" + none + "', but '"
                                + picture.folder().toRealPath()
                                + "' has 2 planes: choose one of them by --t and --z, or write a TIFF or"
                                + " .zarr.")));
        assertThat(CliRun.java("--z", 4, picture.folder(), png.resolveSibling("other.png"))
                        .err()
                        .get(0))
                .startsWith("z is 4, but must be from 1 to 3 in '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.png", "out.tif", "out.ome.zarr"})
    void tilesOfBlocksBecomeFilesOfAnyKind(String name) throws IOException {
        ZarrSample picture = ZarrSample.write(
                temp.resolve("in.ome.zarr"),
                "cyx",
                new long[] {3, 410, 333},
                new int[] {3, 64, 50},
                DataType.UINT8,
                OmeVersion.V0_5,
                9);
        Path out = temp.resolve(name);
        Stream<Object> chunk = name.endsWith("zarr") ? Stream.of("--chunk", 100) : Stream.of();
        Stream<Object> others = Stream.of("--channel", "V (HSV)", "--tile-memory", 1, picture.folder(), out);
        make(Stream.concat(chunk, others).toArray());
        byte[] mask = name.endsWith("zarr") ? ZarrSample.planes(out)[0] : Sample.grey(out, 0);
        assertThat(mask).isEqualTo(picture.masks(VALUE, 0, null)[0]);
    }

    @Test
    void omeZarrMultipliesToo() throws IOException {
        ZarrSample mask = sample("cyx", 1, 70, 130);
        Sample picture = Sample.of(130, 70, 3, 1);
        Path png = temp.resolve("out.png");
        make("--channel", "V (HSV)", "--mask", mask.folder(), picture.write(temp.resolve("in.png")), png);
        byte[] factors = (byte[]) ZarrSample.plane(mask.folder(), 0, Map.of());
        assertThat(Sample.grey(png, 0)).isEqualTo(picture.mask(VALUE, new MemoryMask(factors, 130, 70)));
    }

    @Test
    void oneMaskServesAllPositions() throws IOException {
        ZarrSample picture = sample("zyx", 3, 40, 50);
        ZarrSample mask = ZarrSample.write(
                temp.resolve("mask.ome.zarr"),
                "yx",
                new long[] {40, 50},
                new int[] {16, 50},
                DataType.UINT8,
                OmeVersion.V0_5,
                8);
        make("--channel", "V (HSV)", "--z", 3, "--mask", mask.folder(), picture.folder(), output);
        byte[] factors = (byte[]) ZarrSample.plane(mask.folder(), 0, Map.of());
        assertThat(ZarrSample.planes(output)[0]).isEqualTo(picture.masks(VALUE, 0, new MemoryMask(factors, 50, 40))[2]);
        assertThat(CliRun.java("--t", 2, picture.folder(), temp.resolve("x.png"))
                        .err()
                        .get(0))
                .isEqualTo("t is 2, but '" + picture.folder() + "' has only t 1.");
    }

    @Test
    void floatsAndBinaryMasks() throws IOException {
        ZarrSample picture = sample("cyx", 3, 70, 130);
        byte[] mask = picture.masks(VALUE, 0, null)[0];
        make("--channel", "V (HSV)", "--output", "32-bit", picture.folder(), output);
        float[] floats = (float[]) ZarrSample.plane(output, 0, Map.of());
        for (int i = 0; i < mask.length; i++) assertThat(floats[i]).isEqualTo((mask[i] & 255) / 255f);
        make("--force", "--channel", "V (HSV)", "--output", "binary", picture.folder(), output);
        assertThat(ZarrSample.planes(output)).isDeepEqualTo(picture.masks(VALUE.withOutput(Output.BINARY), 0, null));
    }

    @Test
    void aFolderOfThem() throws IOException {
        Path in = Files.createDirectory(temp.resolve("in"));
        ZarrSample picture = ZarrSample.write(
                in.resolve("one.ome.zarr"),
                "yx",
                new long[] {40, 50},
                new int[] {32, 32},
                DataType.UINT8,
                OmeVersion.V0_4,
                3);
        Sample.of(20, 20, 3, 1).write(in.resolve("two.png"));
        make("--channel", "V (HSV)", in, temp.resolve("masks"));
        assertThat(ZarrSample.planes(temp.resolve("masks/one.ome.zarr"))).isDeepEqualTo(picture.masks(VALUE, 0, null));
        assertThat(temp.resolve("masks/two.png")).exists();
    }

    private ZarrSample sample(String axes, long... shape) throws IOException {
        return sample(temp.resolve("in.ome.zarr"), axes, shape);
    }

    static ZarrSample sample(Path folder, String axes, long... shape) throws IOException {
        int[] chunk = axes.chars().map(axis -> "xy".indexOf(axis) < 0 ? 1 : 32).toArray();
        return ZarrSample.write(folder, axes, shape, chunk, DataType.UINT8, OmeVersion.V0_4, 4);
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
