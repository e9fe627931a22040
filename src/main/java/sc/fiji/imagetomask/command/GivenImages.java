package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.function.Predicate;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import org.scijava.convert.ConvertService;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.imagej.RoiRegion;
import sc.fiji.imagetomask.img.ImgRegion;

/** The images and masks that a script may give to {@link ImgLib2ToMaskCommand}; without ImageJ, Imgs only. */
final class GivenImages {

    /**
     * A mask that was given.
     *
     * @param numbers or null
     * @param region or null
     */
    record Mask(RandomAccessibleInterval<? extends RealType<?>> numbers, ImgRegion region) {}

    private final ConvertService converters;
    private final ImageJ2 imagej2;
    private final boolean hasImageJ;

    GivenImages(ConvertService converters, ImageJ2 imagej2) {
        this.converters = converters;
        this.imagej2 = imagej2;
        this.hasImageJ = ImageJ2.hasImageJ();
    }

    /** @throws IllegalArgumentException if it is none */
    Original original(Object image) {
        if (image == null && hasImageJ) return new ImagePlusOriginal(OpenImages.active());
        if (image instanceof Img<?> img) return new ImgOriginal(img, imagej2);
        if (hasImageJ && image instanceof ImagePlus imagePlus) return new ImagePlusOriginal(imagePlus);
        Img<?> converted = image == null ? null : converted(image);
        if (converted != null) return new ImgOriginal(converted, imagej2);
        throw new IllegalArgumentException(
                "image is " + name(image) + ", but must be an Img, ImgPlus, Dataset or ImagePlus.");
    }

    /** @throws IllegalArgumentException if it is neither numbers nor a region */
    Mask mask(Object mask, Interval picture) {
        if (mask == null) return new Mask(null, null);
        if (hasImageJ && mask instanceof Roi roi) return new Mask(null, RoiRegion.of(roi, picture));
        if (mask instanceof RandomAccessibleInterval<?> image) return of(image);
        if (mask instanceof Predicate<?> region) return new Mask(null, ImgRegion.of(region));
        Img<?> converted = converted(mask);
        if (converted != null) return of(converted);
        throw new IllegalArgumentException("mask is " + name(mask)
                + ", but must be an Img of numbers or booleans, an ImageJ Roi or a region of imglib2-roi.");
    }

    private Mask of(RandomAccessibleInterval<?> image) {
        RandomAccessibleInterval<?> pixels = image instanceof Img<?> img ? imagej2.unwrapped(img) : image;
        Object type = pixels.getType();
        if (type instanceof RealType) return new Mask(Cast.unchecked(pixels), null);
        if (type instanceof BooleanType) {
            RandomAccessibleInterval<? extends BooleanType<?>> booleans = Cast.unchecked(pixels);
            return new Mask(null, ImgRegion.of(booleans));
        }
        throw new IllegalArgumentException("The mask is of type "
                + type.getClass().getSimpleName() + ", but must be of a type of real numbers or booleans.");
    }

    private Img<?> converted(Object object) {
        return converters.supports(object, Img.class) ? converters.convert(object, Img.class) : null;
    }

    private static String name(Object object) {
        if (object == null) return "left out and no image is open";
        return object instanceof String
                ? "'" + object + "'"
                : "of type " + object.getClass().getSimpleName();
    }
}
