package sc.fiji.imagetomask.img;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.imglib2.EuclideanSpace;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.Localizable;
import net.imglib2.Point;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.BoolType;
import net.imglib2.util.Cast;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * A region of an ImgLib2 image, in the image's coordinates.
 *
 * <pre>{@code
 * ImgRegion disc = ImgRegion.of(GeomMasks.closedSphere(new double[] {50, 40}, 30));
 * Img<UnsignedByteType> mask = masks.of(pictures, null, disc.within(pictures.bounds()));
 * }</pre>
 *
 * @param dimensions how many of a position's coordinates count, the first ones
 * @param inside gives a test whether a position is inside, one for each thread
 */
public record ImgRegion(int dimensions, Supplier<Predicate<Localizable>> inside) {

    /**
     * The positions for which a predicate is true, such as a region of imglib2-roi with whole or real coordinates. A
     * predicate without a number of dimensions has 2.
     */
    public static ImgRegion of(Predicate<?> region) {
        Predicate<Localizable> test = Cast.unchecked(region);
        return new ImgRegion(region instanceof EuclideanSpace space ? space.numDimensions() : 2, () -> test);
    }

    /** The positions at which an image of booleans is true; false outside its bounds. */
    public static ImgRegion of(RandomAccessibleInterval<? extends BooleanType<?>> region) {
        return new ImgRegion(region.numDimensions(), () -> {
            RandomAccess<? extends BooleanType<?>> access = region.randomAccess();
            return position -> Intervals.contains(region, position)
                    && access.setPositionAndGet(position).get();
        });
    }

    /** The union of the regions. */
    public static ImgRegion anyOf(List<ImgRegion> regions) {
        return combined(regions, Predicate::or);
    }

    /** The intersection of the regions. */
    public static ImgRegion allOf(List<ImgRegion> regions) {
        return combined(regions, Predicate::and);
    }

    private static ImgRegion combined(List<ImgRegion> regions, BinaryOperator<Predicate<Localizable>> rule) {
        int most = regions.stream().mapToInt(ImgRegion::dimensions).max().orElseThrow();
        return new ImgRegion(
                most,
                () -> regions.stream().map(ImgRegion::ofFirst).reduce(rule).orElseThrow());
    }

    /** This region as a predicate of positions, which may have more dimensions. */
    private Predicate<Localizable> ofFirst() {
        Predicate<Localizable> test = inside.get();
        Point first = new Point(dimensions);
        return position -> {
            for (int d = 0; d < dimensions; d++) first.setPosition(position.getLongPosition(d), d);
            return test.test(first);
        };
    }

    /** As an image of the picture's bounds: of all its dimensions, or of those that count. */
    public RandomAccessibleInterval<BoolType> within(Interval picture) {
        int n = Math.min(dimensions, picture.numDimensions());
        if (n < dimensions)
            throw new IllegalArgumentException("The selection has " + dimensions + " dimensions, but must have 2"
                    + (n == 2 ? "" : ", or the " + n + " of the mask") + ".");
        FunctionRandomAccessible<BoolType> everywhere = new FunctionRandomAccessible<>(
                n,
                () -> {
                    Predicate<Localizable> test = inside.get();
                    return (position, value) -> value.set(test.test(position));
                },
                BoolType::new);
        long[] min = new long[n];
        long[] max = new long[n];
        for (int d = 0; d < n; d++) {
            min[d] = picture.min(d);
            max[d] = picture.max(d);
        }
        return Views.interval(everywhere, new FinalInterval(min, max));
    }
}
