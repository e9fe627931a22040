package sc.fiji.imagetomask.img;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.NumberRange.Span;

/**
 * An ImgLib2 image of numbers of any type as a sequence of planes, as in {@link ImgPlanes}; its values are scaled in
 * double precision.
 */
record ImgRealPlanes(RandomAccessibleInterval<? extends RealType<?>> image) {

    /** What {@link NumberRange#TYPE} means for this image. */
    Span typeSpan() {
        RealType<?> type = image.getType();
        return type instanceof IntegerType ? new Span(type.getMinValue(), type.getMaxValue()) : new Span(0, 1);
    }

    /** Whether all values are whole numbers of at most 16 bits, which floats hold exactly. */
    boolean isShort() {
        RealType<?> type = image.getType();
        return type instanceof IntegerType && type.getMinValue() >= Short.MIN_VALUE && type.getMaxValue() <= 0xffff;
    }

    /** The values of a tile, scaled. */
    float[] read(int plane, Tile tile, Span span) {
        float[] values = new float[tile.pixels()];
        Cursor<? extends RealType<?>> cursor = Views.flatIterable(
                        Views.interval(image, ImgPlanes.interval(image, plane, tile)))
                .cursor();
        for (int i = 0; i < values.length; i++)
            values[i] = (float) span.scale(cursor.next().getRealDouble());
        return values;
    }
}
