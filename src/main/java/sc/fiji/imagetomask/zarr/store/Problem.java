package sc.fiji.imagetomask.zarr.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** What is wrong with a file, as one sentence that names it. */
public final class Problem {

    private Problem() {}

    /** The file's name in quotes, then the text, which needs no full stop. */
    public static IOException in(Path file, String text) {
        return new IOException("'" + file + "' " + text + ".");
    }

    public static IOException in(Path file, String text, Throwable cause) {
        IOException problem = in(file, text + ": " + reason(cause));
        problem.initCause(cause);
        return problem;
    }

    private static String reason(Throwable cause) {
        if (cause instanceof AccessDeniedException) return "access is denied";
        String message = cause.getMessage();
        if (message == null || message.isBlank()) return cause.getClass().getSimpleName();
        return message.lines().findFirst().orElseThrow().strip().replaceAll("[.!]+$", "");
    }
}
