package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import ij.Prefs;
import java.awt.EventQueue;
import java.awt.Window;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.ui.preview.OpenWindows;

/** Shows the images that the plugins make. */
final class NewImage {

    private NewImage() {}

    /**
     * Under a title that no open image has, and with white as 255, also where ImageJ is set to invert the values and lookup
     * tables of new 8-bit images.
     */
    static void show(ImagePlus image) {
        image.setTitle(OpenImages.unique(image.getTitle()));
        boolean inverting = Prefs.useInvertingLut;
        Prefs.useInvertingLut = false;
        try {
            image.show();
        } finally {
            Prefs.useInvertingLut = inverting;
        }
    }

    /** The same, and beside the window of the picture that it was made of. */
    static void show(ImagePlus image, ImagePlus picture) {
        show(image);
        Window window = image.getWindow();
        Window beside = picture.getWindow();
        if (window == null || beside == null) return;
        EventQueue.invokeLater(() -> OpenWindows.placeBeside(window, beside));
    }
}
