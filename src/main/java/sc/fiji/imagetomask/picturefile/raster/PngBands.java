package sc.fiji.imagetomask.picturefile.raster;

import java.io.Closeable;
import java.io.IOException;
import sc.fiji.imagetomask.memory.ArrayPool;
import sc.fiji.imagetomask.picturefile.bands.RowBands;

/**
 * A PNG that is not interlaced, in any number of rows at once. For rows above the latest ones it is read from its start
 * again.
 */
final class PngBands implements RowBands, Closeable {

    /** About how many bytes of rows that nobody asked for are read at once. */
    private static final int SKIPPED_BYTES = 1 << 22;

    /** So few that the first and the last ones, which nothing overlaps with, take little time. */
    private static final int ENOUGH_PIXELS = 1 << 22;

    private final PngFile file;
    private final PngHeader header;
    private PngInflater inflater;
    private PngScan scan;
    private int next;

    PngBands(PngFile file) {
        this.file = file;
        header = file.header();
    }

    @Override
    public int bandRows() {
        return 1;
    }

    @Override
    public int enoughPixels() {
        return ENOUGH_PIXELS;
    }

    @Override
    public void release(byte[] array) {
        ArrayPool.give(array);
    }

    /** After a failure it is read from its start again. */
    @Override
    public synchronized Band with(int top, int rows) throws IOException {
        if (scan == null || top < next) start();
        boolean isRead = false;
        try {
            int most = (int) Math.max(1, SKIPPED_BYTES / header.rowBytes(header.width()));
            for (; next < top; next += Math.min(most, top - next)) scan.skip(Math.min(most, top - next));
            byte[][] planes = scan.next(rows);
            next += rows;
            if (next == header.height()) inflater.finish();
            isRead = true;
            return new Band(PngSamples.raster(file, planes, header.width(), rows), top);
        } finally {
            if (!isRead) close();
        }
    }

    private void start() {
        close();
        inflater = file.inflater();
        scan = new PngScan(header, inflater, header.width(), header.height());
        next = 0;
    }

    @Override
    public synchronized void close() {
        if (scan != null) scan.close();
        if (inflater != null) inflater.close();
        scan = null;
        inflater = null;
    }
}
