package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * What is known of a tile before it is computed.
 *
 * @param pixels null if there are planes, and no alpha that counts
 * @param planes its channels; null if they are to be computed of the pixels
 * @param factor what the mask's values are multiplied with; null if there is nothing, or it is not needed
 */
record TileData(Tile tile, Pixels pixels, TermPlanes planes, MaskSpan factor) {

    /** A tile that is read from its picture, with its factor, or without it if no values are given. */
    static TileData read(MaskInput frame, Tile tile, MaskValues values) {
        Pixels pixels = frame.picture().read(tile);
        MaskSpan factor = values == null ? null : frame.factor(tile, pixels, values);
        return new TileData(tile, pixels, null, factor);
    }

    /** A tile of which something was kept, with its factor; one that was not kept (null) is read. */
    static TileData read(MaskInput frame, Tile tile, MaskValues values, KeptPlanes.Kept kept) {
        return kept == null
                ? read(frame, tile, values)
                : new TileData(tile, kept.pixels(), kept.planes(), frame.factor(tile, kept.pixels(), values));
    }
}
