package sc.fiji.imagetomask;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle of a picture. Its pixels follow each other in reading order.
 *
 * @param x left edge in pixels
 * @param y top edge in pixels
 * @param width in pixels
 * @param height in pixels
 */
public record Tile(long x, long y, int width, int height) {

    /** How many pixels it has. */
    public int pixels() {
        return Math.multiplyExact(width, height);
    }

    /**
     * Whether its pixels follow each other in an array that holds the whole picture, of that width, row by row: it is of
     * whole rows, or of a part of one row.
     */
    public boolean isContiguous(long pictureWidth) {
        return height == 1 || width == pictureWidth;
    }

    /** Where it starts in an array that holds the whole picture, of that width, row by row. */
    int start(int pictureWidth) {
        return Math.toIntExact(y * pictureWidth + x);
    }

    /**
     * Cuts a picture into tiles of at most that many pixels: whole rows as long as one fits, else parts of one row.
     */
    public static List<Tile> grid(long width, long height, int maxPixels) {
        int columns = (int) Math.min(width, maxPixels);
        int rows = (int) Math.min(height, Math.max(1, columns < width ? 1 : maxPixels / columns));
        return cut(width, height, columns, rows);
    }

    /**
     * Cuts a picture that is stored in blocks into tiles of whole blocks: at least one block, and else at most this
     * number of pixels; first as wide as possible, then as high as possible.
     */
    public static List<Tile> blocks(long width, long height, int blockWidth, int blockHeight, int maxPixels) {
        long block = (long) blockWidth * blockHeight;
        if (block > Integer.MAX_VALUE - 8) return grid(width, height, maxPixels);
        long columns = Math.max(1, Math.min((width - 1) / blockWidth + 1, maxPixels / block));
        long rows = Math.max(1, Math.min((height - 1) / blockHeight + 1, maxPixels / (columns * block)));
        return cut(
                width, height, (int) Math.min(width, columns * blockWidth), (int) Math.min(height, rows * blockHeight));
    }

    private static List<Tile> cut(long width, long height, int columns, int rows) {
        List<Tile> tiles = new ArrayList<>();
        for (long y = 0; y < height; y += rows)
            for (long x = 0; x < width; x += columns)
                tiles.add(new Tile(x, y, (int) Math.min(columns, width - x), (int) Math.min(rows, height - y)));
        return tiles;
    }
}
