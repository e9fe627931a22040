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
     * Shows an image under a title that no other open image has. White is 255, even if ImageJ is set to invert new
     * 8-bit images.
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

    /** The same, beside the window of the picture that it was made from. */
    static void show(ImagePlus image, ImagePlus picture) {
        show(image);
        Window window = image.getWindow();
        Window beside = picture.getWindow();
        if (window == null || beside == null) return;
        EventQueue.invokeLater(() -> OpenWindows.placeBeside(window, beside));
    }
}
