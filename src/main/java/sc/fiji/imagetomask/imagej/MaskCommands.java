package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.find.FoundMask;
import sc.fiji.imagetomask.options.FindMaskOptions;
import sc.fiji.imagetomask.options.GalleryForm;
import sc.fiji.imagetomask.options.GalleryOptions;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.RepeatOptions;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * What the three commands of the menu do with open images, without dialogs and windows.
 *
 * <pre>{@code
 * MaskOptions options = MaskOptions.parse("channel=[S (HSV)] black=10 white=200 gray=1.20 invert=true");
 * ImagePlus mask = MaskCommands.mask(options, OpenImages.activeOr(options.image()), IJ::log, Progress.NONE);
 * }</pre>
 */
public final class MaskCommands {

    private MaskCommands() {}

    /**
     * Makes the mask of a picture with the engine that the options name; it is not shown.
     *
     * @param options how it is made; the image that they name is ignored
     * @param notices takes one sentence where another engine than the best one is used, and for facts about the picture
     *     that the user should know
     * @param progress is called after every slice
     * @throws IllegalArgumentException if the picture, its selection, the mask image or the engine's name cannot be
     *     used
     * @throws sc.fiji.imagetomask.engine.EngineException if the engine is unavailable or fails
     */
    public static ImagePlus mask(MaskOptions options, ImagePlus picture, Consumer<String> notices, Progress progress) {
        Engine engine = EngineChoice.of(options.engine(), null, notices).engine();
        return mask(options, picture, engine, notices, progress);
    }

    /**
     * The same with that engine.
     *
     * @param notices takes one sentence for facts about the picture that the user should know
     */
    public static ImagePlus mask(
            MaskOptions options, ImagePlus picture, Engine engine, Consumer<String> notices, Progress progress) {
        ImagePlus maskImage = maskImage(options);
        if (ImageChannels.OF_COLOUR.contains(options.settings().channel()) && isGreyShownInColours(picture))
            notices.accept("The image '" + picture.getTitle() + "' is grey, and its colour table is ignored; to use its"
                    + " colours, choose Image > Type > RGB Color first.");
        try (HeldImage heldPicture = new HeldImage(picture);
                HeldImage heldMask = new HeldImage(maskImage)) {
            return new ImagePlusMasks(engine, options.settings(), options.reading(), notices)
                    .of(
                            picture,
                            maskImage,
                            options.limited() ? RoiWeightMap.limiting(picture) : null,
                            options.slices(),
                            picture == null ? 1 : picture.getCurrentSlice(),
                            progress);
        }
    }

    private static ImagePlus maskImage(MaskOptions options) {
        return MaskOptions.NO_MASK.equals(options.mask()) ? null : OpenImages.named("mask", options.mask());
    }

    /**
     * The histograms of a picture, for the clip ranges of a batch of pictures; as {@link #mask} counts it.
     *
     * @throws IllegalArgumentException if the picture, its selection or the mask image cannot be used
     * @throws sc.fiji.imagetomask.engine.EngineException if the engine fails
     */
    public static Histograms histograms(MaskOptions options, ImagePlus picture, Engine engine) {
        ImagePlus maskImage = maskImage(options);
        try (HeldImage heldPicture = new HeldImage(picture);
                HeldImage heldMask = new HeldImage(maskImage)) {
            return new ImagePlusMasks(engine, options.settings(), options.reading())
                    .histograms(
                            picture,
                            maskImage,
                            options.limited() ? RoiWeightMap.limiting(picture) : null,
                            options.slices());
        }
    }

    /**
     * Whether the picture is grey with a colour table: ImageJ opens most palette files so, and users colour
     * fluorescence so.
     */
    private static boolean isGreyShownInColours(ImagePlus picture) {
        return picture != null
                && picture.getType() == ImagePlus.GRAY8
                && picture.getNChannels() == 1
                && picture.getProcessor() != null
                && picture.getProcessor().isColorLut();
    }

    /**
     * All channels of a picture's shown slice, not shown.
     *
     * @param options how they are made; the image that they name is ignored
     * @param notices takes one sentence where another engine than the best one is used
     * @param progress is called after every channel
     * @throws IllegalArgumentException if the picture, its selection or the engine's name cannot be used
     * @throws sc.fiji.imagetomask.engine.EngineException if the engine is unavailable or fails
     */
    public static ImagePlus gallery(
            GalleryOptions options, ImagePlus picture, Consumer<String> notices, Progress progress) {
        Engine engine = EngineChoice.of(options.engine(), null, notices).engine();
        ChannelGallery gallery =
                new ChannelGallery(engine, options.masked(), options.reading(), options.stains(), options.colours());
        try (HeldImage held = new HeldImage(picture)) {
            ImagePlus stack = gallery.stack(picture, progress);
            if (options.sorted()) sort(stack, picture, options, engine, progress);
            return options.as() == GalleryForm.STACK ? stack : ChannelMontage.of(stack);
        }
    }

    /** Sorts channels by how well they separate the picture's selection; those that cannot come last. */
    private static void sort(
            ImagePlus channels, ImagePlus picture, GalleryOptions options, Engine engine, Progress progress) {
        FindMaskOptions asked = FindMaskOptions.DEFAULT.with(options.reading(), options.stains());
        FoundMasks found = FoundMasks.of(asked, picture, engine, progress);
        Map<String, Double> scores = new HashMap<>();
        for (FoundMask one : found.all())
            if (one.settings().further().isEmpty() && !one.settings().channel().isDistance())
                scores.put(one.settings().channel().label(), one.score());
        ImageStack stack = channels.getStack();
        List<Integer> order = IntStream.rangeClosed(1, stack.size())
                .boxed()
                .sorted(Comparator.comparingDouble(n -> -scores.getOrDefault(stack.getSliceLabel(n), 0.0)))
                .toList();
        ImageStack sorted = new ImageStack(stack.getWidth(), stack.getHeight());
        for (int n : order) {
            String label = stack.getSliceLabel(n);
            String score = scores.containsKey(label) ? String.format(Locale.ROOT, " %.2f", scores.get(label)) : "";
            sorted.addSlice(label + score, stack.getPixels(n));
        }
        channels.setStack(sorted);
    }

    /**
     * Makes a mask again; it is not shown.
     *
     * @param options the engine; the image that they name is ignored
     * @param notices takes one sentence where another engine than the best one is used, and if the picture has changed
     * @param progress is called after every slice
     * @throws IllegalArgumentException as {@link RepeatedMask#of}
     * @throws sc.fiji.imagetomask.engine.EngineException if the engine is unavailable or fails
     */
    public static ImagePlus again(RepeatOptions options, ImagePlus mask, Consumer<String> notices, Progress progress) {
        Engine engine = EngineChoice.of(options.engine(), null, notices).engine();
        return RepeatedMask.of(mask, engine, notices, progress);
    }
}
