package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import java.util.List;
import java.util.function.Consumer;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.MaskRecord;
import sc.fiji.imagetomask.options.Slices;

/**
 * A mask made once more, as its {@link MaskRecord} says: of the open image of the recorded title, with the recorded
 * settings, slice and selection. The picture's own selection does not matter and stays.
 *
 * <pre>{@code
 * ImagePlus again = RepeatedMask.of(mask, engine, IJ::log, Progress.NONE);
 * }</pre>
 */
public final class RepeatedMask {

    private RepeatedMask() {}

    /**
     * The same mask again; not shown.
     *
     * @param notices takes one sentence if the picture has changed since, so that the mask may differ
     * @param progress is called after every slice
     * @throws IllegalArgumentException if the mask has no record, or its picture or mask image is not open, open twice,
     *     in use, or of another size now
     */
    public static ImagePlus of(ImagePlus mask, Engine engine, Consumer<String> notices, Progress progress) {
        MaskRecord record = MaskInfo.of(mask);
        MaskOptions options = record.options();
        ImagePlus picture = open("picture", options.image(), mask);
        String second = options.mask();
        ImagePlus factor = second.equals(MaskOptions.NO_MASK) ? null : open("mask image", second, mask);
        requireSlices(picture, record);
        ImagePlus again;
        try (HeldImage heldPicture = new HeldImage(picture);
                HeldImage heldFactor = new HeldImage(factor)) {
            again = new ImagePlusMasks(engine, options.settings(), options.reading())
                    .of(picture, factor, MaskInfo.selection(record), options.slices(), record.shown(), progress);
        }
        if (!MaskInfo.of(again).ranges().equals(record.ranges()))
            notices.accept("The values of the picture '" + options.image() + "' have changed since '" + mask.getTitle()
                    + "' was made from it, so the new mask may differ.");
        return again;
    }

    private static ImagePlus open(String what, String title, ImagePlus mask) {
        List<ImagePlus> candidates =
                OpenImages.all(title).stream().filter(image -> image != mask).toList();
        if (candidates.isEmpty())
            throw new IllegalArgumentException("The " + what + " '" + title + "' that '" + mask.getTitle()
                    + "' was made from is not open, but must be.");
        List<ImagePlus> fitting = candidates.stream()
                .filter(image -> image.getWidth() == mask.getWidth() && image.getHeight() == mask.getHeight())
                .toList();
        if (fitting.isEmpty())
            throw new IllegalArgumentException("The " + what + " '" + title + "' is "
                    + candidates.get(0).getWidth() + " x "
                    + candidates.get(0).getHeight() + " pixels, but must have the mask's size of "
                    + mask.getWidth() + " x " + mask.getHeight() + ".");
        if (fitting.size() > 1)
            throw new IllegalArgumentException("The " + what + " '" + title + "' that '" + mask.getTitle()
                    + "' was made from must be open once, but " + fitting.size()
                    + " open images have this title: close or rename all but the right one.");
        return fitting.get(0);
    }

    private static void requireSlices(ImagePlus picture, MaskRecord record) {
        boolean one = record.options().slices() == Slices.CURRENT;
        int has = one ? picture.getStackSize() : ImagePlusPictures.count(picture);
        int needs = one ? record.shown() : record.ranges().size();
        if (one ? has < needs : has != needs)
            throw new IllegalArgumentException("The picture '" + picture.getTitle() + "' has " + has
                    + " slices, but must have " + needs + (one ? " at least" : "") + " as when the mask was made.");
    }
}
