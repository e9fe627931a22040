package net.imagej.legacy;

import ij.ImagePlus;
import org.scijava.service.AbstractService;

public final class LegacyService extends AbstractService {

    private final LegacyImageMap images;

    /** With one image in a window. */
    public LegacyService(ImagePlus image) {
        images = new LegacyImageMap(image);
    }

    public LegacyImageMap getImageMap() {
        return images;
    }
}
