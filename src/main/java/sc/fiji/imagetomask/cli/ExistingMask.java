package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.imagetomask.ome.OmeZarrFile;
import sc.fiji.imagetomask.ome.OmeZarrMasks;
import sc.fiji.imagetomask.ome.OmeZarrOutput;

/** What is done with a mask that exists. */
enum ExistingMask {
    /** It is kept, and the new mask counts as failed. */
    REFUSED,
    /** It is kept, because it is complete; this is not an error. */
    LEFT,
    /** It is replaced. */
    REPLACED;

    /** @throws IllegalArgumentException if both are asked for */
    static ExistingMask of(boolean force, boolean resume) {
        if (force && resume)
            throw new IllegalArgumentException(
                    "--force and --resume are both given, but masks that exist can only be replaced or left.");
        return force ? REPLACED : resume ? LEFT : REFUSED;
    }

    /** @throws IllegalArgumentException with one sentence, if there is a mask file or image that must be kept */
    void requireFree(Place mask) throws IOException {
        Path path = mask.path();
        if (path == null && OmeZarrOutput.isBegun(mask.store())) {
            if (this == REFUSED)
                throw new IllegalArgumentException(
                        "'" + mask + "' was begun and is not complete; use --resume or --force to make it again.");
            return;
        }
        if (this != REPLACED && mask.isTaken())
            throw new IllegalArgumentException("'" + mask + "' exists already; use --force to replace it.");
        if (path != null && OmeZarrFile.isName(path) && Files.isDirectory(path)) OmeZarrMasks.requireReplaceable(path);
    }
}
