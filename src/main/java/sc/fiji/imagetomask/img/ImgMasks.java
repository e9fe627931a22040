package sc.fiji.imagetomask.img;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.ImgView;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.BooleanType;
import net.imglib2.type.NativeType;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MaskSlices;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Pairing;

/**
 * Masks of ImgLib2 images: from any image or view to a new or an existing image, without ImageJ.
 *
 * <pre>{@code
 * Img<UnsignedByteType> mask = new ImgMasks(engine, MaskSettings.of("S (HSV)")).of(ImgPictures.argb(image));
 * Img<FloatType> weights = new ImgMasks(engine, MaskSettings.of("S (HSV)")).floats(ImgPictures.argb(image), null, null);
 * }</pre>
 *
 * <p>A mask image has 2 dimensions, or more that count slices; its slice i belongs to slice i of the picture, and its
 * last slice to all further ones. It may be of any type of numbers, and is scaled by the {@link NumberRange} of its
 * type. It replaces the picture's alpha. Its width and height are those of the picture; its
 * position does not matter.
 *
 * <p>A selection is a binary region in the coordinates of the picture: the mask is 0 where it is false and outside its
 * bounds. It has the dimensions of the mask, or 2, and is the same for all slices then. {@link ImgRegion} makes one of
 * ROIs.
 *
 * @param engine what computes
 * @param settings what is computed
 * @param notices takes one sentence if all masks are the same everywhere, with the reason
 */
public record ImgMasks(Engine engine, MaskSettings settings, Consumer<String> notices) {

    private static final long MAX_ARRAY = Integer.MAX_VALUE - 8;
    private static final int CELL = 4096;

    /** One without notices. */
    public ImgMasks(Engine engine, MaskSettings settings) {
        this(engine, settings, notice -> {});
    }

    /** The mask of every slice, as bytes. */
    public Img<UnsignedByteType> of(ImgPictures picture) {
        return of(picture, null, null);
    }

    /**
     * The mask of every slice, times a mask, inside a selection, as bytes: 0..255, or only 0 and 255 where the settings'
     * output is binary or a selection.
     *
     * @param mask or null
     * @param selection or null
     * @return a new image with the picture's bounds, also where they do not start at zero
     * @throws IllegalArgumentException if the mask or the selection does not fit, in one sentence
     */
    public Img<UnsignedByteType> of(
            ImgPictures picture,
            RandomAccessibleInterval<? extends RealType<?>> mask,
            RandomAccessibleInterval<? extends BooleanType<?>> selection) {
        return create(picture, new UnsignedByteType(), target -> write(picture, mask, selection, target));
    }

    /** The same as floats, 0..1, of 16-bit and 32-bit images with full precision, whatever the settings' output is. */
    public Img<FloatType> floats(
            ImgPictures picture,
            RandomAccessibleInterval<? extends RealType<?>> mask,
            RandomAccessibleInterval<? extends BooleanType<?>> selection) {
        return create(picture, new FloatType(), target -> {
            ImgPlanes<float[]> planes = new ImgPlanes<>("target", target, float[].class);
            with(Output.FLOAT).write(picture, mask, selection, i -> new ImgFloatTarget(target, planes, i));
        });
    }

    /**
     * The same as bits, true where a byte is at least 128, whatever the settings' output is; so that it can be used as
     * a selection.
     */
    public Img<BitType> bits(
            ImgPictures picture,
            RandomAccessibleInterval<? extends RealType<?>> mask,
            RandomAccessibleInterval<? extends BooleanType<?>> selection) {
        return create(
                picture,
                new BitType(),
                target -> with(Output.SELECTION)
                        .write(
                                picture,
                                mask,
                                selection,
                                i -> new ImgMaskTarget<>(
                                        target, null, (value, pixel) -> pixel.set(value.get() > 0), i)));
    }

    /** The same as the settings' output says: bytes, floats, or bits for a selection. */
    public Img<? extends NativeType<?>> output(
            ImgPictures picture,
            RandomAccessibleInterval<? extends RealType<?>> mask,
            RandomAccessibleInterval<? extends BooleanType<?>> selection) {
        return switch (settings.output()) {
            case BYTE, BINARY -> of(picture, mask, selection);
            case FLOAT -> floats(picture, mask, selection);
            case SELECTION -> bits(picture, mask, selection);
        };
    }

