package sc.fiji.imagetomask.picturefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.cli.Sample;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.picturefile.raster.PngChunks;
import sc.fiji.imagetomask.picturefile.tiff.TiffHeader;

/** Numbers count as sRGB unless a file has another profile, which is told, or followed where that is asked for. */
public class ColourProfileTest {

    /** X, Y and Z of red, green and blue under D50. */
    private static final double[][] DISPLAY_P3 = {
        {0.51512, 0.2412, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.1571, 0.06657, 0.78407}
    };

    private static final double[][] ADOBE = {
        {0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}
    };

    private static final int[] TAGS = {
        ICC_Profile.icSigRedColorantTag, ICC_Profile.icSigGreenColorantTag, ICC_Profile.icSigBlueColorantTag
    };

    private static final int[] CURVES = {
        ICC_Profile.icSigRedTRCTag, ICC_Profile.icSigGreenTRCTag, ICC_Profile.icSigBlueTRCTag
    };

    @TempDir
    private Path temp;

    private static byte[] fixed(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * values.length).put("XYZ ".getBytes(StandardCharsets.US_ASCII));
        bytes.position(8);
        for (double value : values) bytes.putInt((int) Math.round(value * 65536));
        return bytes.array();
    }

    private static byte[] gamma(double value) {
        ByteBuffer bytes = ByteBuffer.allocate(16).put("curv".getBytes(StandardCharsets.US_ASCII));
        return bytes.putInt(8, 1).putShort(12, (short) Math.round(value * 256)).array();
    }

    private static byte[] described(String name) {
        ByteBuffer bytes = ByteBuffer.allocate(28 + 2 * name.length()).put("mluc".getBytes(StandardCharsets.US_ASCII));
        bytes.putInt(8, 1)
                .putInt(12, 12)
                .putInt(20, 2 * name.length())
                .putInt(24, 28)
                .position(28);
        return bytes.put(name.getBytes(StandardCharsets.UTF_16BE)).array();
    }

    /** @param gamma 0: the curve of sRGB */
    static byte[] profile(String name, double[][] primaries, double gamma) {
        ICC_Profile profile = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        profile.setData(ICC_Profile.icSigProfileDescriptionTag, described(name));
        for (int c = 0; c < 3; c++) {
            profile.setData(TAGS[c], fixed(primaries[c]));
            if (gamma > 0) profile.setData(CURVES[c], gamma(gamma));
        }
        return profile.getData();
    }

    public static byte[] displayP3() {
        return profile("Display P3", DISPLAY_P3, 0);
    }

    private Path png(byte[] profile, int bits, int colours, byte... row) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.write("any\0\0".getBytes(StandardCharsets.US_ASCII));
        part.write(PngChunks.deflated(profile));
        return new PngChunks(1, 1, bits, colours)
                .add("iCCP", part.toByteArray())
                .pixels(row)
                .write(temp.resolve("a.png"));
    }

    private static int[] applied(Path path) throws IOException {
        int argb = Packed.of(path, new FileChoice(OrientationUse.STORED, Icc.APPLY, 0))
                .argb()[0];
        return new int[] {argb >> 16 & 255, argb >> 8 & 255, argb & 255};
    }

    private static String notice(Path path, FileChoice choice) throws IOException {
        try (PictureFile file = PictureFiles.open(path, SampleReading.DEFAULT.with(choice))) {
            return String.join(" ", file.notices());
        }
    }

    /** What the matrices of the two spaces, both of D65 adapted to D50, make of a colour. */
    @Test
    void anotherOneIsToldAndFollowedWhereAskedFor() throws IOException {
        Path path = png(displayP3(), 8, 2, (byte) 0, (byte) 200, (byte) 100, (byte) 50);
        assertThat(Packed.of(path).argb()).containsExactly(0xffc86432);
        assertThat(notice(path, FileChoice.DEFAULT))
                .isEqualTo("'" + path + "' has the colour profile 'Display P3', but its values are used as sRGB;"
                        + " --icc apply converts them.");
        int[] expected = {215, 93, 31};
        for (int c = 0; c < 3; c++) assertThat(applied(path)[c]).isCloseTo(expected[c], within(1));
        assertThat(notice(path, new FileChoice(OrientationUse.STORED, Icc.APPLY, 0)))
                .isEmpty();
    }

    @Test
    void curvesCountToo() throws IOException {
        Path path =
                png(profile("Adobe RGB (1998)", ADOBE, 2.19921875), 8, 2, (byte) 0, (byte) 120, (byte) 130, (byte) 90);
        int[] expected = {116, 131, 87};
        for (int c = 0; c < 3; c++) assertThat(applied(path)[c]).isCloseTo(expected[c], within(1));
    }

    /** The exact values of 200, 100 and 50 of 255 in Display P3 are 214.89, 92.62 and 30.94 in sRGB. */
    @Test
    void sixteenBitsKeepTheirPrecision() throws IOException {
        Path path = png(displayP3(), 16, 2, new byte[] {0, (byte) 200, (byte) 200, 100, 100, 50, 50});
        SampleReading reading = SampleReading.DEFAULT.with(new FileChoice(OrientationUse.STORED, Icc.APPLY, 0));
        try (PictureFile file = PictureFiles.open(path, reading)) {
            Pixels.HighBitDepth pixels = (Pixels.HighBitDepth) file.picture(0).read(new Tile(0, 0, 1, 1));
            double[] exact = {214.89, 92.62, 30.94};
            for (int c = 0; c < 3; c++)
                assertThat(((Samples.Floats) pixels.channels()[c]).data()[0] / 257.0)
                        .isCloseTo(exact[c], within(0.06));
        }
    }

    @Test
    void sRgbIsKnownByWhatItDoes() throws IOException {
        ICC_Profile profile = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        profile.setData(ICC_Profile.icSigProfileDescriptionTag, described("a camera's"));
        Path path = png(profile.getData(), 8, 2, (byte) 0, (byte) 200, (byte) 100, (byte) 50);
        assertThat(notice(path, FileChoice.DEFAULT)).isEmpty();
    }

    @Test
    void greyStaysGrey() throws IOException {
        ICC_Profile grey = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData());
        grey.setData(ICC_Profile.icSigGrayTRCTag, gamma(1));
        Path path = png(grey.getData(), 8, 0, (byte) 0, (byte) 128);
        assertThat(applied(path)).containsExactly(188, 188, 188);
        assertThat(notice(path, FileChoice.DEFAULT)).contains("--icc apply converts them.");
    }

    @Test
    void tablesOfColoursHaveColours() throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.write("any\0\0".getBytes(StandardCharsets.US_ASCII));
        part.write(PngChunks.deflated(displayP3()));
        for (byte[] table : new byte[][] {{(byte) 200, 100, 50}, {90, 90, 90}}) {
            Path path = new PngChunks(1, 1, 8, 3)
                    .add("iCCP", part.toByteArray())
                    .add("PLTE", table)
                    .pixels((byte) 0, (byte) 0)
                    .write(temp.resolve("a.png"));
            int[] expected = table[1] == 90 ? new int[] {90, 90, 90} : new int[] {215, 93, 31};
            for (int c = 0; c < 3; c++) assertThat(applied(path)[c]).isCloseTo(expected[c], within(1));
        }
    }

    @Test
    void thatOfATiffIsFollowedInAllItsPages() throws IOException {
        byte[] profile = displayP3();
        int[][] fields = {
            {256, 4, 1, 1},
            {257, 4, 1, 1},
            {258, 3, 1, 8 << 16},
            {259, 3, 1, 1 << 16},
            {262, 3, 1, 2 << 16},
            {273, 4, 1, 300},
            {277, 3, 1, 3 << 16},
            {278, 4, 1, 1},
            {279, 4, 1, 3},
            {34675, 7, profile.length, 400}
        };
        ByteBuffer tiff = TiffHeader.of(400 + profile.length, fields);
        tiff.position(300).put(new byte[] {(byte) 200, 100, 50}).position(400).put(profile);
        Path path = Files.write(temp.resolve("a.tif"), tiff.array());
        assertThat(Packed.of(path).argb()).containsExactly(0xffc86432);
        assertThat(notice(path, FileChoice.DEFAULT)).contains("'Display P3'");
        int[] expected = {215, 93, 31};
        for (int c = 0; c < 3; c++) assertThat(applied(path)[c]).isCloseTo(expected[c], within(1));
    }

    @Test
    void oneThatDoesNotFitIsTold() throws IOException {
        Path grey = png(displayP3(), 8, 0, (byte) 0, (byte) 128);
        assertThat(notice(grey, new FileChoice(OrientationUse.STORED, Icc.APPLY, 0)))
                .contains("'Display P3', which does not fit its channels, so its values are used as sRGB.");
        assertThat(applied(grey)).containsExactly(128, 128, 128);
        Path broken = png(new byte[200], 8, 0, (byte) 0, (byte) 128);
        assertThat(notice(broken, FileChoice.DEFAULT))
                .isEqualTo(
                        "'" + broken + "' has a colour profile that cannot be read, so its values are used as sRGB.");
    }

    @Test
    void ofAJpegItMayLieInManyParts() throws IOException {
        Path plain = Sample.of(8, 8, 3, 1).write(temp.resolve("a.jpg"));
        byte[] file = Files.readAllBytes(plain);
        byte[] profile = displayP3();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, 2);
        int middle = profile.length / 2;
        out.writeBytes(segment(2, java.util.Arrays.copyOfRange(profile, middle, profile.length)));
        out.writeBytes(segment(1, java.util.Arrays.copyOf(profile, middle)));
        out.write(file, 2, file.length - 2);
        Path path = Files.write(temp.resolve("b.jpg"), out.toByteArray());
        assertThat(Packed.of(path).argb()).isEqualTo(Packed.of(plain).argb());
        assertThat(notice(path, FileChoice.DEFAULT)).contains("'Display P3'");
        assertThat(Packed.of(path, new FileChoice(OrientationUse.STORED, Icc.APPLY, 0))
                        .argb())
                .isNotEqualTo(Packed.of(plain).argb());
    }

    private static byte[] segment(int number, byte[] part) {
        ByteBuffer segment = ByteBuffer.allocate(18 + part.length);
        segment.put((byte) 0xff).put((byte) 0xe2).putShort((short) (16 + part.length));
        segment.put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII));
        return segment.put((byte) number).put((byte) 2).put(part).array();
    }

    @Test
    void whatAPngSaysOfItsColoursOtherwiseIsTold() throws IOException {
        Path path = new PngChunks(1, 1, 8, 0)
                .add("gAMA", new byte[] {0, 1, (byte) 0x86, (byte) 0xa0})
                .pixels((byte) 0, (byte) 9)
                .write(temp.resolve("a.png"));
        assertThat(notice(path, FileChoice.DEFAULT))
                .isEqualTo("'" + path + "' says that its gamma is 1.0 (gAMA), but its values are used as sRGB.");
        path = new PngChunks(1, 1, 8, 0)
                .add("cICP", new byte[] {12, 13, 0, 1})
                .pixels((byte) 0, (byte) 9)
                .write(temp.resolve("a.png"));
        assertThat(notice(path, FileChoice.DEFAULT))
                .contains("that its colours have primaries 12 and transfer function 13 (cICP)");
        path = new PngChunks(1, 1, 8, 0)
                .add("sRGB", (byte) 0)
                .add("gAMA", new byte[] {0, 1, (byte) 0x86, (byte) 0xa0})
                .pixels((byte) 0, (byte) 9)
                .write(temp.resolve("a.png"));
        assertThat(notice(path, FileChoice.DEFAULT)).isEmpty();
    }
}
