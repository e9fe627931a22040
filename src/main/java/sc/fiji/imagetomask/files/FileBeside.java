package sc.fiji.imagetomask.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A hidden file in the folder of a file, which replaces this file in one step when it is complete. */
public final class FileBeside implements Closeable {

    private final Path place;
    private final HiddenPart part;

    /**
     * An empty file in the same folder.
     *
     * @throws IOException with one sentence that names the file to be written
     */
    public FileBeside(Path place) throws IOException {
        this.place = place;
        part = new HiddenPart(place);
        try {
            Files.createFile(part.path());
        } catch (IOException e) {
            part.close();
            throw Sentence.unwritable(place, e);
        }
    }

    /** The path of the hidden file. */
    public Path path() {
        return part.path();
    }

    /** The path of the file that it becomes. */
    public Path place() {
        return place;
    }

    /** Completes the file; an existing file is replaced. */
    public void takePlace() throws IOException {
        try {
            Files.move(part.path(), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Sentence.unwritable(place, e);
        }
    }

    /** Deletes it, unless it was completed. */
    @Override
    public void close() throws IOException {
        part.close();
    }
}