    /**
     * The masks of a batch of pictures: picture i with mask i; pictures after the last mask get the last mask.
     * Statistics of a stack are those of the slices of one picture, not of all pictures.
     *
     * @param masks empty for none
     * @throws IllegalArgumentException if a mask does not fit, in one sentence
     */
    public List<Img<UnsignedByteType>> of(
            List<ImgPictures> pictures, List<? extends RandomAccessibleInterval<? extends RealType<?>>> masks) {
        List<Img<UnsignedByteType>> results = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) results.add(of(pictures.get(i), Pairing.of(masks, i), null));
        return results;
    }

    /**
     * Writes the mask of every slice, times a mask, inside a selection, to an existing image of any kind, tile by tile.
     *
     * @param mask or null
     * @param selection or null
     * @param target of the picture's dimensions, without a channel axis; its position does not matter. Whole numbers
     *     become 0..255, even if their type has larger numbers; floating-point ones 0..1, of 16-bit and 32-bit images
     *     with full precision.
     * @throws IllegalArgumentException if the mask, the selection or the target does not fit, in one sentence
     */
    public <T extends RealType<T>> void write(
            ImgPictures picture,
            RandomAccessibleInterval<? extends RealType<?>> mask,
            RandomAccessibleInterval<? extends BooleanType<?>> selection,
            RandomAccessibleInterval<T> target) {
        requireSameSize(target, picture.bounds());
        T type = target.getType();
        if (type instanceof UnsignedByteType) {
            RandomAccessibleInterval<UnsignedByteType> bytes = Cast.unchecked(target);
            ImgPlanes<byte[]> planes = new ImgPlanes<>("target", bytes, byte[].class);
            write(
                    picture,
                    mask,
                    selection,
                    i -> new ImgMaskTarget<>(bytes, planes, (value, pixel) -> pixel.set(value), i));
        } else if (type instanceof IntegerType) {
            if (type.getMaxValue() < 255)
                throw new IllegalArgumentException("The target is of "
                        + type.getClass().getSimpleName() + ", but must be of a type that holds 0 to 255.");
            write(
                    picture,
                    mask,
                    selection,
                    i -> new ImgMaskTarget<>(target, null, (value, pixel) -> pixel.setReal(value.get()), i));
        } else
            with(settings.output() == Output.BYTE ? Output.FLOAT : settings.output())
                    .write(picture, mask, selection, i -> new ImgRealTarget<>(target, i));
    }

    /**
     * Passes on the mask of every slice, times a mask, inside a selection, tile by tile.
     *
     * <pre>{@code
     * masks.write(picture, null, null, i -> new MaskTarget() {
     *     public MaskSpan open(Tile tile) {
     *         return ByteSpan.allocate(tile.pixels());
     *     }
     *
     *     public void written(Tile tile, MaskSpan values) {
     *         send(tile.x(), tile.y(), tile.width(), ((ByteSpan) values).array());
     *     }
     * });
     * }</pre>
     *
     * @param mask or null
     * @param selection or null
     * @param targets where each slice goes
     * @throws IllegalArgumentException if the mask or the selection does not fit, in one sentence
     */
    public void write(
            ImgPictures picture,
            RandomAccessibleInterval<? extends RealType<?>> mask,
            RandomAccessibleInterval<? extends BooleanType<?>> selection,
            MaskSlices targets) {
        List<WeightMap> masks = ImgWeightMap.slices(mask);
        IntFunction<WeightMap> rois = i -> selection == null ? null : new ImgRoi(selection, picture.bounds(), i);
        List<Picture> slices = picture.slices();
        new ImageToMask(engine, settings, notices)
                .masks(
                        slices.size(),
                        i -> new MaskInput(slices.get(i), Pairing.of(masks, i), rois.apply(i)),
                        targets,
                        Progress.NONE);
    }

    private ImgMasks with(Output output) {
        return new ImgMasks(engine, settings.withOutput(output), notices);
    }

    private static <T extends NativeType<T>> Img<T> create(ImgPictures picture, T type, Consumer<Img<T>> write) {
        Interval bounds = picture.bounds();
        Img<T> image = factory(bounds, type).create(bounds);
        write.accept(image);
        return Views.isZeroMin(bounds)
                ? image
                : ImgView.wrap(Views.translate(image, Intervals.minAsLongArray(bounds)), image.factory());
    }

    private static <T extends NativeType<T>> ImgFactory<T> factory(Interval bounds, T type) {
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
