package sc.fiji.imagetomask.picturefile.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.NodeList;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.cli.Sample;

/** What the three components of a JPEG file are: as libjpeg takes them, and so Pillow. */
class JpegTest {

    private static final int APP0_BYTES = 18;

    @TempDir
    private Path temp;

    private byte[] jfif;
    private byte[] expected;

    @BeforeEach
    void write() throws IOException {
        jfif = withoutSubsampling(Sample.of(40, 24, 3, 3));
        expected = red(jfif);
    }

    @ParameterizedTest
    @CsvSource({
        "1 2 3, -1, false",
        "0 1 2, -1, false",
        "2 3 4, -1, false",
        "89 67 99, -1, false", // Y, C, c
        "1 2 3, 0, true",
        "1 2 3, 2, true",
        "0 1 2, -1, true",
        "1 2 3, 1, false",
        "1 2 3, 2, false",
        "82 71 66, -1, true",
    })
    void isYcbcrUnlessItSaysSomethingElse(String names, int adobe, boolean isJfif) throws IOException {
        assertThat(red(changed(names, adobe, isJfif))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"82 71 66, -1", "1 2 3, 0"})
    void isRgbIfItSaysSo(String names, int adobe) throws IOException {
        byte[] red = red(changed(names, adobe, false));
        assertThat(red).isNotEqualTo(expected).isEqualTo(luma());
    }

    /** The bytes of the first component: of the greys that YCbCr stands for with both others in the middle. */
    private byte[] luma() throws IOException {
        Path file = Files.write(temp.resolve("luma.jpg"), jfif);
        Path mask = temp.resolve("luma.png");
        var raster = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            raster.setInput(in);
            var components = raster.readRaster(0, null);
            byte[] first = new byte[40 * 24];
            for (int i = 0; i < first.length; i++) first[i] = (byte) components.getSample(i % 40, i / 40, 0);
            new Sample(40, 24, new byte[][] {first}).write(mask);
        }
        return red(Files.readAllBytes(mask), "png");
    }

    @Test
    void aBrokenOneIsRefusedInASentence() throws IOException {
        for (int length : new int[] {1, 3, 5, 20, 30, 160}) {
            Path file = Files.write(temp.resolve("cut.jpg"), Arrays.copyOf(jfif, length));
            CliRun run = CliRun.java("--force", file, temp.resolve("cut.png"));
            assertThat(run.status()).isOne();
            assertThat(run.err()).hasSize(1).first().asString().startsWith("'" + file + "' ");
        }
    }

    private byte[] red(byte[] file) throws IOException {
        return red(file, "jpg");
    }

    private byte[] red(byte[] file, String extension) throws IOException {
        Path input = Files.write(temp.resolve("in." + extension), file);
        CliRun run = CliRun.java("--force", "--channel", "R (RGB)", input, temp.resolve("out.png"));
        assertThat(run.problems()).isEmpty();
        return Sample.grey(temp.resolve("out.png"), 0);
    }

    /** With other names for its components, with or without Adobe's segment and that of JFIF. */
    private byte[] changed(String names, int adobe, boolean isJfif) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jfif, 0, isJfif ? 2 + APP0_BYTES : 2);
        if (adobe >= 0)
            out.writeBytes(new byte[] {
                (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) adobe
            });
        byte[] rest = Arrays.copyOfRange(jfif, 2 + APP0_BYTES, jfif.length);
        int frame = indexOf(rest, 0xc0);
        int scan = indexOf(rest, 0xda);
        String[] ids = names.split(" ");
        for (int c = 0; c < 3; c++) {
            rest[frame + 10 + 3 * c] = Byte.parseByte(ids[c]);
            rest[scan + 5 + 2 * c] = Byte.parseByte(ids[c]);
        }
        out.writeBytes(rest);
        return out.toByteArray();
    }

    private static int indexOf(byte[] segments, int marker) {
        int at = 0;
        while ((segments[at + 1] & 255) != marker) at += 2 + ((segments[at + 2] & 255) << 8 | segments[at + 3] & 255);
        return at;
    }

    private static byte[] withoutSubsampling(Sample sample) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var image = sample.image();
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree("javax_imageio_jpeg_image_1.0");
        NodeList components = tree.getElementsByTagName("componentSpec");
        for (int c = 0; c < components.getLength(); c++) {
            ((IIOMetadataNode) components.item(c)).setAttribute("HsamplingFactor", "1");
            ((IIOMetadataNode) components.item(c)).setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree("javax_imageio_jpeg_image_1.0", tree);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(metadata, new IIOImage(image, null, metadata), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
