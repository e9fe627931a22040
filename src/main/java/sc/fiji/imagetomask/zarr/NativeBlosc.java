package sc.fiji.imagetomask.zarr;

import com.scalableminds.bloscjava.Blosc;
import java.io.IOException;
import java.nio.file.Path;

/** Whether the native code of Blosc runs on this machine. */
final class NativeBlosc {

    private static final Throwable FAILURE = failure();

    private NativeBlosc() {}

    private static Throwable failure() {
        try {
            return Blosc.compress(new byte[1], 1).length > 0 ? null : new IllegalStateException("nothing came out");
        } catch (LinkageError | RuntimeException e) {
            return e;
        }
    }

    /** @throws IOException naming the file that tells of Blosc, if it does not run */
    static void requireFor(Path file) throws IOException {
        if (FAILURE != null)
            throw Problem.in(
                    file,
                    "tells of Blosc, which does not run on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch"),
                    FAILURE);
    }
}
