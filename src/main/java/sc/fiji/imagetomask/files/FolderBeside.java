package sc.fiji.imagetomask.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A hidden folder beside a folder, which replaces this folder in one step when it is complete. */
public final class FolderBeside implements Closeable {

    private final Path place;
    private final HiddenPart part;

    /** @throws IOException with one sentence that names the folder to be written */
    public FolderBeside(Path place) throws IOException {
        this.place = place;
        part = new HiddenPart(place);
        try {
            Files.createDirectory(part.path());
        } catch (IOException e) {
            part.close();
            throw Sentence.unwritable(place, e);
        }
    }

    /** The path of the hidden folder. */
    public Path path() {
        return part.path();
    }

    /** Completes the folder; an existing one is replaced. */
    public void takePlace() throws IOException {
        if (Files.exists(place)) replace();
        else move(part.path(), place);
    }

    /**
     * If Java is killed in between, the earlier folder has a hidden name, and {@link HiddenPart#restore} puts it back.
     */
    private void replace() throws IOException {
        Path hidden = HiddenPart.old(place);
        Path old = hidden.resolve(place.getFileName());
        Files.createDirectory(hidden);
        try {
            move(place, old);
            move(part.path(), place);
        } finally {
            if (Files.exists(old) && !Files.exists(place)) Files.move(old, place);
            HiddenPart.delete(hidden);
        }
    }

    private void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
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
