package sc.fiji.imagetomask.cli;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import sc.fiji.imagetomask.MemoryMask;

/** Writes 8-bit grey PNG and TIFF with Java's ImageIO; TIFF not compressed, and as BigTIFF beyond 4 GB. */
final class ImageIoWriter implements MaskWriter {

    private static final ComponentColorModel GREY = new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);

    private final FileImageOutputStream stream;
    private final ImageWriter writer;
    private final boolean sequence;
    private final Path place;

    /**
     * Of a file that exists and is empty, for masks of that many bytes in all.
     *
     * @param place where the file will be at last, for errors
     */
    ImageIoWriter(Path path, Path place, MaskFormat format, int slices, long bytes) throws IOException {
        this.place = place;
        stream = new FileImageOutputStream(path.toFile());
        writer = format.writer(bytes);
        writer.setOutput(stream);
        if (format == MaskFormat.TIFF) stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        sequence = slices > 1;
        if (sequence) writing(() -> writer.prepareWriteSequence(null));
    }

    @Override
    public void write(MemoryMask slice) throws IOException {
        IIOImage image = new IIOImage(image(slice), null, null);
        writing(() -> {
            if (sequence) writer.writeToSequence(image, null);
            else writer.write(image);
        });
    }

    private static BufferedImage image(MemoryMask slice) {
        int width = (int) slice.width();
        int height = (int) slice.height();
        DataBufferByte bytes = new DataBufferByte(slice.bytes(), slice.bytes().length);
        return new BufferedImage(
                GREY, Raster.createInterleavedRaster(bytes, width, height, width, 1, new int[] {0}, null), false, null);
    }

    @Override
    public void finish() throws IOException {
        if (sequence) writing(writer::endWriteSequence);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void writing(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            throw Sentence.unwritable(place, e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        writing(stream::close);
    }
}
