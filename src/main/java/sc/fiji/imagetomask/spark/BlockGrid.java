package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import java.util.List;
import java.util.stream.LongStream;
import sc.fiji.imagetomask.Tile;

/**
 * All blocks of all slices, in groups by number. A group has the blocks at one place of neighbouring slices that share
 * their chunks in the picture, so that each chunk is decoded once.
 *
 * @param width of a slice, in pixels
 * @param height of a slice, in pixels
 * @param slices how many there are
 * @param depth how many of them follow each other along z; a divisor of slices
 * @param together how many slices share a chunk, at least 1
 * @param edge of a block, in pixels; blocks at the right and lower edge of the slice are smaller
 */
record BlockGrid(long width, long height, long slices, long depth, int together, int edge) implements Serializable {

    private long columns() {
        return (width - 1) / edge + 1;
    }

    private long rows() {
        return (height - 1) / edge + 1;
    }

    private long groupsInDepth() {
        return (depth - 1) / together + 1;
    }

    /** How many groups there are. */
    long groups() {
        return Math.multiplyExact(Math.multiplyExact(columns(), rows()), slices / depth * groupsInDepth());
    }

    /** The blocks of that group, 0 being the first. */
    List<Block> group(long number) {
        long place = number / groupsInDepth();
        long x = place % columns() * edge;
        long y = place / columns() % rows() * edge;
        long t = place / columns() / rows();
        Tile tile = new Tile(x, y, (int) Math.min(edge, width - x), (int) Math.min(edge, height - y));
        long z = number % groupsInDepth() * together;
        return LongStream.range(z, Math.min(z + together, depth))
                .mapToObj(inDepth -> new Block(t * depth + inDepth, tile))
                .toList();
    }
}
