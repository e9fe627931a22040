package net.imagej;

import net.imglib2.AbstractWrappedInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.util.Cast;

/** Passes everything on to the image that it wraps. */
abstract class Pixels<T> extends AbstractWrappedInterval<Img<T>> implements Img<T> {

    Pixels(Img<? extends T> img) {
        super(Cast.unchecked(img));
    }

    @Override
    public RandomAccess<T> randomAccess() {
        return sourceInterval.randomAccess();
    }

    @Override
    public RandomAccess<T> randomAccess(Interval interval) {
        return sourceInterval.randomAccess(interval);
    }

    @Override
    public T getType() {
        return sourceInterval.getType();
    }

    @Override
    public ImgFactory<T> factory() {
        return sourceInterval.factory();
    }

    @Override
    public Img<T> copy() {
        return sourceInterval.copy();
    }
}
