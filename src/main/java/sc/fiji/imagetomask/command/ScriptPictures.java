package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import ij.WindowManager;
import org.scijava.convert.ConvertService;
import sc.fiji.imagetomask.imagej.OpenImages;

/** The ImageJ image that a script gives to a command, and the one that the command makes. */
final class ScriptPictures {

    private ScriptPictures() {}

    /**
     * The ImageJ image that is meant: an ImagePlus, a Dataset (the image in its window, if it has one), or the title of an
     * open image.
     *
     * @param image null for the active image
     * @throws IllegalArgumentException if it is none of these
     */
    static ImagePlus given(Object image, ImageJ2 imagej2, ConvertService converters) {
        if (image == null) return OpenImages.active();
        if (image instanceof ImagePlus given) return given;
        if (image instanceof String title) return OpenImages.activeOr(title);
        ImagePlus window = (ImagePlus) imagej2.window(image);
        if (window != null) return window;
        ImagePlus converted =
                converters.supports(image, ImagePlus.class) ? converters.convert(image, ImagePlus.class) : null;
        if (converted != null) return converted;
        throw new IllegalArgumentException("image is of type "
                + image.getClass().getSimpleName()
                + ", but must be an ImagePlus, a Dataset or the title of an open image.");
    }

    /**
     * Shows the result as ImageJ shows images, so that it works in batch mode, too.
     *
     * @param made null if there is nothing to show
     * @return true: SciJava has nothing more to do with it
     */
    static boolean show(ImagePlus made, boolean hasDisplay) {
        if (made != null && hasDisplay) {
            made.show();
            WindowManager.setTempCurrentImage(
                    null); // in batch mode ImageJ keeps it for this thread, which is SciJava's
        }
        return true;
    }
}
