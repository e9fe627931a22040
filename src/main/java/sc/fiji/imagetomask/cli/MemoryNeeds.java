package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Files;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.raster.HeaderSize;

/**
 * How much memory the masks of a batch need, by the headers of the picture files.
 *
 * @param reading how the samples of picture files are read
 * @param isFloat whether masks are of 32-bit floating point
 * @param tilePixels of a picture that is read piece by piece
 * @param most how many bytes the pictures at work may need together
 */
record MemoryNeeds(SampleReading reading, boolean isFloat, int tilePixels, long most) {

    /** For each pixel: as it is decoded, in planes, turned or with other colours, the channel, the mask. */
    private static final int BYTES = 24;

    /** The same with floats. */
    private static final int FLOAT_BYTES = 56;

    /** Pixels of a picture that is read as a whole, so that it is not opened to know more. */
    private static final long SMALL = 1 << 22;

    /** Of every job: bands of rows, compressed bytes. */
    private static final long SPARE = 1 << 22;

    /** Half of the heap, because what was used before is not free at once. */
    MemoryNeeds(SampleReading reading, boolean isFloat, int tilePixels) {
        this(reading, isFloat, tilePixels, Runtime.getRuntime().maxMemory() / 2);
    }

    /** Of a file that cannot be read: little, because it is reported only. */
    long of(Place input) {
        try {
            if (input.isOmeZarr()) return pieces(input);
            PictureFormat format = PictureFormat.of(input.path());
            if (format.isTiff()) return pieces(input);
            HeaderSize size = HeaderSize.of(input.path(), format);
            boolean isPng = format == PictureFormat.PNG; // whose bytes are never all in memory
            long bytes = isPng ? 0 : 2 * Files.size(input.path());
            boolean isDeep =
                    size.isHighBitDepth() || isFloat || !reading.range().isType();
            long pixels = isPng && size.pixels() > SMALL ? pixels(input) : size.pixels();
            return SPARE + bytes + pixels * (isDeep ? FLOAT_BYTES : BYTES);
        } catch (IOException e) {
            return SPARE;
        }
    }

    private long pixels(Place input) throws IOException {
        try (PictureFile file = PictureFiles.open(input, reading)) {
            return file.pixelsAtOnce(tilePixels);
        }
    }

    /** The tile that is computed and the next one, and what has to be decoded at once. */
    private long pieces(Place input) throws IOException {
        try (PictureFile file = PictureFiles.open(input, reading)) {
            return SPARE + file.pixelsAtOnce(tilePixels) * FLOAT_BYTES + file.valuesAtOnce() * 2 * Float.BYTES;
        }
    }
}
