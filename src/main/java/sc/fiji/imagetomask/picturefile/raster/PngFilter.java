package sc.fiji.imagetomask.picturefile.raster;

/**
 * Rows of bytes as PNG stores them: each byte less the one before it, or the one above it, or as it is, whichever makes
 * the smallest numbers.
 */
final class PngFilter {

    private final byte[][] candidates;
    private byte[] above;

    PngFilter(int width) {
        candidates = new byte[3][width + 1];
        for (byte filter = 0; filter < candidates.length; filter++) candidates[filter][0] = filter;
        above = new byte[width];
    }

    /** The number of the filter and the filtered bytes of the row that starts there; until the next call. */
    byte[] next(byte[] rows, int start) {
        long plain = 0;
        long across = 0;
        long down = 0;
        int left = 0;
        for (int x = 0; x < above.length; x++) {
            byte value = rows[start + x];
            byte overLeft = (byte) (value - left);
            byte overAbove = (byte) (value - above[x]);
            candidates[0][x + 1] = value;
            candidates[1][x + 1] = overLeft;
            candidates[2][x + 1] = overAbove;
            plain += Math.abs(value);
            across += Math.abs(overLeft);
            down += Math.abs(overAbove);
            left = value;
        }
        System.arraycopy(rows, start, above, 0, above.length);
        return candidates[plain <= across && plain <= down ? 0 : across <= down ? 1 : 2];
    }
}
