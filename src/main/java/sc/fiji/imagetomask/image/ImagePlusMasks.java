package sc.fiji.imagetomask.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.util.List;
import sc.fiji.imagetomask.Coverage;
import sc.fiji.imagetomask.Frame;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.engine.Engine;

/**
 * Masks of ImageJ images: ImagePlus in, ImagePlus out.
 *
 * <pre>{@code
 * ImagePlus mask = new ImagePlusMasks(engine, MaskSettings.of("S (HSV)")).of(image);
 * }</pre>
 *
 * @param engine what computes
 * @param settings what is computed
 */
public record ImagePlusMasks(Engine engine, MaskSettings settings) {

    /** The mask of every slice of the image, inside its selection if it has one. */
    public ImagePlus of(ImagePlus image) {
        return of(image, null);
    }

    /**
     * The mask of every slice of the image, times a mask, inside the image's selection if it has one.
     *
     * @param mask its slice i goes with slice i of the image, its last one with all further ones; or null
     * @return a new image, titled {@code Mask of TITLE}, 8-bit, with the image's dimensions, slice labels and
     *     spatial calibration; not shown
     * @throws IllegalArgumentException if the image, the mask or the selection cannot be used, in one sentence
     */
    public ImagePlus of(ImagePlus image, ImagePlus mask) {
        ImagePlusPictures.requirePixels(image);
        List<Coverage> masks = mask == null ? List.of() : ImagePlusPictures.masks(mask);
        Coverage roi = RoiCoverage.of(image);
        ImageToMask job = new ImageToMask(engine, settings);
        ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
        boolean labelled = image.getStackSize() > 1;
        for (int n = 1; n <= image.getStackSize(); n++) {
            Frame frame = new Frame(ImagePlusPictures.slice(image, n), Pairing.of(masks, n - 1), roi);
            MemoryMask result = new MemoryMask(image.getWidth(), image.getHeight());
            job.mask(frame, result);
            stack.addSlice(labelled ? image.getStack().getSliceLabel(n) : null, result.bytes());
        }
        ImagePlus result = new ImagePlus("Mask of " + image.getTitle(), stack);
        result.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
        result.setOpenAsHyperStack(image.isHyperStack());
        result.setCalibration(spatial(image.getCalibration()));
        return result;
    }

    /** Pixel size and units, without the function that maps the picture's values. */
    private static Calibration spatial(Calibration calibration) {
        Calibration copy = calibration.copy();
        copy.disableDensityCalibration();
        return copy;
    }
}
