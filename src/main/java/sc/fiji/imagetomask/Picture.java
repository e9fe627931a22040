package sc.fiji.imagetomask;

import java.util.List;
import sc.fiji.imagetomask.engine.Pixels;

/** A picture (one slice) that is read tile by tile. */
public interface Picture {

    /** In pixels. */
    long width();

    /** In pixels. */
    long height();

    /** The pixels of that tile. */
    Pixels read(Tile tile);

    /**
     * How it is best cut into tiles of about that many pixels; all its pixels in tiles without overlap. By default,
     * whole rows, or parts of one row.
     */
    default List<Tile> tiles(int pixels) {
        return Tile.grid(width(), height(), pixels);
    }

    /**
     * Whether reading takes time and memory, as from a file: then the next tile is read, by another thread, while one is
     * computed, and no more of the picture is kept than these.
     */
    default boolean isLazy() {
        return false;
    }

    /** Whether several threads may read at once. */
    default boolean isConcurrent() {
        return false;
    }

    /** The pixels of a tile, as they were read, are not used any more: their arrays may be used again. */
    default void release(Pixels pixels) {}
}
