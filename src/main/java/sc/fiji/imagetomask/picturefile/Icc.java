package sc.fiji.imagetomask.picturefile;

import java.util.Locale;
import sc.fiji.imagetomask.Labelled;

/** What becomes of the numbers of a picture file that has a colour profile other than sRGB. */
public enum Icc implements Labelled {
    /** They count as sRGB as they are stored. */
    STORED,
    /** They are converted to sRGB. */
    APPLY;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
