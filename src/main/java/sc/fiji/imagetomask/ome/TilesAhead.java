package sc.fiji.imagetomask.ome;

import java.util.BitSet;
import sc.fiji.imagetomask.Tile;

/**
 * The tiles of a stack that are read next: those of a row follow each other, then those of the next row, and then those of
 * the next slice. Safe for use from several threads.
 *
 * <p>Design decision: a slice may be read once or twice before the next one, or all slices before all of them again, and
 * tiles that are kept in memory are not read again. So what was seen of the slices before decides: tiles of the next slice
 * are begun if slices are read once, or when one is read for the second time, and then no more than that slice.
 */
final class TilesAhead {

    /** Begins to read a tile of a slice, and says whether it did. */
    interface Begin {
        boolean begin(int slice, Tile tile);
    }

    private final long width;
    private final long height;
    private final int slices;
    private final Begin begin;
    private final BitSet read = new BitSet();
    private Tile usual;
    private int current;
    private boolean isSecondTime;
    private boolean areReadOnce;
    private long next;

    /**
     * @param width of each slice
     * @param height of each slice
     * @param slices how many there are
     */
    TilesAhead(long width, long height, int slices, Begin begin) {
        this.width = width;
        this.height = height;
        this.slices = slices;
        this.begin = begin;
    }

    /** Begins to read that tile and as many of the next ones as there is room for. */
    synchronized void from(int slice, Tile tile) {
        if (usual == null || tile.x() == 0 && tile.y() == 0 && !isUsual(tile)) {
            usual = tile;
            read.clear();
            next = 0;
        }
        long inSlice = columns() * rows();
        int place = Math.toIntExact(tile.y() / usual.height() * columns() + tile.x() / usual.width());
        long now = slice * inSlice + place;
        boolean isAgain = slice < current || slice == current && read.get(place);
        if (slice == current + 1) areReadOnce = !isSecondTime;
        if (slice != current) isSecondTime = false;
        else if (isAgain) isSecondTime = true;
        if (isAgain || slice != current) read.clear();
        current = slice;
        read.set(place);
        next = isAgain ? now : Math.max(next, now);
        int end = areReadOnce ? slices : Math.min(slices, slice + (isSecondTime ? 2 : 1));
        while (next < end * inSlice && begin.begin((int) (next / inSlice), at(next % inSlice))) next++;
    }

    private boolean isUsual(Tile tile) {
        return tile.width() == usual.width() && tile.height() == usual.height();
    }

    private long columns() {
        return (width - 1) / usual.width() + 1;
    }

    private long rows() {
        return (height - 1) / usual.height() + 1;
    }

    private Tile at(long place) {
        long x = place % columns() * usual.width();
        long y = place / columns() * usual.height();
        return new Tile(x, y, (int) Math.min(usual.width(), width - x), (int) Math.min(usual.height(), height - y));
    }
}
