package sc.fiji.imagetomask.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.ImgView;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import sc.fiji.imagetomask.Coverage;
import sc.fiji.imagetomask.Frame;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.Engine;

/**
 * Masks of ImgLib2 images: any image or view in, {@code Img<UnsignedByteType>} out; no ImageJ needed.
 *
 * <pre>{@code
 * Img<UnsignedByteType> mask = new ImgMasks(engine, MaskSettings.of("S (HSV)")).of(ImgPictures.argb(image));
 * }</pre>
 *
 * <p>A mask image has 2 dimensions, or more that count slices; its slice i goes with slice i of the picture, its last
 * one with all further ones. It replaces the picture's alpha. Its width and height are those of the picture; its
 * position does not matter.
 *
 * <p>A selection is a binary region of 2 dimensions in the coordinates of the picture, the same for all slices: the
 * mask is 0 where it is false and outside its bounds.
 *
 * @param engine what computes
 * @param settings what is computed
 */
public record ImgMasks(Engine engine, MaskSettings settings) {

    private static final long MAX_ARRAY = Integer.MAX_VALUE - 8;
    private static final int CELL = 4096;

    /** The mask of every slice. */
    public Img<UnsignedByteType> of(ImgPictures picture) {
        return of(picture, null, null);
    }

    /**
     * The mask of every slice, times a mask, inside a selection.
     *
     * @param mask or null
     * @param selection or null
     * @return a new image with the picture's bounds, also where they do not start at zero
     * @throws IllegalArgumentException if the mask or the selection does not fit, in one sentence
     */
    public Img<UnsignedByteType> of(
            ImgPictures picture,
            RandomAccessibleInterval<UnsignedByteType> mask,
            RandomAccessibleInterval<? extends BooleanType<?>> selection) {
        Img<UnsignedByteType> result = factory(picture.bounds()).create(picture.bounds());
        write(picture, mask, selection, result);
        return Views.isZeroMin(picture.bounds())
                ? result
                : ImgView.wrap(Views.translate(result, Intervals.minAsLongArray(picture.bounds())), result.factory());
    }

    /**
     * The masks of a batch of pictures: picture i with mask i; when the masks run out, the last one repeats.
     *
     * @param masks empty for none
     * @throws IllegalArgumentException if a mask does not fit, in one sentence
     */
    public List<Img<UnsignedByteType>> of(
            List<ImgPictures> pictures, List<? extends RandomAccessibleInterval<UnsignedByteType>> masks) {
        List<Img<UnsignedByteType>> results = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) results.add(of(pictures.get(i), Pairing.of(masks, i), null));
        return results;
    }

    /**
     * Writes the mask of every slice, times a mask, inside a selection, to an image that exists.
     *
     * @param mask or null
     * @param selection or null
     * @param target of the picture's dimensions, without a channel axis; its position does not matter
     * @throws IllegalArgumentException if the mask, the selection or the target does not fit, in one sentence
     */
    public void write(
            ImgPictures picture,
            RandomAccessibleInterval<UnsignedByteType> mask,
            RandomAccessibleInterval<? extends BooleanType<?>> selection,
            RandomAccessibleInterval<UnsignedByteType> target) {
        requireSameSize(target, picture.bounds());
        ImgPlanes<byte[]> planes = new ImgPlanes<>("target", target, byte[].class);
        List<Coverage> masks = ImgCoverage.slices(mask);
        Coverage roi = selection == null ? null : new ImgRoi(selection, picture.bounds());
        ImageToMask job = new ImageToMask(engine, settings);
        for (int i = 0; i < picture.slices().size(); i++)
            job.mask(
                    new Frame(picture.slices().get(i), Pairing.of(masks, i), roi),
                    new ImgMaskTarget(target, planes, i));
    }

    private static ImgFactory<UnsignedByteType> factory(Interval bounds) {
        UnsignedByteType type = new UnsignedByteType();
        if (Intervals.numElements(bounds) <= MAX_ARRAY) return new ArrayImgFactory<>(type);
        if (bounds.dimension(0) * bounds.dimension(1) <= MAX_ARRAY) return new PlanarImgFactory<>(type);
        return new CellImgFactory<>(type, CELL, CELL, 1);
    }

    private static void requireSameSize(Interval target, Interval picture) {
        if (!Intervals.equalDimensions(target, picture))
            throw new IllegalArgumentException("The target is " + size(target)
                    + " pixels, but must have the picture's size of " + size(picture) + ".");
    }

    private static String size(Interval interval) {
        return String.join(
                " x ",
                Arrays.stream(interval.dimensionsAsLongArray())
                        .mapToObj(Long::toString)
                        .toList());
    }
}
