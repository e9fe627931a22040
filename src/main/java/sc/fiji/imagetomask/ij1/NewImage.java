package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import ij.Prefs;

/** Shows the images that the plugins make. */
final class NewImage {

    private NewImage() {}

    /** With white as 255, also where ImageJ is set to invert the values and lookup tables of new 8-bit images. */
    static void show(ImagePlus image) {
        boolean inverting = Prefs.useInvertingLut;
        Prefs.useInvertingLut = false;
        try {
            image.show();
        } finally {
            Prefs.useInvertingLut = inverting;
        }
    }
}
