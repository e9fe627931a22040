package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.MaskSpan;

/**
 * A mask in an array, row by row; tiles of whole rows are parts of the array, others are copied.
 *
 * @param <R> what its values are
 */
abstract sealed class ArrayMask<R extends MaskSpan> implements WeightMap, MaskTarget
        permits MemoryMask, MemoryFloatMask {

    private final R all;
    private final int width;
    private final int height;

    /** @throws IllegalArgumentException if there is not one value for each pixel */
    ArrayMask(R all, int width, int height) {
        if (all.length() != Math.multiplyExact(width, height))
            throw new IllegalArgumentException(
                    "The mask has " + all.length() + " values, but must have " + width + " x " + height + ".");
        this.all = all;
        this.width = width;
        this.height = height;
    }

    /** The n values of this mask from that one on. */
    abstract R part(R all, int from, int n);

    /** New values. */
    abstract R allocate(int n);

    @Override
    public final long width() {
        return width;
    }

    @Override
    public final long height() {
        return height;
    }

    @Override
    public final R read(Tile tile) {
        R run = open(tile);
        if (!tile.isContiguous(width))
            for (int y = 0; y < tile.height(); y++)
                System.arraycopy(all.array(), start(tile, y), run.array(), y * tile.width(), tile.width());
        return run;
    }

    @Override
    public final R open(Tile tile) {
        return tile.isContiguous(width) ? part(all, tile.start(width), tile.pixels()) : allocate(tile.pixels());
    }

    @Override
    public final void written(Tile tile, MaskSpan run) {
        if (!tile.isContiguous(width))
            for (int y = 0; y < tile.height(); y++)
                System.arraycopy(run.array(), y * tile.width(), all.array(), start(tile, y), tile.width());
    }

    @Override
    public final boolean isConcurrent() {
        return true;
    }

    private int start(Tile tile, int row) {
        return tile.start(width) + row * width;
    }
}
