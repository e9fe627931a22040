package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.measure.Calibration;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.imagej.MaskInfo;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.options.MaskRecord;

/** TIFF masks of files say what ImageJ says: dimensions, sizes, and how they were made. */
class MaskNotesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "tiff");

    @TempDir
    private Path temp;

    @Test
    void aHyperstackIsOneAgain() {
        Path input = FOLDER.resolve("ij_tzcyx.tif");
        ImagePlus source = new Opener().openImage(input.toString());
        ImagePlus mask = mask(input);
        assertThat(new int[] {mask.getNChannels(), mask.getNSlices(), mask.getNFrames()})
                .containsExactly(1, 2, 2);
        assertThat(mask.isHyperStack()).isTrue();
        requireSame(source.getCalibration(), mask.getCalibration());
        assertThat(mask.getCalibration().frameInterval).isEqualTo(3.5);
        assertThat(mask.getCalibration().pixelDepth).isEqualTo(0.7);
    }

    @Test
    void soIsAnOmeTiff() {
        Calibration sizes = mask(FOLDER.resolve("ome_xytzc.tif")).getCalibration();
        assertThat(sizes.pixelWidth).isEqualTo(0.25);
        assertThat(sizes.pixelDepth).isEqualTo(2);
        assertThat(sizes.frameInterval).isEqualTo(0.5);
        assertThat(sizes.getUnit()).isEqualTo("\u00b5m");
    }

    @ParameterizedTest
    @CsvSource({"0.3125, 0.3125, um", "0.7, 1.3, mm", "0.000123456, 0.00002, nm", "12345.678, 3, pc", "0.1, 0.1, inch"})
    void sizesOfImageJ(double width, double height, String unit) {
        ImagePlus image = IJ.createImage("in", "8-bit ramp", 20, 10, 3);
        image.getCalibration().pixelWidth = width;
        image.getCalibration().pixelHeight = height;
        image.getCalibration().pixelDepth = 1.7;
        image.getCalibration().setUnit(unit);
        Path input = temp.resolve("in.tif");
        assertThat(new FileSaver(image).saveAsTiff(input.toString())).isTrue();
        requireSame(
                new Opener().openImage(input.toString()).getCalibration(),
                mask(input).getCalibration());
    }

    /** No unit is stored (0), or that there is none (1); inch (2) and cm (3). */
    @ParameterizedTest
    @CsvSource({"0, 300, 300", "0, 300, 0", "1, 4, 2", "1, 300, 0", "2, 300, 300", "3, 118, 59"})
    void aResolutionAloneIsKept(int unit, int across, int down) throws Exception {
        Path input = temp.resolve("in.tif");
        Files.write(input, grey(unit, across, down));
        Calibration mask = mask(input).getCalibration();
        assertThat(1 / mask.pixelWidth).isCloseTo(across, within(1e-4));
        assertThat(1 / mask.pixelHeight).isCloseTo(down == 0 ? across : down, within(1e-4));
        assertThat(mask.getUnit().strip()).isEqualTo(unit == 2 ? "inch" : unit == 3 ? "cm" : "pixel");
        if (unit == 0) return;
        Calibration source = new Opener().openImage(input.toString()).getCalibration();
        assertThat(mask.pixelWidth).isCloseTo(source.pixelWidth, within(1e-7));
    }

    /** The fields of a picture of 2 x 2 pixels, in their order; 0 leaves one out. */
    private static byte[] grey(int unit, int across, int down) {
        List<int[]> fields = new ArrayList<>(List.of(
                new int[] {256, 3, 2},
                new int[] {257, 3, 2},
                new int[] {258, 3, 8},
                new int[] {259, 3, 1},
                new int[] {262, 3, 1},
                new int[] {273, 4, 8},
                new int[] {277, 3, 1},
                new int[] {278, 3, 2},
                new int[] {279, 4, 4}));
        if (across > 0) fields.add(new int[] {282, 5, 12});
        if (down > 0) fields.add(new int[] {283, 5, 20});
        if (unit > 0) fields.add(new int[] {296, 3, unit});
        ByteBuffer file = ByteBuffer.allocate(28 + 2 + 12 * fields.size() + 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(28);
        file.put(new byte[] {0, 50, 100, -1})
                .putInt(across)
                .putInt(1)
                .putInt(down)
                .putInt(1);
        file.putShort((short) fields.size());
        for (int[] field : fields)
            file.putShort((short) field[0]).putShort((short) field[1]).putInt(1).putInt(field[2]);
        return file.array();
    }

    /** The unit of pHYs is 0: the numbers say only how many times pixels are as high as wide. */
    @Test
    void soIsTheShapeOfThePixelsOfAPng() throws Exception {
        Path input = temp.resolve("in.tif");
        Files.write(input, grey(1, 4, 2));
        Path png = temp.resolve("one.png");
        assertThat(CliRun.java(input, png).problems()).isEmpty();
        byte[] part = {'p', 'H', 'Y', 's', 0, 0, 0, 4, 0, 0, 0, 2, 0};
        String expected = new String(part, StandardCharsets.ISO_8859_1);
        assertThat(Files.readString(png, StandardCharsets.ISO_8859_1)).contains(expected);
        Path again = temp.resolve("two.png");
        assertThat(CliRun.java(png, again).problems()).isEmpty();
        assertThat(Files.readString(again, StandardCharsets.ISO_8859_1)).contains(expected);
        Path tiff = temp.resolve("three.tif");
        assertThat(CliRun.java(again, tiff).problems()).isEmpty();
        Calibration mask = new Opener().openImage(tiff.toString()).getCalibration();
        assertThat(new double[] {mask.pixelWidth, mask.pixelHeight}).containsExactly(0.25, 0.5);
    }

    private static void requireSame(Calibration source, Calibration mask) {
        assertThat(mask.pixelWidth).isCloseTo(source.pixelWidth, within(source.pixelWidth * 1e-4));
        assertThat(mask.pixelHeight).isCloseTo(source.pixelHeight, within(source.pixelHeight * 1e-4));
        assertThat(mask.pixelDepth).isEqualTo(source.pixelDepth);
        assertThat(mask.getUnit()).isEqualTo(source.getUnit());
        assertThat(mask.frameInterval).isEqualTo(source.frameInterval);
    }

    private ImagePlus mask(Path input) {
        Path output = temp.resolve("mask of " + input.getFileName().toString().replace(".ome.zarr", ".tif"));
        assertThat(CliRun.java(input, output).problems()).isEmpty();
        return new Opener().openImage(output.toString());
    }

    @Test
    void theRecordIsThatOfTheMenu() {
        Path input = FOLDER.resolve("ij_tzcyx.tif");
        Path output = temp.resolve("mask.tif");
        assertThat(CliRun.java("--channel", "S (HSV)", "--black", 10, "--range", "5,200", input, output)
                        .err())
                .isEmpty();
        MaskRecord record = MaskInfo.of(new Opener().openImage(output.toString()));
        assertThat(record.options().image()).isEqualTo("ij_tzcyx.tif");
        assertThat(record.options().settings().channel()).isEqualTo(Channel.HSV_S);
        assertThat(record.options().settings().levels().black()).isEqualTo(10);
        assertThat(record.options().reading().range().text()).isEqualTo("5,200");
        assertThat(record.ranges()).hasSize(4);
        assertThat(record.engine()).startsWith("java on ");
    }

    @Test
    void aMaskThatWasMadeInAnotherWayIsNotLeft() throws Exception {
        Path input = FOLDER.resolve("ij_tzcyx.tif");
        Path output = temp.resolve("mask.tif");
        assertThat(CliRun.java(input, output).problems()).isEmpty();
        assertThat(CliRun.java("--resume", input, output).out())
                .containsExactly(output + " exists already and is kept.");
        for (Object[] other : new Object[][] {{"--invert", "--resume"}, {"--page", 2, "--resume"}}) {
            Object[] arguments = Arrays.copyOf(other, other.length + 2);
            arguments[other.length] = input;
            arguments[other.length + 1] = output;
            assertThat(CliRun.java(arguments).err())
                    .containsExactly("'" + output
                            + "' was made from another picture or with other settings, and is made again.");
            assertThat(CliRun.java(arguments).out()).containsExactly(output + " exists already and is kept.");
        }
    }

    @Test
    void omeZarrHasAxesAndScaleOfTheHyperstack() throws Exception {
        Path output = temp.resolve("mask.ome.zarr");
        assertThat(CliRun.java(FOLDER.resolve("ij_tzcyx.tif"), output).problems())
                .isEmpty();
        OmeZarrImage image = OmeZarrImage.open(output);
        assertThat(image.axes())
                .containsExactly(
                        new Axis("t", "second"),
                        new Axis("z", "micrometer"),
                        new Axis("y", "micrometer"),
                        new Axis("x", "micrometer"));
        assertThat(image.level(0).array().shape()).containsExactly(2, 2, 24, 32);
        assertThat(image.level(0).scale()).containsExactly(3.5, 0.7, 0.5, 0.5);
        ImagePlus again = mask(output);
        assertThat(new int[] {again.getNChannels(), again.getNSlices(), again.getNFrames()})
                .containsExactly(1, 2, 2);
        requireSame(mask(FOLDER.resolve("ij_tzcyx.tif")).getCalibration(), again.getCalibration());
    }
}
