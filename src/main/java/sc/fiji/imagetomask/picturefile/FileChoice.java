package sc.fiji.imagetomask.picturefile;

/**
 * How picture files are taken that are no OME-Zarr images.
 *
 * @param orientation whether they are turned as they say
 * @param icc whether their colour profiles are followed
 * @param page the only page of a TIFF that is taken, 1 being the first; 0: all that have the size of the first
 */
public record FileChoice(OrientationUse orientation, Icc icc, int page) {

    /** As they are stored, and what comes first. */
    public static final FileChoice DEFAULT = new FileChoice(OrientationUse.STORED, Icc.STORED, 0);

    /** The same turned in that way. */
    public FileChoice with(OrientationUse other) {
        return new FileChoice(other, icc, page);
    }

    /** The same with that use of colour profiles. */
    public FileChoice with(Icc other) {
        return new FileChoice(orientation, other, page);
    }

    /** The same for a mask, whose pages are others. */
    FileChoice ofMask() {
        return new FileChoice(orientation, icc, 0);
    }
}
