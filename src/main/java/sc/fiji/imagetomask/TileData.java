package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * What is known of a tile before it is computed.
 *
 * @param pixels null if there is a plane, and no alpha that counts
 * @param plane its channel; null if it was not kept
 * @param isHighBitDepth whether its pixels are of high bit depth
 * @param factor what the mask's values are multiplied with; null if there is nothing, or it is not needed
 */
record TileData(Tile tile, Pixels pixels, ChannelPlane plane, boolean isHighBitDepth, MaskSpan factor) {

    /** A tile that is read from its picture, with its factor, or without it if no values are given. */
    static TileData read(MaskInput frame, Tile tile, MaskValues values) {
        Pixels pixels = frame.picture().read(tile);
        MaskSpan factor = values == null ? null : frame.factor(tile, pixels, values);
        return new TileData(tile, pixels, null, pixels instanceof Pixels.HighBitDepth, factor);
    }

    /** A tile whose plane was kept, with its factor; one that was not kept (null) is read. */
    static TileData read(MaskInput frame, Tile tile, MaskValues values, KeptPlanes.Kept kept) {
        return kept == null
                ? read(frame, tile, values)
                : new TileData(
                        tile,
                        kept.pixels(),
                        kept.plane(),
                        kept.isHighBitDepth(),
                        frame.factor(tile, kept.pixels(), values));
    }
}
