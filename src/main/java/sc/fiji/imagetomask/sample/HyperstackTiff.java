package sc.fiji.imagetomask.sample;

import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The 16-bit time series of {@link FluorescentCells} as a TIFF that ImageJ opens as a hyperstack, one directory for each plane. */
final class HyperstackTiff {

    private static final int HEADER = 8;
    private static final int ENTRIES = 10;
    private static final int DIRECTORY = 2 + 12 * ENTRIES + 4;
    private static final int PLANE = 2 * FluorescentCells.WIDTH * FluorescentCells.HEIGHT;

    private static final int NO_COMPRESSION = 1;
    private static final int BLACK_IS_ZERO = 1;

    private HyperstackTiff() {}

    /** Writes the channels of each time. */
    static void write(Path file, short[][][] frames) throws IOException {
        int channels = frames[0].length;
        int planes = frames.length * channels;
        byte[] description = ("ImageJ=1.54p\nimages=" + planes + "\nchannels=" + channels + "\nframes=" + frames.length
                        + "\nhyperstack=true\nmode=composite\nmin=90.0\nmax=400.0\n\0")
                .getBytes(StandardCharsets.US_ASCII);
        int pixels = HEADER + planes * DIRECTORY + description.length;
        ByteBuffer bytes = ByteBuffer.allocate(pixels + planes * PLANE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'I').put((byte) 'I').putShort((short) TIFF.TIFF_MAGIC).putInt(HEADER);
        for (int i = 0; i < planes; i++) {
            int next = i + 1 < planes ? HEADER + (i + 1) * DIRECTORY : 0;
            directory(bytes, description.length, HEADER + planes * DIRECTORY, pixels + i * PLANE, next);
        }
        bytes.put(description);
        for (short[][] frame : frames) for (short[] plane : frame) for (short value : plane) bytes.putShort(value);
        Files.write(file, bytes.array());
    }

    private static void directory(ByteBuffer bytes, int described, int description, int pixels, int next) {
        bytes.putShort((short) ENTRIES);
        entry(bytes, TIFF.TAG_IMAGE_WIDTH, TIFF.TYPE_LONG, 1, FluorescentCells.WIDTH);
        entry(bytes, TIFF.TAG_IMAGE_HEIGHT, TIFF.TYPE_LONG, 1, FluorescentCells.HEIGHT);
        entry(bytes, TIFF.TAG_BITS_PER_SAMPLE, TIFF.TYPE_SHORT, 1, Short.SIZE);
        entry(bytes, TIFF.TAG_COMPRESSION, TIFF.TYPE_SHORT, 1, NO_COMPRESSION);
        entry(bytes, TIFF.TAG_PHOTOMETRIC_INTERPRETATION, TIFF.TYPE_SHORT, 1, BLACK_IS_ZERO);
        entry(bytes, TIFF.TAG_IMAGE_DESCRIPTION, TIFF.TYPE_ASCII, described, description);
        entry(bytes, TIFF.TAG_STRIP_OFFSETS, TIFF.TYPE_LONG, 1, pixels);
        entry(bytes, TIFF.TAG_SAMPLES_PER_PIXEL, TIFF.TYPE_SHORT, 1, 1);
        entry(bytes, TIFF.TAG_ROWS_PER_STRIP, TIFF.TYPE_LONG, 1, FluorescentCells.HEIGHT);
        entry(bytes, TIFF.TAG_STRIP_BYTE_COUNTS, TIFF.TYPE_LONG, 1, PLANE);
        bytes.putInt(next);
    }

    private static void entry(ByteBuffer bytes, int tag, int type, int count, int value) {
        bytes.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
