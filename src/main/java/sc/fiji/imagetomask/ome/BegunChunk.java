package sc.fiji.imagetomask.ome;

import sc.fiji.imagetomask.Tile;

/** A chunk of a mask that is being put together. */
final class BegunChunk {

    private final long key;
    private final Tile place;
    private final Object values;
    private long missing;

    /** @param values row by row; null if there is no room for them */
    BegunChunk(long key, Tile place, Object values) {
        this.key = key;
        this.place = place;
        this.values = values;
        missing = place.pixels();
    }

    long key() {
        return key;
    }

    Tile place() {
        return place;
    }

    Object values() {
        return values;
    }

    /** Copies the values of a tile that belong to it. Returns how many these are. */
    int copy(Tile tile, Object from) {
        long left = Math.max(tile.x(), place.x());
        long top = Math.max(tile.y(), place.y());
        int columns = (int) (Math.min(tile.x() + tile.width(), place.x() + place.width()) - left);
        int rows = (int) (Math.min(tile.y() + tile.height(), place.y() + place.height()) - top);
        for (long y = top; y < top + rows; y++)
            System.arraycopy(from, index(tile, left, y), values, index(place, left, y), columns);
        return columns * rows;
    }

    private static int index(Tile tile, long x, long y) {
        return (int) ((y - tile.y()) * tile.width() + x - tile.x());
    }

    /** Counts values that it got. Returns whether it has all of them now. */
    boolean isComplete(int more) {
        missing -= more;
        return missing == 0;
    }
}
