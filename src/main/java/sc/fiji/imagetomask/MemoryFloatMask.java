package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.MaskRun;

/** A mask in memory, one float, 0..1, per pixel, row by row; it can be read and written, tiles of whole rows without a copy. */
public final class MemoryFloatMask implements Coverage, MaskTarget {

    private final float[] values;
    private final int width;
    private final int height;

    /** Of these width * height values; as a mask, a NaN counts as 0, and values beyond 0..1 as 0 or 1. */
    public MemoryFloatMask(float[] values, int width, int height) {
        if (values.length != Math.multiplyExact(width, height))
            throw new IllegalArgumentException(values.length + " values, but must be " + width + " x " + height + ".");
        this.values = values;
        this.width = width;
        this.height = height;
    }

    /** Of zeros. */
    public MemoryFloatMask(int width, int height) {
        this(new float[Math.multiplyExact(width, height)], width, height);
    }

    /** The values themselves. */
    public float[] values() {
        return values;
    }

    @Override
    public long width() {
        return width;
    }

    @Override
    public long height() {
        return height;
    }

    @Override
    public MaskRun.Floats read(Tile tile) {
        MaskRun.Floats run = open(tile);
        if (!tile.isRun(width))
            for (int y = 0; y < tile.height(); y++)
                System.arraycopy(values, start(tile, y), run.array(), y * tile.width(), tile.width());
        return run;
    }

    @Override
    public MaskRun.Floats open(Tile tile) {
        return tile.isRun(width)
                ? new MaskRun.Floats(values, tile.start(width), tile.pixels())
                : new MaskRun.Floats(new float[tile.pixels()], 0, tile.pixels());
    }

    @Override
    public void written(Tile tile, MaskRun run) {
        if (!tile.isRun(width))
            for (int y = 0; y < tile.height(); y++)
                System.arraycopy(
                        ((MaskRun.Floats) run).array(), y * tile.width(), values, start(tile, y), tile.width());
    }

    private int start(Tile tile, int row) {
        return tile.start(width) + row * width;
    }
}
