package sc.fiji.imagetomask.picturefile.raster;

import java.io.IOException;
import java.util.Arrays;

/** Some neighbouring rows of a pass of a PNG: inflated, and then without their filters in the planes of the pass. */
final class PngBand {

    private final byte[][] planes;
    private final int rowBytes;
    private final int height;
    private final int most;
    private final byte[] filtered;
    private int top;
    private int rows;

    /**
     * Of no rows yet.
     *
     * @param planes of the pass, one for each byte of a pixel
     * @param rowBytes of a row without the number of its filter
     * @param height of the pass
     * @param most how many rows it has at most
     */
    PngBand(byte[][] planes, int rowBytes, int height, int most) {
        this.planes = planes;
        this.rowBytes = rowBytes;
        this.height = height;
        this.most = most;
        filtered = new byte[Math.multiplyExact(most, rowBytes + 1)];
    }

    /** The row after its last one. */
    int end() {
        return top + rows;
    }

    /** Inflates the rows from this one on; none if there are no more. */
    void inflate(PngInflater inflater, int first) throws IOException {
        top = first;
        rows = Math.min(most, height - first);
        inflater.read(filtered, rows * (rowBytes + 1));
    }

    /** Puts the rows into the planes. */
    void unfilter() {
        int width = rowBytes / planes.length;
        byte[][] zeros = new byte[planes.length][];
        if (top == 0) Arrays.fill(zeros, new byte[width]);
        for (int y = top; y < top + rows; y++)
            PngUnfilter.row(
                    filtered,
                    (y - top) * (rowBytes + 1),
                    planes,
                    y == 0 ? zeros : planes,
                    Math.max(0, y - 1) * width,
                    y * width,
                    width);
    }
}
