package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.JsonFile;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.StoredFile;

/**
 * The hidden folder {@code .unfinished} of an image that is being written. As long as {@code metadata.json} is in it, the
 * image is not complete: there the metadata wait until all values are written. Every file starts in this folder under a
 * name of its own and takes its place in one step.
 *
 * @param root folder of the image
 */
record Unfinished(Path root) {

    private static final String FOLDER = ".unfinished";
    private static final String METADATA = "metadata.json";

    static boolean isIn(Path root) {
        return Files.exists(new Unfinished(root).metadata());
    }

    private Path folder() {
        return root.resolve(FOLDER);
    }

    private Path metadata() {
        return folder().resolve(METADATA);
    }

    /** The metadata that wait, or null if there are none. */
    Json read() throws IOException {
        return JsonFile.read(root, metadata());
    }

    void begin(ByteBuffer metadata) throws IOException {
        Files.createDirectories(folder());
        write(metadata(), metadata);
    }

    /** Writes a file, all of it or nothing; one that is there already is replaced. */
    void write(Path file, ByteBuffer bytes) throws IOException {
        requireInside(folder());
        requireInside(file);
        Path part = folder().resolve(UUID.randomUUID() + ".part");
        try {
            StoredFile.write(part, bytes);
            Files.createDirectories(file.getParent());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            if (isIn(root)) throw e;
            throw Problem.in(root, "is complete, or was deleted: nothing more can be written");
        } catch (IOException e) {
            throw Problem.in(file, "cannot be written", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A link that stands for a folder is not followed out of the image. */
    private void requireInside(Path file) throws IOException {
        Path there = file.getParent();
        while (!Files.exists(there)) there = there.getParent();
        if (!there.toRealPath().startsWith(root) || file.equals(folder()) && Files.isSymbolicLink(file))
            throw Problem.in(there, "is a link that leaves the image's folder");
    }

    /** Deletes all that is in the image's folder, except what says that it is not complete. */
    void clear() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList())
                if (!path.equals(root) && !path.equals(folder()) && !path.equals(metadata())) Files.delete(path);
        }
    }

    /** Now the image is complete; what interrupted writing left behind is deleted. */
    void end() throws IOException {
        try (Stream<Path> parts = Files.list(folder())) {
            for (Path part : parts.toList()) if (!part.equals(metadata())) Files.deleteIfExists(part);
        }
        Files.delete(metadata());
        Files.deleteIfExists(folder());
    }
}
