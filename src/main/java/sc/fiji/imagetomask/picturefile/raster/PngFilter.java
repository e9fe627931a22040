package sc.fiji.imagetomask.picturefile.raster;

/**
 * The filters of PNG for pixels of one byte: a row as it is, or its differences from the bytes on the left, above, the
 * average of both, or the one of these and their upper left neighbour that is closest to left + above - upper left (Paeth).
 */
final class PngFilter {

    static final int NONE = 0;
    static final int SUB = 1;
    static final int UP = 2;
    static final int AVERAGE = 3;
    static final int PAETH = 4;

    /** So many neighbouring pixels of a row are looked at, then {@link #SKIPPED} are not. */
    private static final int LOOKED_AT = 32;

    private static final int SKIPPED = 96;

    private PngFilter() {}

    /**
     * Filters a row by the one of these filters that makes the smallest numbers.
     *
     * @param filters any of the filters
     * @param rows holds this row and the one above it
     * @param at where the row starts
     * @param filtered takes the number of the filter and the filtered row
     * @param to where it starts there
     */
    static void filter(int[] filters, byte[] rows, int at, int width, byte[] filtered, int to) {
        int filter = filters.length == 1 ? filters[0] : best(filters, rows, at, width);
        filtered[to] = (byte) filter;
        switch (filter) {
            case NONE -> System.arraycopy(rows, at, filtered, to + 1, width);
            case SUB -> sub(rows, at, width, filtered, to + 1);
            case UP -> up(rows, at, width, filtered, to + 1);
            case AVERAGE -> average(rows, at, width, filtered, to + 1);
            default -> paeth(rows, at, width, filtered, to + 1);
        }
    }

    private static int best(int[] filters, byte[] rows, int at, int width) {
        int[] sums = sums(rows, at, width);
        int best = filters[0];
        for (int filter : filters) if (sums[filter] < sums[best]) best = filter;
        return best;
    }

    /** For each filter, how far its numbers are from 0, without the first pixel, and in long rows of every fourth pixel. */
    private static int[] sums(byte[] rows, int at, int width) {
        int none = 0;
        int sub = 0;
        int up = 0;
        int average = 0;
        int paeth = 0;
        int step = width < 2 * (LOOKED_AT + SKIPPED) ? LOOKED_AT : LOOKED_AT + SKIPPED;
        for (int start = 1; start < width; start += step) {
            int end = at + Math.min(width, start + LOOKED_AT);
            int left = rows[at + start - 1] & 255;
            int corner = rows[at + start - 1 - width] & 255;
            for (int i = at + start; i < end; i++) {
                int value = rows[i] & 255;
                int above = rows[i - width] & 255;
                none += Math.abs((byte) value);
                sub += Math.abs((byte) (value - left));
                up += Math.abs((byte) (value - above));
                average += Math.abs((byte) (value - (left + above >> 1)));
                paeth += Math.abs((byte) (value - closest(left, above, corner)));
                left = value;
                corner = above;
            }
        }
        return new int[] {none, sub, up, average, paeth};
    }

    /**
     * Which of these is closest to left + above - corner; the first of those that are equally close. In noise a processor
     * cannot guess which it is, so that there are masks of bits here, and no branches.
     */
    static int closest(int left, int above, int corner) {
        int acrossTop = above - corner;
        int downSide = left - corner;
        int toLeft = Math.abs(acrossTop);
        int toAbove = Math.abs(downSide);
        int toCorner = Math.abs(acrossTop + downSide);
        int isCorner = toCorner - toAbove >> 31;
        int isOther = Math.min(toAbove, toCorner) - toLeft >> 31;
        int other = above - (acrossTop & isCorner);
        return left + (other - left & isOther);
    }

    private static void sub(byte[] rows, int at, int width, byte[] filtered, int to) {
        filtered[to] = rows[at];
        for (int x = 1; x < width; x++) filtered[to + x] = (byte) (rows[at + x] - rows[at + x - 1]);
    }

    private static void up(byte[] rows, int at, int width, byte[] filtered, int to) {
        for (int x = 0; x < width; x++) filtered[to + x] = (byte) (rows[at + x] - rows[at + x - width]);
    }

    private static void average(byte[] rows, int at, int width, byte[] filtered, int to) {
        int left = 0;
        for (int x = 0; x < width; x++) {
            int value = rows[at + x] & 255;
            filtered[to + x] = (byte) (value - (left + (rows[at + x - width] & 255) >> 1));
            left = value;
        }
    }

    private static void paeth(byte[] rows, int at, int width, byte[] filtered, int to) {
        int left = 0;
        int corner = 0;
        for (int x = 0; x < width; x++) {
            int value = rows[at + x] & 255;
            int above = rows[at + x - width] & 255;
            filtered[to + x] = (byte) (value - closest(left, above, corner));
            left = value;
            corner = above;
        }
    }
}
