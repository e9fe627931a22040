package sc.fiji.imagetomask.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A hidden folder that is written beside a folder, and takes its place in one step when it is complete. */
final class FolderBeside implements Closeable {

    private final Path place;
    private final HiddenPart part;

    /** @throws IOException with one sentence that names the folder whose place is to be taken */
    FolderBeside(Path place) throws IOException {
        this.place = place;
        part = new HiddenPart(place);
        try {
            Files.createDirectory(part.path());
        } catch (IOException e) {
            part.close();
            throw Sentence.unwritable(place, e);
        }
    }

    /** Of the hidden folder. */
    Path path() {
        return part.path();
    }

    /** Now it is complete; what is there already is replaced. */
    void takePlace() throws IOException {
        Path old = HiddenPart.name(place);
        boolean replaces = Files.exists(place);
        try {
            if (replaces) Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
            Files.move(part.path(), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.exists(old) && !Files.exists(place)) Files.move(old, place);
            throw Sentence.unwritable(place, e);
        }
        if (replaces) HiddenPart.delete(old);
    }

    /** Deletes it, unless it has taken its place. */
    @Override
    public void close() throws IOException {
        part.close();
    }
}
