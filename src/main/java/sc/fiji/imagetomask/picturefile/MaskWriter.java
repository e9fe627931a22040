package sc.fiji.imagetomask.picturefile;

import java.io.Closeable;
import java.io.IOException;
import sc.fiji.imagetomask.MaskSlices;

/**
 * Writes the slices of a mask to a file, one after the other, each in tiles from left to right and from top to bottom.
 * An error is an {@link java.io.UncheckedIOException}, whose cause has one sentence that names the file.
 */
public interface MaskWriter extends MaskSlices, Closeable {

    /**
     * The last slice was written.
     *
     * @param record how the mask was made, in lines of text
     * @throws IOException with one sentence that names the file
     */
    void finish(String record) throws IOException;
}
