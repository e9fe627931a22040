package sc.fiji.imagetomask.cli;

/**
 * A picture file and the mask file that is made of it.
 *
 * @param input a file that exists, or an address
 * @param output may exist
 * @param plate the plate that the output is a field of; null if it is none
 */
record Assignment(Place input, Place output, Place plate) {

    Assignment(Place input, Place output) {
        this(input, output, null);
    }

    boolean isField() {
        return plate != null;
    }

    /** Whether the mask grows where it will be, and says until the end that it is not complete. */
    boolean isInPlace() {
        return isField() || output.path() == null;
    }

    MaskFormat format() {
        return isField() ? MaskFormat.OME_ZARR : MaskFormat.of(output);
    }
}
