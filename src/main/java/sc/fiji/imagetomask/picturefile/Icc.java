package sc.fiji.imagetomask.picturefile;

import java.util.Locale;
import sc.fiji.imagetomask.Labelled;

/** What is done with the pixel values of a picture file that has a colour profile other than sRGB. */
public enum Icc implements Labelled {
    /** They are used as sRGB without conversion. */
    STORED,
    /** They are converted to sRGB. */
    APPLY;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
