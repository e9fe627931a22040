package sc.fiji.imagetomask.picturefile.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.cli.CliRun;

/** Compressed strips that are whole in themselves, but have fewer pixels than the TIFF says. */
class ShortStripsTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "BYTE, LZW", "BYTE, Deflate", "BYTE, ZLib", "BYTE, PackBits",
        "USHORT, LZW", "USHORT, Deflate", "USHORT, ZLib", "USHORT, PackBits",
        "FLOAT, LZW", "FLOAT, Deflate", "FLOAT, ZLib", "FLOAT, PackBits"
    })
    void areRefused(String type, String compression) throws IOException {
        int dataType = type.equals("BYTE")
                ? DataBuffer.TYPE_BYTE
                : type.equals("USHORT") ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_FLOAT;
        for (int bands : new int[] {1, 3, 4}) {
            byte[] tiff = tiff(dataType, bands, compression);
            Path picture = Files.write(folder.resolve("in.tif"), tiff);
            Path mask = folder.resolve("mask.tif");
            CliRun whole = CliRun.java("--force", picture, mask);
            assertThat(whole.problems()).isEmpty();
            Files.delete(mask);
            for (double times : new double[] {1.1, 2, 30}) {
                Files.write(picture, wider(tiff, times));
                CliRun run = CliRun.java(picture, mask);
                assertThat(run.err())
                        .as("%d bands, %s times as wide", bands, times)
                        .singleElement()
                        .asString()
                        .contains("in.tif'", "ends early");
                assertThat(run.status()).isOne();
                assertThat(mask).doesNotExist();
            }
        }
    }

    private static byte[] tiff(int dataType, int bands, String compression) throws IOException {
        int[] offsets = {0, 1, 2, 3};
        BufferedImage image = ImageTypeSpecifier.createInterleaved(
                        ColorSpace.getInstance(bands < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                        Arrays.copyOf(offsets, bands),
                        dataType,
                        bands == 4,
                        false)
                .createBufferedImage(WIDTH, HEIGHT);
        WritableRaster raster = image.getRaster();
        Random random = new Random(1);
        double most = dataType == DataBuffer.TYPE_FLOAT ? 1 : dataType == DataBuffer.TYPE_BYTE ? 255 : 65535;
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++)
                for (int b = 0; b < bands; b++) raster.setSample(x, y, b, random.nextDouble() * most);
        ImageWriter writer = javaWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter javaWriter() {
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff"); writers.hasNext(); ) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) return writer;
        }
        throw new AssertionError("Java has no TIFF writer of its own.");
    }

    /** With another ImageWidth. */
    private static byte[] wider(byte[] tiff, double times) {
        ByteBuffer bytes = ByteBuffer.wrap(tiff.clone());
        bytes.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = bytes.getInt(4);
        for (int i = 0; i < bytes.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            if (bytes.getShort(entry) != 256) continue;
            boolean isShort = bytes.getShort(entry + 2) == 3;
            if (isShort) bytes.putShort(entry + 8, (short) (WIDTH * times));
            else bytes.putInt(entry + 8, (int) (WIDTH * times));
        }
        return bytes.array();
    }
}
