package sc.fiji.imagetomask.cli;

import java.io.Closeable;
import java.io.IOException;
import sc.fiji.imagetomask.MaskTarget;

/**
 * Takes the slices of a mask, in their order, into a file.
 *
 * @param <M> the memory that holds a slice
 */
interface MaskWriter<M extends MaskTarget> extends Closeable {

    /** New memory for a slice of that size. */
    M slice(int width, int height);

    /** @throws IOException with one sentence that names the file */
    void write(M slice) throws IOException;

    /** The last slice was written. */
    void finish() throws IOException;
}
