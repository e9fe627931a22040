package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.Pixels;

/** A picture (one slice) that is read tile by tile. */
public interface Picture {

    /** In pixels. */
    long width();

    /** In pixels. */
    long height();

    /** The pixels of that tile. */
    Pixels read(Tile tile);
}
