package sc.fiji.imagetomask.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** An exception as one sentence on one line. */
public final class Sentence {

    private Sentence() {}

    /** The message of an exception, or its kind if it has none, with one full stop. */
    public static String of(Throwable problem) {
        String text = text(problem).strip().replaceAll("\\s*\\R\\s*", " ");
        return text.replaceAll("[.!]+$", "") + ".";
    }

    /** The sentence for a level, page, t or z that a file does not have. */
    public static String outside(String what, long number, long least, long most, String file) {
        String start = what + " is " + number + ", but ";
        return least == most
                ? start + "'" + file + "' has only " + what + " " + least + "."
                : start + "must be from " + least + " to " + most + " in '" + file + "'.";
    }

    /** The error for a file that cannot be written, with the deepest cause as the reason, such as a full disk. */
    public static IOException unwritable(Path file, IOException problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) cause = cause.getCause();
        String reason = cause instanceof FileSystemException e ? reason(e) : text(cause);
        return new IOException("'" + file + "' cannot be written: " + reason, problem);
    }

    private static String reason(FileSystemException problem) {
        if (problem instanceof AccessDeniedException) return "access is denied";
        if (problem instanceof NoSuchFileException) return "its folder no longer exists";
        if (problem instanceof FileAlreadyExistsException)
            return "there is a file of this name in the place of a folder";
        if (problem.getReason() != null) return problem.getReason();
        return problem.getClass().getSimpleName();
    }

    private static String text(Throwable problem) {
        if (problem instanceof OutOfMemoryError)
            return "Java has not enough memory; give it more, for example with -Xmx8g, or save the picture"
                    + " as a TIFF with strips or tiles, which is read piece by piece";
        if (problem instanceof FileSystemException file) return text(file);
        String message = problem.getMessage();
        return message == null || message.isBlank() ? problem.getClass().getSimpleName() : message;
    }

    private static String text(FileSystemException problem) {
        String file = "'" + problem.getFile() + "'";
        if (problem instanceof NoSuchFileException) return "There is no file or folder " + file;
        if (problem instanceof AccessDeniedException) return "Access to " + file + " is denied";
        if (problem instanceof NotDirectoryException) return file + " is not a folder";
        return file + ": " + reason(problem);
    }
}
