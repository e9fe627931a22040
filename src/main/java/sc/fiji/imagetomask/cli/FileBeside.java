package sc.fiji.imagetomask.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A hidden file that is written beside a file, and takes its place in one step when it is complete. */
final class FileBeside implements Closeable {

    private final Path place;
    private final Path path;

    /** An empty file in the same folder. */
    FileBeside(Path place) throws IOException {
        this.place = place;
        path = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
        Files.createFile(path);
        path.toFile().deleteOnExit();
    }

    Path path() {
        return path;
    }

    /** Now it is complete; a file that is there already is replaced. */
    void takePlace() throws IOException {
        Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes it, unless it has taken its place. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
