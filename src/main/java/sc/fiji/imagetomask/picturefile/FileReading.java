package sc.fiji.imagetomask.picturefile;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import sc.fiji.imagetomask.files.Sentence;

/**
 * Changes the exceptions of readers for broken files, which are of many kinds, into one sentence that names the file.
 */
public final class FileReading {

    private FileReading() {}

    public static <T> T of(Path path, Callable<T> work) throws IOException {
        try {
            return work.call();
        } catch (UnsupportedPictureException | CancellationException e) {
            throw e;
        } catch (EOFException | BufferUnderflowException e) {
            throw early(path, e);
        } catch (IOException | OutOfMemoryError e) {
            if (e.getCause() instanceof EOFException) throw early(path, e);
            Throwable reason = e.getCause() instanceof OutOfMemoryError ? e.getCause() : e;
            throw new IOException("'" + path + "' cannot be read: " + Sentence.of(reason), e);
        } catch (Exception e) {
            throw broken(path, e);
        }
    }

    private static IOException early(Path path, Throwable problem) {
        return new IOException("'" + path + "' is broken: it ends early.", problem);
    }

    private static IOException broken(Path path, Throwable problem) {
        return new IOException("'" + path + "' is broken.", problem);
    }

    /** The same, while a job is running. */
    public static <T> T unchecked(Path path, Callable<T> work) {
        try {
            return of(path, work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
