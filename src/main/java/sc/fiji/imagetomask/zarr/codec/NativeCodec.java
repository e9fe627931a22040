package sc.fiji.imagetomask.zarr.codec;

import com.scalableminds.bloscjava.Blosc;
import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.imagetomask.natives.NativeLibraries;
import sc.fiji.imagetomask.zarr.store.Problem;

/** A codec with native code: whether it runs on this machine, which is tried at the first use. */
enum NativeCodec {
    BLOSC("Blosc", () -> Blosc.compress(new byte[1], 1)),
    ZSTD("Zstandard", () -> {
        NativeLibraries.refuseOutsideJars("zstd-jni-"); // with its version
        new ZstdCodec(0, false).encode(new byte[1]);
    });

    private final String title;
    private final Runnable trial;
    private boolean tried;
    private Throwable failure;

    NativeCodec(String title, Runnable trial) {
        this.title = title;
        this.trial = trial;
    }

    /** @throws IOException naming the file that tells of the codec, if it does not run */
    void requireFor(Path file) throws IOException {
        Throwable reason = failure();
        if (reason != null)
            throw Problem.in(
                    file,
                    "tells of " + title + ", which does not run on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch"),
                    reason);
    }

    private synchronized Throwable failure() {
        if (!tried)
            try {
                trial.run();
            } catch (LinkageError | RuntimeException e) {
                failure = e;
            }
        tried = true;
        return failure;
    }
}
