package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.MaskSpan;

/** A mask or selection that a picture's mask is multiplied with: bytes 0..255 or floats 0..1, 0 being outside; read tile by tile. */
public interface WeightMap {

    /** In pixels. */
    long width();

    /** In pixels. */
    long height();

    /** The values of that tile; the caller does not write to them. */
    MaskSpan read(Tile tile);

    /** Whether reading takes time, as from a file; see {@link Picture#isLazy}. */
    default boolean isLazy() {
        return false;
    }

    /** Whether several threads may read at once. */
    default boolean isConcurrent() {
        return false;
    }
}
