package sc.fiji.imagetomask.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong, as one sentence on one line. */
final class Sentence {

    private Sentence() {}

    static String of(Throwable problem) {
        String text = text(problem).strip().replaceAll("\\s*\\R\\s*", " ");
        return text.replaceAll("[.!]+$", "") + ".";
    }

    private static String text(Throwable problem) {
        if (problem instanceof OutOfMemoryError)
            return "More memory is needed than Java was given; give it more, for instance with -Xmx8g";
        if (problem instanceof FileSystemException file) return text(file);
        String message = problem.getMessage();
        return message == null || message.isBlank() ? problem.getClass().getSimpleName() : message;
    }

    private static String text(FileSystemException problem) {
        String file = "'" + problem.getFile() + "'";
        if (problem instanceof NoSuchFileException) return "There is no file or folder " + file;
        if (problem instanceof AccessDeniedException) return "Access to " + file + " is denied";
        if (problem instanceof DirectoryNotEmptyException) return file + " is a folder";
        if (problem instanceof NotDirectoryException) return file + " is not a folder";
        String reason = problem.getReason();
        return file + ": " + (reason == null ? problem.getClass().getSimpleName() : reason);
    }
}
