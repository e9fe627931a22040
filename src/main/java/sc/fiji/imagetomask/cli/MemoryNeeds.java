package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            return format.isTiff() ? pieces(input) : whole(input.path(), HeaderSize.of(input.path(), format));
        } catch (IOException e) {
            return SPARE;
        }
    }

    private long whole(Path input, HeaderSize size) throws IOException {
        boolean isDeep = size.isHighBitDepth() || isFloat || !reading.range().isType();
        return SPARE + 2 * Files.size(input) + size.pixels() * (isDeep ? FLOAT_BYTES : BYTES);
    }

    /** The tile that is computed and the next one, and what has to be decoded at once. */
    private long pieces(Place input) throws IOException {
        try (PictureFile file = PictureFiles.open(input, reading)) {
            long pixels = Math.min((long) file.width() * file.height(), tilePixels);
            return SPARE + pixels * FLOAT_BYTES + file.valuesAtOnce() * 2 * Float.BYTES;
        }
    }
}
