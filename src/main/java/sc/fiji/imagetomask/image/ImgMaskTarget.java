package sc.fiji.imagetomask.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.ByteRun;
import sc.fiji.imagetomask.engine.MaskRun;

/** One slice of an ImgLib2 image of bytes, of any kind, as the place that a mask goes to. */
record ImgMaskTarget(RandomAccessibleInterval<UnsignedByteType> image, ImgPlanes<byte[]> planes, int plane)
        implements MaskTarget {

    @Override
    public ByteRun open(Tile tile) {
        ImgPlanes.Run<byte[]> stored = planes.stored(plane, tile);
        return stored == null
                ? ByteRun.allocate(tile.pixels())
                : new ByteRun(stored.array(), stored.offset(), tile.pixels());
    }

    @Override
    public void written(Tile tile, MaskRun values) {
        if (planes.stored(plane, tile) != null) return;
        RandomAccessibleInterval<UnsignedByteType> place = Views.interval(image, planes.interval(plane, tile));
        ImgUtil.copy(ArrayImgs.unsignedBytes(((ByteRun) values).array(), place.dimensionsAsLongArray()), place);
    }
}
