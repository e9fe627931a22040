package sc.fiji.imagetomask.cli;

import java.io.Closeable;
import java.io.IOException;
import sc.fiji.imagetomask.MemoryMask;

/** Takes the slices of a mask, in their order, into a file. */
interface MaskWriter extends Closeable {

    /** @throws IOException with one sentence that names the file */
    void write(MemoryMask slice) throws IOException;

    /** The last slice was written. */
    void finish() throws IOException;
}
