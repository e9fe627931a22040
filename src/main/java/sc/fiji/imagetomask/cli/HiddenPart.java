package sc.fiji.imagetomask.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hidden name beside a file or folder, for what is not complete yet. Whatever has that name is deleted when this is
 * closed or Java exits; what a killed Java leaves is known by the process's number in the name.
 */
final class HiddenPart implements Closeable {

    private static final Pattern NAME = Pattern.compile("\\.(\\d+)-[0-9a-f-]{36}\\.part");

    private final Path path;
    private final Thread atExit;

    HiddenPart(Path place) {
        path = name(place);
        atExit = new Thread(() -> deleteQuietly(path));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    Path path() {
        return path;
    }

    /** Another such name beside that file or folder. */
    static Path name(Path place) {
        return place.resolveSibling("." + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".part");
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

    /** Deletes what processes that are gone have left in a folder. */
    static void deleteLeftovers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) if (isLeftover(file)) delete(file);
        }
    }

    private static boolean isLeftover(Path file) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) return false;
        Instant written = Files.getLastModifiedTime(file).toInstant();
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

    private static void deleteQuietly(Path path) {
        try {
            delete(path);
        } catch (IOException | UncheckedIOException e) {
            // it stays hidden, and the next run deletes it
        }
    }
}
