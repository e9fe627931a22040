package sc.fiji.imagetomask.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hidden name beside a file or folder, for data that are not complete yet. They are deleted when this is closed or
 * Java exits. The name contains the process ID, so that the files of a killed Java can be found.
 *
 * <p>A folder that is replaced has a similar hidden name for a moment, because not every system can exchange two
 * folders in one step.
 */
public final class HiddenPart implements Closeable {

    private static final Pattern NAME = Pattern.compile("\\.(\\d{1,18})-[0-9a-f-]{36}\\.(part|old)");

    private static final int ATTEMPTS = 20;

    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Path path;
    private final Thread atExit;

    /** @throws IOException with one sentence, if Java is about to end */
    HiddenPart(Path place) throws IOException {
        path = name(place, "part");
        atExit = new Thread(() -> deleteAtExit(path));
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            throw Sentence.unwritable(place, new IOException("Java is about to end"));
        }
    }

    Path path() {
        return path;
    }

    /** A name for the folder that is replaced, for a moment. */
    static Path old(Path place) {
        return name(place, "old");
    }

    private static Path name(Path place, String kind) {
        ThreadLocalRandom random = ThreadLocalRandom.current(); // the secure one is slow to load
        UUID unique = new UUID(random.nextLong(), random.nextLong());
        return place.resolveSibling("." + ProcessHandle.current().pid() + "-" + unique + "." + kind);
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the hook is at work
        }
        delete(path);
    }

    /**
     * Puts back the folders that processes which have ended were replacing; if the new folder is complete, the earlier
     * one is deleted instead. Folders that were replaced within the last minute are not touched, because another
     * machine may be working on them. Nothing is done if the folder cannot be listed or changed.
     */
    public static void restore(Path folder) {
        try {
            for (Path hidden : leftovers(folder, "old")) restoreFrom(hidden, folder);
        } catch (IOException | UncheckedIOException e) {
            // it stays hidden, and the next run tries again
        }
    }

    private static void restoreFrom(Path hidden, Path folder) throws IOException {
        try (Stream<Path> old = Files.list(hidden)) {
            for (Path one : old.toList()) {
                Path place = folder.resolve(one.getFileName());
                if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) Files.move(one, place);
            }
        }
        delete(hidden);
    }

    /** Deletes the hidden files in a folder of processes that have ended, after {@link #restore}. */
    public static void deleteLeftovers(Path folder) throws IOException {
        restore(folder);
        for (Path file : leftovers(folder, "part")) delete(file);
    }

    private static List<Path> leftovers(Path folder, String kind) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) if (isLeftover(file, kind)) found.add(file);
        }
        return found;
    }

    private static boolean isLeftover(Path file, String kind) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !name.group(2).equals(kind)) return false;
        boolean old = kind.equals("old");
        if (old && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) return false;
        Instant written =
                Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        if (old && written.isAfter(Instant.now().minus(SETTLED))) return false;
        return ProcessHandle.of(Long.parseLong(name.group(1)))
                .flatMap(process -> process.info().startInstant())
                .map(started -> started.isAfter(written))
                .orElse(true);
    }

    /** Deletes a file, or a folder and all that is in it; links are not followed. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) return;
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(one);
        }
    }

    /** While Java ends, other threads still write into a folder, so it is renamed first. */
    private static void deleteAtExit(Path path) {
        List<Path> left = new ArrayList<>(List.of(path));
        for (int i = 0; i < ATTEMPTS && left.stream().anyMatch(HiddenPart::isThere); i++)
            try {
                if (isThere(path)) {
                    Path away = name(path, "part");
                    Files.move(path, away);
                    left.add(away);
                }
                for (Path one : left) delete(one);
            } catch (IOException | UncheckedIOException e) {
                // once more; what stays is hidden, and the next run deletes it
            }
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
