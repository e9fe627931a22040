package sc.fiji.imagetomask.picturefile.raster;

/**
 * Takes the filters of PNG off rows, each byte of a pixel by itself: those of one kind become a plane, which is what a
 * picture needs. So the bytes are moved only once.
 */
final class PngUnfilter {

    private PngUnfilter() {}

    /**
     * One row.
     *
     * @param filtered holds the number of the filter and the filtered row
     * @param from where it starts
     * @param planes a plane for each byte of a pixel; three at a time are faster than one by one
     * @param above holds the row above of each plane
     * @param aboveAt where that starts in each
     * @param at where the row starts in each plane
     * @param width of a row of a plane
     * @throws IllegalArgumentException if there is no such filter
     */
    static void row(byte[] filtered, int from, byte[][] planes, byte[][] above, int aboveAt, int at, int width) {
        int step = planes.length;
        int start = from + 1;
        switch (filtered[from]) {
            case PngFilter.NONE -> {
                for (int c = 0; c < step; c++) plain(filtered, start + c, step, planes[c], at, width);
            }
            case PngFilter.SUB -> {
                for (int c = 0; c < step; c++) sub(filtered, start + c, step, planes[c], at, width);
            }
            case PngFilter.UP -> {
                for (int c = 0; c < step; c++) up(filtered, start + c, step, planes[c], above[c], aboveAt, at, width);
            }
            case PngFilter.AVERAGE -> {
                for (int c = 0; c < step; c++)
                    average(filtered, start + c, step, planes[c], above[c], aboveAt, at, width);
            }
            case PngFilter.PAETH -> {
                int c = 0;
                for (; c + 3 <= step; c += 3) paeth3(filtered, start + c, step, planes, above, c, aboveAt, at, width);
                for (; c < step; c++) paeth(filtered, start + c, step, planes[c], above[c], aboveAt, at, width);
            }
            default -> throw new IllegalArgumentException("filter " + filtered[from]);
        }
    }

    private static void plain(byte[] filtered, int from, int step, byte[] plane, int at, int width) {
        if (step == 1) System.arraycopy(filtered, from, plane, at, width);
        else for (int x = 0, i = from; x < width; x++, i += step) plane[at + x] = filtered[i];
    }

    private static void sub(byte[] filtered, int from, int step, byte[] plane, int at, int width) {
        byte left = 0;
        for (int x = 0, i = from; x < width; x++, i += step) {
            left += filtered[i];
            plane[at + x] = left;
        }
    }

    private static void up(
            byte[] filtered, int from, int step, byte[] plane, byte[] above, int aboveAt, int at, int width) {
        if (step == 1) for (int x = 0; x < width; x++) plane[at + x] = (byte) (filtered[from + x] + above[aboveAt + x]);
        else
            for (int x = 0, i = from; x < width; x++, i += step)
                plane[at + x] = (byte) (filtered[i] + above[aboveAt + x]);
    }

    private static void average(
            byte[] filtered, int from, int step, byte[] plane, byte[] above, int aboveAt, int at, int width) {
        int left = 0;
        for (int x = 0, i = from; x < width; x++, i += step) {
            left = filtered[i] + (left + (above[aboveAt + x] & 255) >> 1) & 255;
            plane[at + x] = (byte) left;
        }
    }

    private static void paeth(
            byte[] filtered, int from, int step, byte[] plane, byte[] above, int aboveAt, int at, int width) {
        int left = 0;
        int corner = 0;
        for (int x = 0, i = from; x < width; x++, i += step) {
            int up = above[aboveAt + x] & 255;
            left = filtered[i] + PngFilter.closest(left, up, corner) & 255;
            corner = up;
            plane[at + x] = (byte) left;
        }
    }

    /** Three planes at once: a processor works on one while it waits for the value on the left of another. */
    private static void paeth3(
            byte[] filtered,
            int from,
            int step,
            byte[][] planes,
            byte[][] above,
            int first,
            int aboveAt,
            int at,
            int width) {
        byte[] plane0 = planes[first];
        byte[] plane1 = planes[first + 1];
        byte[] plane2 = planes[first + 2];
        byte[] above0 = above[first];
        byte[] above1 = above[first + 1];
        byte[] above2 = above[first + 2];
        int left0 = 0;
        int left1 = 0;
        int left2 = 0;
        int corner0 = 0;
        int corner1 = 0;
        int corner2 = 0;
        for (int x = 0, i = from; x < width; x++, i += step) {
            int up0 = above0[aboveAt + x] & 255;
            int up1 = above1[aboveAt + x] & 255;
            int up2 = above2[aboveAt + x] & 255;
            left0 = filtered[i] + PngFilter.closest(left0, up0, corner0) & 255;
            left1 = filtered[i + 1] + PngFilter.closest(left1, up1, corner1) & 255;
            left2 = filtered[i + 2] + PngFilter.closest(left2, up2, corner2) & 255;
            corner0 = up0;
            corner1 = up1;
            corner2 = up2;
            plane0[at + x] = (byte) left0;
            plane1[at + x] = (byte) left1;
            plane2[at + x] = (byte) left2;
        }
    }
}
