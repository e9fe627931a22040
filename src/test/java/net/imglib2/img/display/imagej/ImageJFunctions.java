package net.imglib2.img.display.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Stands in for ImgLib2's class of that name, by which CLIJ's pull makes ImageJ's images: copies bytes and floats. */
public final class ImageJFunctions {

    private ImageJFunctions() {}

    public static <T extends RealType<T>> ImagePlus wrap(RandomAccessibleInterval<T> pixels, String title) {
        int width = (int) pixels.dimension(0);
        int height = (int) pixels.dimension(1);
        RandomAccess<T> access = pixels.randomAccess();
        boolean isOfBytes = access.get() instanceof UnsignedByteType;
        ImageStack stack = new ImageStack(width, height);
        int depth = pixels.numDimensions() > 2 ? (int) pixels.dimension(2) : 1;
        for (int z = 0; z < depth; z++) {
            if (pixels.numDimensions() > 2) access.setPosition(z, 2);
            ImageProcessor slice = new FloatProcessor(width, height);
            for (int i = 0; i < width * height; i++) {
                access.setPosition(i % width, 0);
                access.setPosition(i / width, 1);
                slice.setf(i, access.get().getRealFloat());
            }
            stack.addSlice(isOfBytes ? slice.convertToByte(false) : slice);
        }
        return new ImagePlus(title, stack);
    }
}
