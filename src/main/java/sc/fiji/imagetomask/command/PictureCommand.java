package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import ij.WindowManager;
import org.scijava.ItemIO;
import org.scijava.convert.ConvertService;
import org.scijava.plugin.Parameter;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.imagej.OpenImages;

/** A command that makes an ImageJ image of another one. */
abstract class PictureCommand extends ScriptCommand {

    @Parameter(
            persist = false,
            required = false,
            description =
                    "An ImagePlus, a Dataset (the image in its window, if it has one), or the title of an open image;"
                            + " the active image if it is left out")
    private Object image;

    @Parameter(type = ItemIO.OUTPUT, description = "The image that was made")
    private ImagePlus result;

    @Parameter
    private ConvertService converters;

    /** The image made of the picture; null if there is none to show. */
    abstract ImagePlus make(ImagePlus picture, String engineName, Progress progress);

    @Override
    final void make(String engineName) {
        result = make(picture(), engineName, new StoppableProgress(this));
    }

    /** As ImageJ shows images, so that batch mode has it, too. */
    @Override
    final boolean show(boolean hasDisplay) {
        if (result != null && hasDisplay) {
            result.show();
            WindowManager.setTempCurrentImage(
                    null); // in batch mode ImageJ keeps it for this thread, which is SciJava's
        }
        return true;
    }

    private ImagePlus picture() {
        if (image == null) return OpenImages.active();
        if (image instanceof ImagePlus given) return given;
        if (image instanceof String title) return OpenImages.activeOr(title);
        ImagePlus window = (ImagePlus) new ImageJ2(context()).window(image);
        if (window != null) return window;
        ImagePlus converted =
                converters.supports(image, ImagePlus.class) ? converters.convert(image, ImagePlus.class) : null;
        if (converted != null) return converted;
        throw new IllegalArgumentException("image is of type "
                + image.getClass().getSimpleName()
                + ", but must be an ImagePlus, a Dataset or the title of an open image.");
    }
}
