package sc.fiji.imagetomask.img;

import java.lang.reflect.Array;
import java.util.Arrays;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.type.NativeType;
import net.imglib2.util.IntervalIndexer;
import net.imglib2.util.Util;
import net.imglib2.view.IterableRandomAccessibleInterval;
import sc.fiji.imagetomask.Tile;

/**
 * An ImgLib2 image as a sequence of planes: its first two dimensions are x and y, all further ones count the planes,
 * the lowest dimension first. Tiles of planes are read as primitive arrays: without a copy if the image stores whole
 * planes on the heap, else block by block, for any view.
 *
 * @param <A> the arrays, such as {@code byte[]} or {@code int[]}
 */
final class ImgPlanes<A> {

    /** Pixels in reading order, from {@code offset} on. */
    record Span<A>(A array, int offset) {}

    private final RandomAccessibleInterval<?> image;
    private final PrimitiveBlocks<?> blocks;
    private final PrimitiveBlocks<?> pixelByPixel;
    private final Class<A> arrayType;

    /**
     * The planes of that image.
     *
     * @param what names the image in errors
     * @param arrayType what the image's pixel type is stored in
     * @throws IllegalArgumentException if the image has no pixels or less than two dimensions
     */
    <T extends NativeType<T>> ImgPlanes(String what, RandomAccessibleInterval<T> image, Class<A> arrayType) {
        requirePixels(what, image);
        this.image = image;
        this.blocks = PrimitiveBlocks.of(image, OnFallback.ACCEPT).threadSafe();
        this.pixelByPixel = PrimitiveBlocks.of(new IterableRandomAccessibleInterval<>(image), OnFallback.ACCEPT);
        this.arrayType = arrayType;
    }

    /** @throws IllegalArgumentException if the image has no pixels or less than two dimensions */
    static void requirePixels(String what, Interval image) {
        if (image.numDimensions() < 2)
            throw new IllegalArgumentException(
                    "The " + what + " has " + image.numDimensions() + " dimension, but must have at least 2.");
        for (int d = 0; d < image.numDimensions(); d++)
            if (image.dimension(d) == 0)
                throw new IllegalArgumentException(
                        "The " + what + " has size 0 in dimension " + d + ", but must have pixels.");
    }

    /** How many planes an image has. */
    static int count(Interval image) {
        long count = 1;
        for (int d = 2; d < image.numDimensions(); d++) count = Math.multiplyExact(count, image.dimension(d));
        return Math.toIntExact(count);
    }

    long width() {
        return image.dimension(0);
    }

    long height() {
        return image.dimension(1);
    }

    /** How many planes there are. */
    int count() {
        return count(image);
    }

    /** The pixels of a tile, which must not be changed. */
    Span<A> read(int plane, Tile tile) {
        Span<A> stored = stored(plane, tile);
        if (stored != null) return stored;
        A copy = arrayType.cast(Array.newInstance(arrayType.getComponentType(), tile.pixels()));
        copy(interval(image, plane, tile), copy);
        return new Span<>(copy, 0);
    }

    /** ImgLib2's block copy fails at permuted views of images that keep their pixels in buffers. */
    private void copy(Interval interval, A copy) {
        long[] start = interval.minAsLongArray();
        int[] size = Util.long2int(interval.dimensionsAsLongArray());
        try { // by place and size: before imglib2 7.1.4 blocks are not copied by interval
            blocks.copy(start, copy, size);
        } catch (ClassCastException e) {
            pixelByPixel.copy(start, copy, size);
        }
    }

    /** The image's own array that holds the pixels of a tile; null if there is none. */
    Span<A> stored(int plane, Tile tile) {
        HeapPlane heap = tile.isContiguous(width()) ? HeapPlane.of(image, plane) : null;
        if (heap == null || !arrayType.isInstance(heap.array())) return null;
        int start = Math.toIntExact(heap.offset() + tile.y() * width() + tile.x());
        return new Span<>(arrayType.cast(heap.array()), start);
    }

    /** The position of a tile of a plane in the image. */
    static Interval interval(Interval image, int plane, Tile tile) {
        int n = image.numDimensions();
        long[] size = image.dimensionsAsLongArray();
        size[0] = 1;
        size[1] = 1;
        long[] min = new long[n];
        IntervalIndexer.indexToPosition(plane, size, min);
        Arrays.fill(size, 1);
        size[0] = tile.width();
        size[1] = tile.height();
        min[0] = tile.x();
        min[1] = tile.y();
        for (int d = 0; d < n; d++) min[d] += image.min(d);
        long[] max = new long[n];
        Arrays.setAll(max, d -> min[d] + size[d] - 1);
        return new FinalInterval(min, max);
    }
}
