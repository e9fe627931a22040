package sc.fiji.imagetomask.zarr.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;

/** What is wrong with an object of a store, as one sentence that names it. */
public final class Problem {

    private Problem() {}

    /**
     * The name in quotes, then the text, which needs no full stop.
     *
     * @param file see {@link Store#name}
     */
    public static IOException in(String file, String text) {
        return new IOException("'" + file + "' " + text + ".");
    }

    public static IOException in(String file, String text, Throwable cause) {
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
