package sc.fiji.imagetomask.cli;

/**
 * How picture files are taken that are no OME-Zarr images.
 *
 * @param orientation whether they are turned as they say
 * @param page the only page of a TIFF that is taken, 1 being the first; 0: all that have the size of the first
 */
record FileChoice(Orientation orientation, int page) {

    /** As they are stored, and what comes first. */
    static final FileChoice DEFAULT = new FileChoice(Orientation.STORED, 0);

    /** The same for a mask, whose pages are others. */
    FileChoice ofMask() {
        return new FileChoice(orientation, 0);
    }
}
