package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.MaskSpan;

/**
 * Where a mask goes, tile by tile: an array, a file, another machine. Tiles come one after the other, unless the target is
 * concurrent, without overlap, and are rectangles of any size; {@link Picture#tiles} says which. Whether values are bytes, 0..255, or floats, 0..1, is the
 * target's choice.
 *
 * <pre>{@code
 * MemoryMask mask = new MemoryMask(width, height);
 * new ImageToMask(engine, settings).mask(MaskInput.of(picture), mask);
 * }</pre>
 */
public interface MaskTarget {

    /** The place for the values of that tile; a view of the final place, or a buffer. */
    MaskSpan open(Tile tile);

    /** The values of that tile are in the place that was opened for it. */
    default void written(Tile tile, MaskSpan values) {}

    /** Whether several threads may write at once, each another tile. */
    default boolean isConcurrent() {
        return false;
    }
}
