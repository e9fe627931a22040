package sc.fiji.imagetomask.picturefile.raster;

import java.io.Closeable;
import java.io.IOException;
import sc.fiji.imagetomask.picturefile.bands.RowBands;

/**
 * A PNG that is not interlaced, in any number of rows at once. For rows above the latest ones it is read from its start
 * again.
 */
final class PngBands implements RowBands, Closeable {

    /** About how many bytes of rows that nobody asked for are read at once. */
    private static final int SKIPPED_BYTES = 1 << 22;

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
    public synchronized Band with(int top, int rows) throws IOException {
        if (scan == null || top < next) start();
        int most = (int) Math.max(1, SKIPPED_BYTES / header.rowBytes(header.width()));
        while (next < top) read(Math.min(most, top - next));
        return new Band(PngSamples.raster(file, read(rows), header.width(), rows), top);
    }

    private void start() {
        close();
        inflater = file.inflater();
        scan = new PngScan(header, inflater, header.width());
        next = 0;
    }

    /** After a failure it is read from its start again. */
    private byte[][] read(int rows) throws IOException {
        boolean isRead = false;
        try {
            byte[][] planes = scan.next(rows);
            next += rows;
            if (next == header.height()) inflater.finish();
            isRead = true;
            return planes;
        } finally {
            if (!isRead) close();
        }
    }

    @Override
    public synchronized void close() {
        if (inflater != null) inflater.close();
        inflater = null;
        scan = null;
    }
}
