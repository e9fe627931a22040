package sc.fiji.imagetomask.picturefile.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the pixels of a TIFF slice lie in its file: in tiles or in strips of whole rows, each a block that is compressed by
 * itself; and which of them are read at once.
 *
 * @param directory of the slice
 * @param width of the slice, in pixels
 * @param height of the slice, in pixels
 * @param tiled false: strips
 * @param blockWidth in pixels
 * @param blockHeight in pixels; the last row of strips may be lower
 * @param planes how often the slice is cut: for each channel, if they are stored apart
 * @param pixelBytes of one pixel, all channels, when it is decoded; at least 1
 * @param rowBytes of one row of a plane, where rows of strips can be read by themselves; else 0
 * @param mostBytes how much is decoded at once, unless a single block is larger
 * @param behind how many bytes behind the place that the directory says rows lie
 */
public record TiffBlocks(
        TiffDirectory directory,
        int width,
        int height,
        boolean tiled,
        int blockWidth,
        int blockHeight,
        int planes,
        int pixelBytes,
        long rowBytes,
        int mostBytes,
        long behind) {

    /** The number of bytes that are decoded at once by default. */
    public static final int USUAL_BYTES = 1 << 21;

    /** The field has 16 bits. */
    private static final int MOST_SAMPLES = 65535;

    private static final int NOT_COMPRESSED = 1;
    private static final int YCBCR = 6;
    private static final int APART = 2;

    static TiffBlocks of(TiffDirectory fields, int mostBytes) throws IOException {
        int width = size(fields.number(TiffTag.IMAGE_WIDTH, 0));
        int height = size(fields.number(TiffTag.IMAGE_LENGTH, 0));
        boolean tiled = fields.has(TiffTag.TILE_WIDTH);
        int blockWidth = tiled ? size(fields.number(TiffTag.TILE_WIDTH, 0)) : width;
        int blockHeight = tiled
                ? size(fields.number(TiffTag.TILE_LENGTH, 0))
                : (int) Math.min(height, size(Math.min(height, fields.number(TiffTag.ROWS_PER_STRIP, height))));
        int samples = size(fields.number(TiffTag.SAMPLES_PER_PIXEL, 1));
        if (samples > MOST_SAMPLES) throw new IOException("it cannot have " + samples + " channels");
        int bits = size(fields.number(TiffTag.BITS_PER_SAMPLE, 1));
        boolean apart = fields.number(TiffTag.PLANAR_CONFIGURATION, 1) == APART && samples > 1;
        boolean rows = !tiled
                && fields.number(TiffTag.COMPRESSION, 1) == NOT_COMPRESSED
                && fields.number(TiffTag.PHOTOMETRIC_INTERPRETATION, 1) != YCBCR
                && isSame(fields, samples);
        long rowBits = (long) width * bits * (apart ? 1 : samples);
        return new TiffBlocks(
                fields,
                width,
                height,
                tiled,
                blockWidth,
                blockHeight,
                apart ? samples : 1,
                (int) Math.max(1, Math.min(1 << 10, (long) samples * bits / 8)),
                rows ? (rowBits + 7) / 8 : 0,
                mostBytes,
                0);
    }

    /**
     * A slice like this one whose rows, which can be read one by one, lie this number of bytes behind the rows of this
     * one.
     */
    TiffBlocks behind(long bytes) {
        return new TiffBlocks(
                directory,
                width,
                height,
                tiled,
                blockWidth,
                blockHeight,
                planes,
                pixelBytes,
                rowBytes,
                mostBytes,
                bytes);
    }

    private static int size(long number) throws IOException {
        if (number < 1 || number > Integer.MAX_VALUE) throw new IOException("its size cannot be " + number);
        return (int) number;
    }

    private static boolean isSame(TiffDirectory fields, int samples) throws IOException {
        if (samples == 1 || !fields.has(TiffTag.BITS_PER_SAMPLE)) return true;
        int stored =
                (int) Math.min(samples, fields.field(TiffTag.BITS_PER_SAMPLE).count());
        long[] bits = fields.numbers(TiffTag.BITS_PER_SAMPLE, 0, stored);
        return Arrays.stream(bits).allMatch(b -> b == bits[0]);
    }

    /**
     * A rectangle of whole blocks, in pixels.
     *
     * @param left edge
     * @param top edge
     */
    record Part(int left, int top, int width, int height) {}

    /** How many rows are read at once, the last time less: whole rows of blocks. */
    int bandRows() {
        if (rowBytes > 0) return (int) Math.min(height, Math.max(1, mostBytes / ((long) width * pixelBytes)));
        long blocks = Math.max(1, mostBytes / ((long) width * pixelBytes * blockHeight));
        return (int) Math.min(height, blocks * blockHeight);
    }

    /**
     * The parts, from left to right and from top to bottom, that rows are decoded in: a strip or tile each, or all rows at
     * once where they can be read by themselves.
     *
     * @param top the first row, which a row of strips or tiles starts with
     */
    List<Part> parts(int top, int rows) {
        if (rowBytes > 0) return List.of(new Part(0, top, width, rows));
        List<Part> parts = new ArrayList<>();
        for (long y = top; y < top + rows; y += blockHeight)
            for (long x = 0; x < width; x += blockWidth)
                parts.add(new Part((int) x, (int) y, (int) Math.min(blockWidth, width - x), (int)
                        Math.min(blockHeight, top + rows - y)));
        return parts;
    }

    /** How many pixels a stored row of a part has: tiles at the right edge are as wide as the others. */
    int storedWidth() {
        return blockWidth;
    }

    /** How many rows of a part are stored: tiles at the lower edge are as high as the others. */
    int storedRows(Part part) {
        return tiled ? blockHeight : part.height;
    }

    /** About how many bytes a strip or tile has when it is decoded. */
    long storedBytes() {
        return rowBytes > 0 ? rowBytes * bandRows() : (long) blockWidth * blockHeight * pixelBytes;
    }

    /**
     * Consecutive bytes of the file.
     *
     * @param place where they start
     * @param bytes how many there are
     */
    record Range(long place, long bytes) {}

    /** Where a part of a plane is stored. */
    List<Range> ranges(Part part, int plane) throws IOException {
        if (rowBytes > 0) return rows(part, plane);
        long block = (plane * down() + part.top / blockHeight) * across() + part.left / blockWidth;
        long place = directory.numbers(offsets(), block, 1)[0];
        return List.of(checked(place, bytes(block, place)));
    }

    private List<Range> rows(Part part, int plane) throws IOException {
        List<Range> ranges = new ArrayList<>();
        int end = part.top + part.height;
        for (int y = part.top, next; y < end; y = next) {
            int strip = y / blockHeight;
            next = (int) Math.min(end, (strip + 1L) * blockHeight);
            long start = behind + directory.numbers(offsets(), plane * down() + strip, 1)[0];
            ranges.add(checked(start + (y - strip * blockHeight) * rowBytes, (next - y) * rowBytes));
        }
        return ranges;
    }

    private long bytes(long block, long place) throws IOException {
        int tag =
                tiled && directory.has(TiffTag.TILE_BYTE_COUNTS) ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS;
        return directory.isWhole(tag) || across() * down() * planes > 1
                ? directory.numbers(tag, block, 1)[0]
                : directory.length() - place;
    }

    private Range checked(long place, long bytes) throws IOException {
        if (place < 0 || bytes < 0 || place > directory.length() - bytes) throw new EOFException();
        return new Range(place, bytes);
    }

    /** Some writers list tiles in the fields of strips. */
    private int offsets() {
        return tiled && directory.has(TiffTag.TILE_OFFSETS) ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS;
    }

    private long across() {
        return ceil(width, blockWidth);
    }

    private long down() {
        return ceil(height, blockHeight);
    }

    private static int ceil(int size, int step) {
        return (int) (((long) size + step - 1) / step);
    }
}
