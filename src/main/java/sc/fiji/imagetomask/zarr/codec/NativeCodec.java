package sc.fiji.imagetomask.zarr.codec;

import com.scalableminds.bloscjava.Blosc;
import java.io.IOException;
import java.nio.ByteBuffer;
import sc.fiji.imagetomask.natives.NativeLibraries;
import sc.fiji.imagetomask.zarr.store.Problem;

/** The codecs with native code. Whether one runs on this machine is tried at its first use. */
enum NativeCodec {
    BLOSC("Blosc", () -> Blosc.compress(new byte[1], 1)),
    ZSTD("Zstandard", () -> {
        NativeLibraries.refuseOutsideJars("zstd-jni-"); // with its version
        new ZstdCodec(0, false).encode(ByteBuffer.wrap(new byte[1]));
    });

    private final String title;
    private final Runnable trial;
    private boolean tried;
    private Throwable failure;

    NativeCodec(String title, Runnable trial) {
        this.title = title;
        this.trial = trial;
    }

    /** @throws IOException that names the file that needs the codec, if the codec does not run here */
    void requireFor(String file) throws IOException {
        Throwable reason = failure();
        if (reason != null)
            throw Problem.in(
                    file,
                    "needs " + title + ", which does not run on " + System.getProperty("os.name") + " "
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
