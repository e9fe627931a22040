package sc.fiji.imagetomask;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle of a picture, of whole rows or of a part of one row: its pixels follow each other in reading order.
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
        List<Tile> tiles = new ArrayList<>();
        for (long y = 0; y < height; y += rows)
            for (long x = 0; x < width; x += columns)
                tiles.add(new Tile(x, y, (int) Math.min(columns, width - x), (int) Math.min(rows, height - y)));
        return tiles;
    }
}
