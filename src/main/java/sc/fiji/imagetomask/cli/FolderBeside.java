package sc.fiji.imagetomask.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** A hidden folder that is written beside a folder, and takes its place in one step when it is complete. */
final class FolderBeside implements Closeable {

    private final Path place;
    private final Path path;
    private final Thread atExit;

    /** @throws IOException with one sentence that names the folder whose place is to be taken */
    FolderBeside(Path place) throws IOException {
        this.place = place;
        path = hidden();
        try {
            Files.createDirectory(path);
        } catch (IOException e) {
            throw Sentence.unwritable(place, e);
        }
        atExit = new Thread(() -> deleteQuietly(path));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    private Path hidden() {
        return place.resolveSibling("." + UUID.randomUUID() + ".part");
    }

    /** Of the hidden folder. */
    Path path() {
        return path;
    }

    /** Now it is complete; what is there already is replaced. */
    void takePlace() throws IOException {
        Path old = hidden();
        boolean replaces = Files.exists(place);
        try {
            if (replaces) Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
            Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.exists(old) && !Files.exists(place)) Files.move(old, place);
            throw Sentence.unwritable(place, e);
        }
        if (replaces) delete(old);
    }

    /** Deletes it, unless it has taken its place. */
    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the hook is at work
        }
        delete(path);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(one);
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException | java.io.UncheckedIOException e) {
            // it stays hidden, and is no image
        }
    }
}
