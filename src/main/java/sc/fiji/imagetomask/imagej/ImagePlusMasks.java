package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.Version;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.MaskRecord;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * Masks of ImageJ images: ImagePlus in, ImagePlus out.
 *
 * <pre>{@code
 * ImagePlus mask = new ImagePlusMasks(engine, MaskSettings.of("S (HSV)")).of(image);
 * }</pre>
 *
 * @param engine what computes
 * @param settings what is computed
 * @param reading how the image's values become colours; as it is displayed if none is given
 * @param notices takes one sentence if the masks are the same everywhere, with the reason
 */
public record ImagePlusMasks(Engine engine, MaskSettings settings, Reading reading, Consumer<String> notices) {

    /** One without notices. */
    public ImagePlusMasks(Engine engine, MaskSettings settings, Reading reading) {
        this(engine, settings, reading, notice -> {});
    }

    /** For images as they are displayed. */
    public ImagePlusMasks(Engine engine, MaskSettings settings) {
        this(engine, settings, Reading.DEFAULT);
    }

    /** The masks of all slices of the image, inside its selection if it has one. */
    public ImagePlus of(ImagePlus image) {
        return of(image, null);
    }

    /** The masks of all slices of the image, times a mask, inside the image's selection if it has one. */
    public ImagePlus of(ImagePlus image, ImagePlus mask) {
        return of(image, mask, Slices.ALL, Progress.NONE);
    }

    /** The masks of all slices or of the one that is shown, times a mask, inside the image's selection. */
    public ImagePlus of(ImagePlus image, ImagePlus mask, Slices slices, Progress progress) {
        return of(
                image,
                mask,
                RoiWeightMap.limiting(image),
                slices,
                image == null ? 1 : image.getCurrentSlice(),
                progress);
    }

    /**
     * The masks of an image, times a mask, inside a selection.
     *
     * @param mask its picture i (z and t) belongs to picture i of the image, and its last picture to all further ones;
     *     or null
     * @param roi or null for everything
     * @param slices all of them, or the one that is shown
     * @param shown the slice of the image's stack that is shown, 1 being the first
     * @param progress is called after every slice
     * @return a new image, titled {@code Mask of TITLE}, with the image's z and t, position, slice labels and spatial
     * calibration, and a {@link MaskRecord} in its info, see {@link MaskInfo}; not shown. For {@code output=selection}
     *     it is binary.
     * @throws IllegalArgumentException if the image, the mask or the selection cannot be used, in one sentence
     */
    ImagePlus of(ImagePlus image, ImagePlus mask, Roi roi, Slices slices, int shown, Progress progress) {
        ImagePlusPictures pictures = ImagePlusPictures.of(image, reading, slices, shown);
        List<String> labels = labels(image, pictures);
        ImageStack masks = new ImageStack(image.getWidth(), image.getHeight());
        List<ClipRanges> ranges =
                each(image, pictures, mask, roi, progress, (slice, i) -> masks.addSlice(labels.get(i), slice));
        ImagePlus result = new ImagePlus("Mask of " + image.getTitle(), masks);
        result.setCalibration(spatial(image.getCalibration()));
        if (slices == Slices.ALL && pictures.count() > 1) layOut(image, result);
        String maskTitle = mask == null ? MaskOptions.NO_MASK : mask.getTitle();
        MaskOptions options = new MaskOptions(
                image.getTitle(), settings, maskTitle, true, slices, pictures.reading(), EngineChoice.AUTO);
        String selection = roi == null ? null : SelectionText.of(roi, image.getWidth(), image.getHeight());
        String device = engine.name() + " on " + engine.device();
        MaskInfo.write(result, new MaskRecord(options, shown, selection, ranges, device, Version.text()));
        return result;
    }

    /**
     * Passes on the masks of all slices, one by one, times a mask, inside the image's selection if it has one: no more
     * than one slice and its mask are in memory at a time. Of a virtual stack every slice is read when it is needed,
     * twice with statistics of the stack.
     *
     * <pre>{@code
     * new ImagePlusMasks(engine, settings).each(virtualStack, null, Progress.NONE, (slice, i) ->
     *         IJ.saveAsTiff(new ImagePlus("mask", slice), folder + "/" + i + ".tif"));
     * }</pre>
     *
     * @param mask as for {@link #of(ImagePlus, ImagePlus)}, or null
     * @param slices takes each mask with its number, 0 being the first: one for each z and t
     * @return the clip range of each slice
     */
    public List<ClipRanges> each(
            ImagePlus image, ImagePlus mask, Progress progress, ObjIntConsumer<ImageProcessor> slices) {
        ImagePlusPictures.requirePixels(image);
        ImagePlusPictures pictures = ImagePlusPictures.of(image, reading, Slices.ALL, 1);
        return each(image, pictures, mask, RoiWeightMap.limiting(image), progress, slices);
    }

    /** The histograms of the slices of an image, for the clip ranges of a batch of images. */
    Histograms histograms(ImagePlus image, ImagePlus mask, Roi roi, Slices slices) {
        ImagePlusPictures pictures = ImagePlusPictures.of(image, reading, slices, image.getCurrentSlice());
        return new ImageToMask(engine, settings).histograms(pictures.count(), frames(image, pictures, mask, roi));
    }

    private List<ClipRanges> each(
            ImagePlus image,
            ImagePlusPictures pictures,
            ImagePlus mask,
            Roi roi,
            Progress progress,
            ObjIntConsumer<ImageProcessor> slices) {
        return new ImageToMask(engine, settings, notices)
                .masks(
                        pictures.count(),
                        frames(image, pictures, mask, roi),
                        new MaskProcessors(image.getWidth(), image.getHeight(), settings.output(), slices),
                        progress);
    }

    /**
     * Each of these pictures of an image with its mask and the selection.
     *
     * @param mask as in {@link #of(ImagePlus, ImagePlus)}, scaled by its type's range to 0..1; or null
     * @param roi or null for everything
     * @throws IllegalArgumentException if the mask or the selection cannot be used, in one sentence
     */
    public static IntFunction<MaskInput> frames(ImagePlus image, ImagePlusPictures pictures, ImagePlus mask, Roi roi) {
        ImagePlusPictures factors = mask == null ? null : ImagePlusPictures.of(mask, Reading.BY_TYPE, Slices.ALL, 1);
        WeightMap inside = roi == null ? null : RoiWeightMap.of(roi, image.getWidth(), image.getHeight());
        return i -> new MaskInput(
                pictures.picture(i),
                factors == null ? null : factors.mask(Math.min(pictures.number(i), factors.count() - 1)),
                inside);
    }

    private static List<String> labels(ImagePlus image, ImagePlusPictures pictures) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < pictures.count(); i++) labels.add(image.getStackSize() > 1 ? pictures.label(i) : null);
        return labels;
    }

    private static void layOut(ImagePlus image, ImagePlus result) {
        int channels = result.getStackSize() / (image.getNSlices() * image.getNFrames());
        result.setDimensions(channels, image.getNSlices(), image.getNFrames());
        result.setOpenAsHyperStack(image.isHyperStack());
        result.setPosition(Math.min(image.getC(), channels), image.getZ(), image.getT());
    }

    /** Pixel size and units, without the function that maps the picture's values. */
    static Calibration spatial(Calibration calibration) {
        Calibration copy = calibration.copy();
        copy.disableDensityCalibration();
        return copy;
    }
}
