package sc.fiji.imagetomask.cli;

import java.nio.file.Path;

/**
 * A picture file and the mask file that is made of it.
 *
 * @param input a file that exists, or an address
 * @param output may exist
 * @param plate the folder of the plate that the output is a field of; null if it is none
 */
record Assignment(Place input, Path output, Path plate) {

    Assignment(Place input, Path output) {
        this(input, output, null);
    }

    boolean isField() {
        return plate != null;
    }

    MaskFormat format() {
        return isField() ? MaskFormat.OME_ZARR : MaskFormat.of(output);
    }
}
