package sc.fiji.imagetomask.command;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.BooleanType;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.img.ImgMasks;
import sc.fiji.imagetomask.img.ImgPictures;
import sc.fiji.imagetomask.img.ImgRegion;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * An image of ImgLib2 and perhaps a ROI become a soft mask, on the GPU if there is one; the search bar of Fiji finds it
 * by its name.
 *
 * <p>The image is any Img, ImgPlus, Dataset or ImagePlus; if it is left out, the active one. If axes have types, these
 * are used: Channel holds the colours, X and Y are x and y in any place, and all others count slices. {@code axis}
 * is for images whose axes have no types.
 *
 * <p>The mask is 0 outside the image's own ROIs, unless {@code limited} is false: the selection on the window that
 * shows the image, or, if there is none, all ROIs attached to a Dataset. {@code mask} limits it besides: an Img of
 * numbers multiplies it; an ImageJ Roi, a region of imglib2-roi or an Img of booleans cuts it.
 *
 * <p>The result is named {@code Mask of NAME} and has the image's calibration and units. It is a Dataset where
 * ImageJ2's services are present, and shown where there is a display; else an ImgPlus or Img. Its dimensions are x, y,
 * and those that count slices, with the image's bounds.
 *
 * <p>Inputs that cannot be used cancel the command, with one sentence as the reason; except text that is not a number,
 * because SciJava changes it to 0.
 */
@Plugin(type = Command.class, headless = true, label = CommandNames.MASK + " (ImgLib2)")
public class ImgLib2ToMaskCommand extends MaskCommand {

    @Parameter(
            persist = false,
            required = false,
            autoFill = false,
            description =
                    "An Img of numbers that the result is multiplied with, instead of the image's alpha; or an ImageJ"
                            + " Roi, a region of imglib2-roi or an Img of booleans, outside of which the result is 0")
    private Object mask;

    @Parameter(
            persist = false,
            required = false,
            description = "The dimension that holds the channels where axes have no types; -1 for none")
    private int axis = -1;

    @Parameter(
            persist = false,
            required = false,
            description =
                    "Which values become 0 and 1: type (all values of the type; 8-bit values are not changed), or two"
                            + " numbers min,max; for an ImagePlus also display")
    private String range = "type";

    @Parameter(persist = false, required = false, description = "Whether the top byte of ARGB colours is ignored")
    private boolean opaque;

    @Parameter(type = ItemIO.OUTPUT, description = "The mask")
    private Img<?> result;

    @Override
    void make(String engineName) {
        ImageJ2 imagej2 = imagej2();
        GivenImages images = new GivenImages(converters(), imagej2);
        MaskOptions options = options(MaskOptions::with);
        try (Original original = images.original(image())) {
            ImgPictures pictures = original.pictures(range, options.reading().rgb(), axis, opaque);
            GivenImages.Mask given = images.mask(mask, pictures.bounds());
            List<ImgRegion> regions = new ArrayList<>();
            if (options.limited()) regions.addAll(original.regions(pictures.bounds()));
            if (given.region() != null) regions.add(given.region());
            EngineChoice choice = EngineChoice.of(engineName, null, this::tell);
            Img<? extends NativeType<?>> made = new ImgMasks(choice.engine(), options.settings(), this::tell)
                    .output(pictures, given.numbers(), selection(regions, pictures));
            result = imagej2.isPresent() ? named(made, original, imagej2) : made;
        }
    }

    /** SciJava shows Datasets where there is a display. */
    @Override
    boolean show(boolean hasDisplay) {
        return !hasDisplay;
    }

    private static RandomAccessibleInterval<? extends BooleanType<?>> selection(
            List<ImgRegion> regions, ImgPictures pictures) {
        return regions.isEmpty() ? null : ImgRegion.allOf(regions).within(pictures.bounds());
    }

    private static Img<?> named(Img<?> made, Original original, ImageJ2 imagej2) {
        String name = original.name();
        return imagej2.named(
                made,
                name == null || name.isEmpty() ? "Mask" : "Mask of " + name,
                original.axes(imagej2, made.numDimensions()),
                made.getType() instanceof UnsignedByteType ? 255 : 1);
    }
}
