package sc.fiji.imagetomask.picturefile.raster;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import sc.fiji.imagetomask.memory.ArrayPool;
import sc.fiji.imagetomask.threads.ReadAhead;
import sc.fiji.imagetomask.threads.Together;

/**
 * The rows of a PNG, or of a pass of it, in their order. If there is more than one thread, one of its own inflates the next
 * block of rows while the caller takes the filters off the block before.
 */
final class PngScan implements Closeable {

    /** About how many bytes of rows are inflated at once. */
    private static final int BLOCK_BYTES = 1 << 18;

    private final PngHeader header;
    private final PngInflater inflater;
    private final int width;
    private final int height;
    private final int rowBytes;
    private final int blockRows;
    private final ReadAhead<byte[]> blocks;
    private byte[] block;
    private byte[][] above;
    private int next;

    /**
     * Of the rows that come next.
     *
     * @param width of the rows, in pixels
     * @param height how many there are
     */
    PngScan(PngHeader header, PngInflater inflater, int width, int height) {
        this.header = header;
        this.inflater = inflater;
        this.width = width;
        this.height = height;
        rowBytes = Math.toIntExact(header.rowBytes(width));
        blockRows = Math.min(height, BLOCK_BYTES / (rowBytes + 1) + 1);
        above = new byte[header.step()][rowBytes / header.step()];
        blocks = new ReadAhead<>((height - 1) / blockRows + 1, this::inflated, bytes -> Together.threads() > 1);
    }

    private byte[] inflated(int i) {
        byte[] filtered = ArrayPool.take(byte[].class, Math.multiplyExact(blockRows, rowBytes + 1));
        try {
            inflater.read(filtered, Math.min(blockRows, height - i * blockRows) * (rowBytes + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return filtered;
    }

    /**
     * The next rows: a plane for each byte of a pixel, or one with a byte for each pixel of fewer bits.
     *
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    byte[][] next(int rows) throws IOException {
        return PngSamples.unpacked(header, stored(rows), width, rows);
    }

    private byte[][] stored(int rows) throws IOException {
        int planeWidth = above[0].length;
        byte[][] planes = new byte[above.length][];
        for (int c = 0; c < planes.length; c++)
            planes[c] = ArrayPool.take(byte[].class, Math.multiplyExact(planeWidth, rows));
        try {
            for (int y = 0; y < rows; y++) row(planes, y);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (int c = 0; c < planes.length; c++)
            above[c] = Arrays.copyOfRange(planes[c], planes[c].length - planeWidth, planes[c].length);
        return planes;
    }

    private void row(byte[][] planes, int y) {
        int inBlock = next % blockRows;
        if (inBlock == 0) {
            if (block != null) ArrayPool.give(block);
            block = blocks.apply(next / blockRows);
        }
        int planeWidth = above[0].length;
        PngUnfilter.row(
                block,
                inBlock * (rowBytes + 1),
                planes,
                y == 0 ? above : planes,
                Math.max(0, y - 1) * planeWidth,
                y * planeWidth,
                planeWidth);
        next++;
    }

    /** Goes on behind that many rows. */
    void skip(int rows) throws IOException {
        for (byte[] plane : stored(rows)) ArrayPool.give(plane);
    }

    /** Waits for the thread that inflates. */
    @Override
    public void close() {
        blocks.close();
    }
}
