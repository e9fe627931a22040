package sc.fiji.imagetomask;

import java.util.function.Function;
import sc.fiji.imagetomask.engine.MaskSpan;

/**
 * A mask or selection that is made from another one while it is read.
 *
 * @param width in pixels
 * @param height in pixels
 * @param isLazy whether reading takes time; see {@link Picture#isLazy}
 * @param values gives the values of a tile
 */
public record DerivedWeights(long width, long height, boolean isLazy, Function<Tile, MaskSpan> values)
        implements WeightMap {

    /** Of the same size as another one. */
    public DerivedWeights(WeightMap from, Function<Tile, MaskSpan> values) {
        this(from.width(), from.height(), from.isLazy(), values);
    }

    @Override
    public MaskSpan read(Tile tile) {
        return values.apply(tile);
    }
}
