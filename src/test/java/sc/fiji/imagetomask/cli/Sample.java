package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;

/**
 * A small picture with known bytes, to be written by Java's own writers.
 *
 * @param bands one array of bytes per channel
 */
public record Sample(int width, int height, byte[][] bands) {

    private static final int[][] OFFSETS = {{0}, {0, 1}, {0, 1, 2}, {0, 1, 2, 3}};

    /** Random smooth bytes. */
    public static Sample of(int width, int height, int channels, long seed) {
        Random random = new Random(seed);
        byte[][] bands = new byte[channels][width * height];
        for (byte[] band : bands) {
            int across = 1 + random.nextInt(7);
            int down = 1 + random.nextInt(7);
            for (int i = 0; i < band.length; i++)
                band[i] = (byte) (i % width * across + i / width * down + random.nextInt(9));
        }
        return new Sample(width, height, bands);
    }

    public BufferedImage image() {
        int n = bands.length;
        byte[] data = new byte[n * width * height];
        for (int i = 0; i < data.length; i++) data[i] = bands[i % n][i / n];
        ImageTypeSpecifier type = n < 3
                ? n == 1
                        ? ImageTypeSpecifier.createGrayscale(8, 0, false)
                        : ImageTypeSpecifier.createGrayscale(8, 0, false, false)
                : ImageTypeSpecifier.createInterleaved(
                        java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_sRGB),
                        OFFSETS[n - 1],
                        0,
                        n == 4,
                        false);
        return new BufferedImage(
                type.getColorModel(),
                Raster.createInterleavedRaster(
                        new DataBufferByte(data, data.length), width, height, n * width, n, OFFSETS[n - 1], null),
                false,
                null);
    }

    /** The first channel as indices of a palette; its last entry is transparent if that is asked for. */
    BufferedImage indexed(byte[][] palette, boolean transparent) {
        int n = palette[0].length;
        IndexColorModel model = new IndexColorModel(8, n, palette[0], palette[1], palette[2], transparent ? n - 1 : -1);
        byte[] indices = new byte[width * height];
        for (int i = 0; i < indices.length; i++) indices[i] = (byte) ((bands[0][i] & 255) % n);
        return new BufferedImage(
                model,
                Raster.createInterleavedRaster(
                        new DataBufferByte(indices, indices.length), width, height, width, 1, OFFSETS[0], null),
                false,
                null);
    }

    /** The mask that the job makes of these bytes. */
    byte[] mask(MaskSettings settings, MemoryMask mask) {
        MemoryMask result = new MemoryMask(width, height);
        MemoryPicture picture = new MemoryPicture(new Pixels.Planar(bands, 0, width * height), width, height);
        new ImageToMask(new JavaEngine(), settings).mask(new MaskInput(picture, mask, null), result);
        return result.bytes();
    }

    public Path write(Path file) throws IOException {
        return write(file, image());
    }

    public static Path write(Path file, BufferedImage... slices) throws IOException {
        String name = file.toString();
        String format = name.substring(name.lastIndexOf('.') + 1);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.equals("tif") ? "tiff" : format)
                .next();
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            if (slices.length > 1) {
                writer.prepareWriteSequence(null);
                for (BufferedImage slice : slices) writer.writeToSequence(new IIOImage(slice, null, null), null);
                writer.endWriteSequence();
            } else writer.write(slices[0]);
        } finally {
            writer.dispose();
        }
        return file;
    }

    /** The bytes of a slice of a grey file, read by Java's own readers. */
    public static byte[] grey(Path file, int slice) throws IOException {
        Raster raster = raster(file, slice);
        assertThat(raster.getNumBands()).isOne();
        return (byte[]) raster.getDataElements(0, 0, raster.getWidth(), raster.getHeight(), null);
    }

    /** A slice of a file, read by Java's own readers. */
    public static Raster raster(Path file, int slice) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = own(in);
            reader.setInput(in);
            Raster raster = reader.read(slice).getRaster();
            reader.dispose();
            return raster;
        }
    }

    public static int slices(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = own(in);
            reader.setInput(in);
            return reader.getNumImages(true);
        }
    }

    private static ImageReader own(ImageInputStream in) {
        for (var readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.")) return reader;
        }
        throw new AssertionError("Java has no reader of its own for this file.");
    }
}
