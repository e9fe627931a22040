package sc.fiji.imagetomask.picturefile.raster;

import java.util.List;

/**
 * Some of the pixels of a PNG, which are stored as a picture of their own: every n-th pixel of every m-th row.
 *
 * @param left column of the first one
 * @param top row of the first one
 * @param across how many columns there are to the next one
 * @param down how many rows there are to the next one
 */
record PngPass(int left, int top, int across, int down) {

    private static final List<PngPass> ONE = List.of(new PngPass(0, 0, 1, 1));

    private static final List<PngPass> SEVEN = List.of(
            new PngPass(0, 0, 8, 8),
            new PngPass(4, 0, 8, 8),
            new PngPass(0, 4, 4, 8),
            new PngPass(2, 0, 4, 4),
            new PngPass(0, 2, 2, 4),
            new PngPass(1, 0, 2, 2),
            new PngPass(0, 1, 1, 2));

    /** Those that have pixels, in the order in which they are stored. */
    static List<PngPass> of(PngHeader header) {
        return (header.interlaced() ? SEVEN : ONE)
                .stream()
                        .filter(pass -> pass.left < header.width() && pass.top < header.height())
                        .toList();
    }

    /** How many pixels a row of it has. */
    int width(PngHeader header) {
        return (header.width() - left - 1) / across + 1;
    }

    /** Puts its pixels where they are in the picture. */
    void spread(PngHeader header, byte[][] pass, byte[][] picture) {
        int width = width(header);
        for (int c = 0; c < pass.length; c++)
            for (int y = 0, i = 0; y < height(header); y++) {
                int row = (top + y * down) * header.width() + left;
                for (int x = 0; x < width; x++, i++) picture[c][row + x * across] = pass[c][i];
            }
    }

    /** How many rows it has. */
    int height(PngHeader header) {
        return (header.height() - top - 1) / down + 1;
    }
}
