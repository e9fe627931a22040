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

    /**
     * An empty file in the same folder.
     *
     * @throws IOException with one sentence that names the file whose place is to be taken
     */
    FileBeside(Path place) throws IOException {
        this.place = place;
        path = place.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            Files.createFile(path);
        } catch (IOException e) {
            throw Sentence.unwritable(place, e);
        }
        path.toFile().deleteOnExit();
    }

    /** Of the hidden file. */
    Path path() {
        return path;
    }

    /** Of the file that it becomes. */
    Path place() {
        return place;
    }

    /** Now it is complete; a file that is there already is replaced. */
    void takePlace() throws IOException {
        try {
            Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Sentence.unwritable(place, e);
        }
    }

    /** Deletes it, unless it has taken its place. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
