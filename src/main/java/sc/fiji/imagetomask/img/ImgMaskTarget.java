package sc.fiji.imagetomask.img;

import java.util.function.BiConsumer;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;

/**
 * One slice of an ImgLib2 image, of any kind, as the target of a mask.
 *
 * @param bytes the planes of the image if its pixels are bytes, to be written without a copy; else null
 * @param put makes a pixel of a mask's value
 */
record ImgMaskTarget<T extends Type<T>>(
        RandomAccessibleInterval<T> image, ImgPlanes<byte[]> bytes, BiConsumer<UnsignedByteType, T> put, int plane)
        implements MaskTarget {

    @Override
    public ByteSpan open(Tile tile) {
        ImgPlanes.Span<byte[]> stored = stored(tile);
        return stored == null
                ? ByteSpan.allocate(tile.pixels())
                : new ByteSpan(stored.array(), stored.offset(), tile.pixels());
    }

    @Override
    public void written(Tile tile, MaskSpan values) {
        if (stored(tile) != null) return;
        byte[] made = ((ByteSpan) values).array();
        RandomAccessibleInterval<T> place = Views.interval(image, ImgPlanes.interval(image, plane, tile));
        LoopBuilder.setImages(ArrayImgs.unsignedBytes(made, place.dimensionsAsLongArray()), place)
                .forEachPixel(put::accept);
    }

    private ImgPlanes.Span<byte[]> stored(Tile tile) {
        return bytes == null ? null : bytes.stored(plane, tile);
    }
}
