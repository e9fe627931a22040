package sc.fiji.imagetomask.ome;

import java.util.function.Predicate;
import sc.fiji.imagetomask.Tile;

/**
 * The tiles of one slice that are read next: those of a row follow each other, and then those of the next row. Safe for use
 * from several threads.
 */
final class TilesAhead {

    private final long width;
    private final long height;
    private final Predicate<Tile> begin;
    private Tile usual;
    private long next;

    /**
     * @param width of the slice
     * @param height of the slice
     * @param begin begins to read a tile; says whether it did
     */
    TilesAhead(long width, long height, Predicate<Tile> begin) {
        this.width = width;
        this.height = height;
        this.begin = begin;
    }

    /** Begins to read that tile and as many of the next ones as there is room for. */
    synchronized void from(Tile tile) {
        boolean isFirst = tile.x() == 0 && tile.y() == 0;
        if (isFirst || usual == null) {
            usual = tile;
            next = 0;
        }
        long columns = (width - 1) / usual.width() + 1;
        long rows = (height - 1) / usual.height() + 1;
        next = Math.max(next, tile.y() / usual.height() * columns + tile.x() / usual.width());
        while (next < rows * columns && begin.test(at(next % columns, next / columns))) next++;
    }

    private Tile at(long column, long row) {
        long x = column * usual.width();
        long y = row * usual.height();
        return new Tile(x, y, (int) Math.min(usual.width(), width - x), (int) Math.min(usual.height(), height - y));
    }
}
