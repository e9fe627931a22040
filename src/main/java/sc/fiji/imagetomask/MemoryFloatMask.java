package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.MaskSpan;

/** A mask in memory, one float, 0..1, per pixel, row by row; it can be read and written, tiles of whole rows without a copy. */
public final class MemoryFloatMask extends ArrayMask<MaskSpan.Floats> {

    private final float[] values;

    /** Of these width * height values; as a mask, a NaN counts as 0, and values beyond 0..1 as 0 or 1. */
    public MemoryFloatMask(float[] values, int width, int height) {
        super(MaskSpan.Floats.of(values), width, height);
        this.values = values;
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
    MaskSpan.Floats part(MaskSpan.Floats all, int from, int n) {
        return all.part(from, n);
    }

    @Override
    MaskSpan.Floats allocate(int n) {
        return MaskSpan.Floats.allocate(n);
    }
}
