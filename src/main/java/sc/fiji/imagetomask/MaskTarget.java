package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.MaskRun;

/** Where a mask goes, tile by tile. */
public interface MaskTarget {

    /** The place for the values of that tile; a view of the final place, or a buffer. */
    MaskRun open(Tile tile);

    /** The values of that tile are in the place that was opened for it. */
    default void written(Tile tile, MaskRun values) {}
}
