package sc.fiji.imagetomask.img;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.MaskSpan;

/** One slice of an ImgLib2 image of any floating-point numbers as the target of a mask. */
record ImgRealTarget<T extends RealType<T>>(RandomAccessibleInterval<T> image, int plane) implements MaskTarget {

    @Override
    public MaskSpan.Floats open(Tile tile) {
        return MaskSpan.Floats.allocate(tile.pixels());
    }

    @Override
    public void written(Tile tile, MaskSpan values) {
        RandomAccessibleInterval<T> place = Views.interval(image, ImgPlanes.interval(image, plane, tile));
        LoopBuilder.setImages(
                        ArrayImgs.floats(((MaskSpan.Floats) values).array(), place.dimensionsAsLongArray()), place)
                .forEachPixel((value, pixel) -> pixel.setReal(value.get()));
    }
}
