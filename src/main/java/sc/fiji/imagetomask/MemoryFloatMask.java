package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.MaskRun;

/** A mask in memory, one float, 0..1, per pixel, row by row; it can be read and written, tiles of whole rows without a copy. */
public final class MemoryFloatMask extends ArrayMask<MaskRun.Floats> {

    private final float[] values;

    /** Of these width * height values; as a mask, a NaN counts as 0, and values beyond 0..1 as 0 or 1. */
    public MemoryFloatMask(float[] values, int width, int height) {
        super(MaskRun.Floats.of(values), width, height);
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
    MaskRun.Floats part(MaskRun.Floats all, int from, int n) {
        return all.part(from, n);
    }

    @Override
    MaskRun.Floats allocate(int n) {
        return MaskRun.Floats.allocate(n);
    }
}
