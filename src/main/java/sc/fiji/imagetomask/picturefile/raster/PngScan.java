package sc.fiji.imagetomask.picturefile.raster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import sc.fiji.imagetomask.threads.Together;

/**
 * The rows of a PNG, or of a pass of it, in their order. A thread inflates the next ones while another takes the filters off
 * those before them.
 */
final class PngScan {

    /** About how many bytes of rows are inflated at once. */
    private static final int BAND_BYTES = 1 << 18;

    private final PngHeader header;
    private final PngInflater inflater;
    private final int width;
    private final int rowBytes;
    private byte[][] above;

    /** @param width of the rows, in pixels */
    PngScan(PngHeader header, PngInflater inflater, int width) {
        this.header = header;
        this.inflater = inflater;
        this.width = width;
        rowBytes = Math.toIntExact(header.rowBytes(width));
        above = new byte[header.step()][rowBytes / header.step()];
    }

    /** The next rows: a plane for each byte of a pixel, or one with a byte for each pixel of less. */
    byte[][] next(int rows) throws IOException {
        int planeWidth = rowBytes / header.step();
        byte[][] planes = new byte[header.step()][Math.multiplyExact(planeWidth, rows)];
        try {
            read(planes, rows);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        above = new byte[planes.length][];
        for (int c = 0; c < planes.length; c++)
            above[c] = Arrays.copyOfRange(planes[c], planes[c].length - planeWidth, planes[c].length);
        return PngSamples.unpacked(header, planes, width, rows);
    }

    private void read(byte[][] planes, int rows) throws IOException {
        int most = Math.min(rows, BAND_BYTES / (rowBytes + 1) + 1);
        PngBand band = new PngBand(planes, above, rowBytes, rows, most);
        band.inflate(inflater, 0);
        if (most < rows) {
            PngBand next = new PngBand(planes, above, rowBytes, rows, most);
            while (band.end() < rows) {
                PngBand now = band;
                PngBand then = next;
                Together.forEach(List.of(true, false), isNext -> {
                    if (isNext) inflate(then, now.end());
                    else now.unfilter();
                });
                band = then;
                next = now;
            }
        }
        band.unfilter();
    }

    private void inflate(PngBand band, int first) {
        try {
            band.inflate(inflater, first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
