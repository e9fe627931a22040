package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.MaskRun;

/** A mask in memory, one float, 0..1, per pixel, row by row; it can be read and written, without a copy. */
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
        return open(tile);
    }

    @Override
    public MaskRun.Floats open(Tile tile) {
        return new MaskRun.Floats(values, tile.start(width), tile.pixels());
    }
}
