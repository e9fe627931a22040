package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.ByteRun;

/** A mask or selection that a picture's mask is multiplied with: 0 is outside, 255 inside; read tile by tile. */
public interface Coverage {

    /** In pixels. */
    long width();

    /** In pixels. */
    long height();

    /** The values of that tile; the caller does not write to them. */
    ByteRun read(Tile tile);
}
