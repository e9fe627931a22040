package sc.fiji.imagetomask.picturefile.raster;

import java.io.IOException;

/** Some neighbouring rows of a PNG: inflated, and then without their filters in planes. */
final class PngBand {

    private final byte[][] planes;
    private final byte[][] above;
    private final int rowBytes;
    private final int height;
    private final int most;
    private final byte[] filtered;
    private int top;
    private int rows;

    /**
     * Of no rows yet.
     *
     * @param planes one for each byte of a pixel
     * @param above the row above the first one of the planes
     * @param rowBytes of a row without the number of its filter
     * @param height of the planes
     * @param most how many rows it has at most
     */
    PngBand(byte[][] planes, byte[][] above, int rowBytes, int height, int most) {
        this.planes = planes;
        this.above = above;
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
        for (int y = top; y < top + rows; y++)
            PngUnfilter.row(
                    filtered,
                    (y - top) * (rowBytes + 1),
                    planes,
                    y == 0 ? above : planes,
                    Math.max(0, y - 1) * width,
                    y * width,
                    width);
    }
}
