package sc.fiji.imagetomask.engine.devices;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import sc.fiji.imagetomask.files.UserFolders;

/**
 * The file in which the found devices are saved until drivers change. A file that is missing, broken or from other
 * drivers is ignored. If the file cannot be written, the search is repeated in the next process.
 */
final class KeptFindings {

    /** The system property that names another file. */
    static final String PROPERTY = "imagetomask.devices.file";

    private static final String DRIVERS = "drivers";

    private final Path file;

    KeptFindings(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** In the user's cache folder, such as {@code ~/.cache}. */
    static KeptFindings standard() {
        String named = System.getProperty(PROPERTY);
        return new KeptFindings(
                named != null ? Path.of(named) : UserFolders.caches().resolve("devices.properties"));
    }

    /** The devices that were found with these drivers; the text is that of {@link Drivers#installed}. */
    Optional<Findings> read(String drivers) {
        Properties text = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            text.load(reader);
            if (!drivers.equals(text.getProperty(DRIVERS))) return Optional.empty();
            return Optional.of(FindingsText.findings(text));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Saves the file in one step, so that no other process reads an incomplete file. */
    void write(String drivers, Findings findings) {
        Properties text = FindingsText.properties(findings);
        text.setProperty(DRIVERS, drivers);
        try {
            Path folder = Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(folder, ".devices", ".part");
            try {
                try (Writer writer = Files.newBufferedWriter(part)) {
                    text.store(
                            writer,
                            "OpenCL devices that Image To Mask has found. This file can be deleted at any time.");
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            log(e);
        }
    }

    Path file() {
        return file;
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log(e);
        }
    }

    private void log(IOException e) {
        System.getLogger("sc.fiji.imagetomask")
                .log(System.Logger.Level.DEBUG, "The list of found devices cannot be saved in " + file + ".", e);
    }
}
