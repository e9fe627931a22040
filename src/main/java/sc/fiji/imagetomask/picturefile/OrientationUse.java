package sc.fiji.imagetomask.picturefile;

import java.util.Locale;
import sc.fiji.imagetomask.Labelled;

/**
 * Whether a picture file's note of how it is to be turned is followed: the Orientation of TIFF, and of the EXIF data of
 * JPEG and PNG.
 */
public enum OrientationUse implements Labelled {
    /** Pixels are taken as they are stored, as ImageJ shows them. */
    STORED,
    /** Pixels are turned as the file says. */
    APPLY;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * How a picture is turned.
     *
     * @param noted by the file, 1 (upright already) to 8
     * @return the same, or 1 where notes are not followed; 1 instead of what no file can note, too
     */
    public int of(long noted) {
        return this == APPLY && noted > 1 && noted <= 8 ? (int) noted : 1;
    }
}
