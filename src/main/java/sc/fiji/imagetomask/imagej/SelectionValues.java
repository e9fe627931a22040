package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.util.function.Supplier;
import sc.fiji.imagetomask.channel.White;
import sc.fiji.imagetomask.options.FindMaskOptions;
import sc.fiji.imagetomask.options.FromSelections;
import sc.fiji.imagetomask.options.GalleryOptions;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.reading.Reading;

/**
 * Options with {@code stains=[From selections]} and {@code background=[From selection]}: the pixels there give the numbers.
 *
 * <pre>{@code
 * MaskOptions options = MaskOptions.parse("channel=[Stain 1] stains=[From selections]", text -> text, SelectionValues::with);
 * }</pre>
 */
public final class SelectionValues {

    private SelectionValues() {}

    /** {@link MaskOptions#with} for the image that they name, or the active one. */
    public static MaskOptions with(MaskOptions options, String key, String value) {
        return with(options, key, value, () -> OpenImages.activeOr(options.image()));
    }

    /**
     * The same for that image. The selection that gives the background does not limit the mask.
     *
     * @throws IllegalArgumentException if the selections that are needed are missing, or lie outside of the image
     */
    public static MaskOptions with(MaskOptions options, String key, String value, Supplier<ImagePlus> picture) {
        if (!FromSelections.isMeant(key, value)) return options.with(key, value);
        MaskOptions taken = options.with(
                key,
                numbers(
                        picture.get(),
                        options.reading(),
                        key,
                        options.settings().stains().background()));
        return key.equals(MaskOption.BACKGROUND.key()) ? taken.with(MaskOption.LIMITED.key(), "false") : taken;
    }

    /** {@link GalleryOptions#with} for the image that they name, or the active one. */
    public static GalleryOptions with(GalleryOptions options, String key, String value) {
        return with(options, key, value, () -> OpenImages.activeOr(options.image()));
    }

    /** The same for that image. */
    public static GalleryOptions with(GalleryOptions options, String key, String value, Supplier<ImagePlus> picture) {
        boolean isMeant = FromSelections.isMeant(key, value);
        return options.with(
                key,
                isMeant
                        ? numbers(
                                picture.get(),
                                options.reading(),
                                key,
                                options.stains().background())
                        : value);
    }

    /** {@link FindMaskOptions#with} for the image that they name, or the active one. */
    public static FindMaskOptions with(FindMaskOptions options, String key, String value) {
        return with(
                options, key, value, () -> OpenImages.activeOr(options.options().image()));
    }

    /** The same for that image. */
    public static FindMaskOptions with(FindMaskOptions options, String key, String value, Supplier<ImagePlus> picture) {
        boolean isMeant = FromSelections.isMeant(key, value);
        White background = options.options().settings().stains().background();
        Reading reading = options.options().reading();
        return options.with(key, isMeant ? numbers(picture.get(), reading, key, background) : value);
    }

    /**
     * The numbers for the option stains or background.
     *
     * @param reading how the picture's values become colours
     * @param background that stains are relative to
     */
    public static String numbers(ImagePlus picture, Reading reading, String key, White background) {
        PickedColour picked = new PickedColour(picture, reading);
        return key.equals(MaskOption.BACKGROUND.key())
                ? picked.background().text()
                : picked.stains(selections(picture), background).text();
    }

    /** The selections in the ROI Manager; if it is closed or empty, those of the image's overlay. */
    private static Roi[] selections(ImagePlus picture) {
        RoiManager manager = MaskSelections.openManager();
        if (manager != null && manager.getCount() > 0) return manager.getRoisAsArray();
        return picture.getOverlay() == null ? new Roi[0] : picture.getOverlay().toArray();
    }
}
