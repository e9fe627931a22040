package sc.fiji.imagetomask.oracle;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * The bytes of a PNG file with 8 bits per channel, as they stand in the file.
 *
 * @param pixels grey; grey, alpha; r, g, b; or r, g, b, a
 */
public record PngFile(Pixels.Planar pixels, int width, int height) {

    public static PngFile read(Path file) {
        try {
            Raster raster = ImageIO.read(file.toFile()).getRaster();
            int width = raster.getWidth();
            int height = raster.getHeight();
            byte[][] channels = new byte[raster.getNumBands()][width * height];
            for (int c = 0; c < channels.length; c++) {
                int[] samples = raster.getSamples(0, 0, width, height, c, (int[]) null);
                for (int i = 0; i < samples.length; i++) channels[c][i] = (byte) samples[i];
            }
            return new PngFile(new Pixels.Planar(channels, 0, width * height), width, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes without compression, which is much faster. */
    public void write(Path file) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(fresh(file))) {
            ImageWriteParam fast = writer.getDefaultWriteParam();
            fast.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            fast.setCompressionQuality(1);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(), null, null), fast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    private static File fresh(Path file) throws IOException {
        java.nio.file.Files.deleteIfExists(file);
        return file.toFile();
    }

    private BufferedImage image() {
        int bands = pixels.channels().length;
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(bands < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                pixels.hasAlpha(),
                false,
                pixels.hasAlpha() ? BufferedImage.TRANSLUCENT : BufferedImage.OPAQUE,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        int[] samples = new int[width * height];
        for (int c = 0; c < bands; c++) {
            for (int i = 0; i < samples.length; i++) samples[i] = pixels.channels()[c][pixels.offset() + i] & 255;
            raster.setSamples(0, 0, width, height, c, samples);
        }
        return new BufferedImage(model, raster, false, null);
    }
}
