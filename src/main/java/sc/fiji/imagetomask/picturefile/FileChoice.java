package sc.fiji.imagetomask.picturefile;

/**
 * How picture files other than OME-Zarr images are read.
 *
 * @param orientation whether they are rotated or mirrored as they say
 * @param icc whether their colour profiles are applied
 * @param page the only page of a TIFF that is read, 1 being the first; 0: all that have the size of the first
 */
public record FileChoice(OrientationUse orientation, Icc icc, int page) {

    /** As stored, and the first size of pages. */
    public static final FileChoice DEFAULT = new FileChoice(OrientationUse.STORED, Icc.STORED, 0);

    /** The same for a mask image, without a page number. */
    FileChoice ofMask() {
        return new FileChoice(orientation, icc, 0);
    }
}
