package sc.fiji.imagetomask.img;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.MaskSpan;

/**
 * One slice of an ImgLib2 image of floats as the target of a mask.
 *
 * @param floats the planes of the image, written without a copy if they are on the heap
 */
record ImgFloatTarget(RandomAccessibleInterval<FloatType> image, ImgPlanes<float[]> floats, int plane)
        implements MaskTarget {

    @Override
    public MaskSpan.Floats open(Tile tile) {
        ImgPlanes.Span<float[]> stored = floats.stored(plane, tile);
        return stored == null
                ? MaskSpan.Floats.allocate(tile.pixels())
                : new MaskSpan.Floats(stored.array(), stored.offset(), tile.pixels());
    }

    @Override
    public void written(Tile tile, MaskSpan values) {
        if (floats.stored(plane, tile) != null) return;
        float[] made = ((MaskSpan.Floats) values).array();
        RandomAccessibleInterval<FloatType> place = Views.interval(image, ImgPlanes.interval(image, plane, tile));
        LoopBuilder.setImages(ArrayImgs.floats(made, place.dimensionsAsLongArray()), place)
                .forEachPixel((value, pixel) -> pixel.set(value));
    }
}
