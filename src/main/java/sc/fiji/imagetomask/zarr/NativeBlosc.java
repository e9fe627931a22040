package sc.fiji.imagetomask.zarr;

import com.scalableminds.bloscjava.Blosc;
import java.io.IOException;

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

    /** @throws IOException saying that Blosc is not to be had here */
    static void require() throws IOException {
        if (FAILURE != null)
            throw new IOException(
                    "Blosc does not run on " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                            + "; use zstd or gzip instead",
                    FAILURE);
    }
}
