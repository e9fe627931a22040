package sc.fiji.imagetomask.picturefile;

import java.util.Locale;
import sc.fiji.imagetomask.Labelled;

/**
 * Whether a picture is rotated or mirrored as its file says: by the tag Orientation of TIFF, and of the EXIF data of
 * JPEG and PNG.
 */
public enum OrientationUse implements Labelled {
    /** Pixels are taken as they are stored, as ImageJ shows them. */
    STORED,
    /** The picture is rotated or mirrored as the file says. */
    APPLY;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The orientation that is applied to a picture.
     *
     * @param noted by the file, 1 (upright already) to 8
     * @return the same, or 1 where notes are not followed; 1 instead of what no file can note, too
     */
    public int of(long noted) {
        return this == APPLY && noted > 1 && noted <= 8 ? (int) noted : 1;
    }
}
