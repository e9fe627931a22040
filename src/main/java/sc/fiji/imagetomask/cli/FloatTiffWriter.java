package sc.fiji.imagetomask.cli;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFWriter;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.stream.FileImageOutputStream;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Output;

/**
 * Writes 32-bit float TIFF, values 0..1, not compressed, one strip per slice; as BigTIFF beyond 4 GB.
 *
 * <p>Design decision: the library that writes the other files writes no floats as pictures, but it writes directories.
 */
final class FloatTiffWriter implements MaskWriter {

    private static final short BLACK_IS_ZERO = 1;
    private static final short NO_COMPRESSION = 1;
    private static final short FLOATS = 3;

    private final FileImageOutputStream stream;
    private final TIFFWriter directories;
    private final boolean big;
    private long pointer;

    /** Of a file that exists and is empty, for masks of that many bytes in all. */
    FloatTiffWriter(Path path, long bytes) throws IOException {
        stream = new FileImageOutputStream(path.toFile());
        stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        big = bytes >= MaskFormat.PLAIN_TIFF_BYTES;
        directories = new TIFFWriter(big ? Long.BYTES : Integer.BYTES);
        directories.writeTIFFHeader(stream);
        pointer = stream.getStreamPosition();
        directories.writeOffset(stream, 0);
    }

    @Override
    public void write(MemoryMask slice) throws IOException {
        long start = stream.getStreamPosition();
        int width = (int) slice.width();
        float[] row = new float[width];
        for (int at = 0; at < slice.bytes().length; at += width) {
            for (int x = 0; x < width; x++) row[x] = Output.fraction(slice.bytes()[at + x] & 255);
            stream.writeFloats(row, 0, width);
        }
        long directory = directories.writeIFD(entries(slice, start), stream);
        long next = stream.getStreamPosition();
        stream.seek(pointer);
        directories.writeOffset(stream, directory);
        stream.seek(next);
        directories.writeOffset(stream, 0);
        pointer = next;
    }

    private List<Entry> entries(MemoryMask slice, long start) {
        short place = big ? TIFF.TYPE_LONG8 : TIFF.TYPE_LONG;
        long bytes = slice.width() * slice.height() * Float.BYTES;
        return List.of(
                new TIFFEntry(TIFF.TAG_IMAGE_WIDTH, TIFF.TYPE_LONG, slice.width()),
                new TIFFEntry(TIFF.TAG_IMAGE_HEIGHT, TIFF.TYPE_LONG, slice.height()),
                new TIFFEntry(TIFF.TAG_BITS_PER_SAMPLE, TIFF.TYPE_SHORT, (short) Float.SIZE),
                new TIFFEntry(TIFF.TAG_COMPRESSION, TIFF.TYPE_SHORT, NO_COMPRESSION),
                new TIFFEntry(TIFF.TAG_PHOTOMETRIC_INTERPRETATION, TIFF.TYPE_SHORT, BLACK_IS_ZERO),
                new TIFFEntry(TIFF.TAG_STRIP_OFFSETS, place, start),
                new TIFFEntry(TIFF.TAG_SAMPLES_PER_PIXEL, TIFF.TYPE_SHORT, (short) 1),
                new TIFFEntry(TIFF.TAG_ROWS_PER_STRIP, TIFF.TYPE_LONG, slice.height()),
                new TIFFEntry(TIFF.TAG_STRIP_BYTE_COUNTS, place, bytes),
                new TIFFEntry(TIFF.TAG_SAMPLE_FORMAT, TIFF.TYPE_SHORT, FLOATS));
    }

    @Override
    public void finish() throws IOException {
        stream.flush();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
