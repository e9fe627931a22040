package net.imagej.legacy;

import ij.ImagePlus;
import net.imagej.display.ImageDisplay;

public class LegacyImageMap {

    private final ImagePlus image;

    public LegacyImageMap(ImagePlus image) {
        this.image = image;
    }

    public ImagePlus lookupImagePlus(ImageDisplay display) {
        return display == null ? null : image;
    }
}
