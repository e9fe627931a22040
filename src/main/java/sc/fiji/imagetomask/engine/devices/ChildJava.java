package sc.fiji.imagetomask.engine.devices;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program in its own Java process: the same Java as this process, with only the jars that the program needs.
 *
 * @param command the program that starts Java
 * @param jars jars and folders of classes
 * @param program the name of its main class
 */
record ChildJava(Path command, List<Path> jars, String program) {

    private static final long GUARD_NANOS = 50_000_000;

    /** The output of the program, its exit status, and whether it was ended because of the time limit. */
    record Outcome(String output, int status, boolean late) {}

    /** Follows the program while it runs. */
    interface Follower {

        /** It has printed that line. */
        default void line(String line) {}

        /** Whether it shall be ended now. */
        default boolean isStopped() {
            return false;
        }
    }

    /** Of the Java that runs this, with the jars of those classes; the first one is the program. */
    static ChildJava of(List<Class<?>> classes) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (Class<?> type : classes) jars.add(jar(type));
        return new ChildJava(
                launcher(), jars.stream().distinct().toList(), classes.get(0).getName());
    }

    /** On Windows the one that opens no console. */
    private static Path launcher() throws IOException {
        Path folder = Path.of(System.getProperty("java.home"), "bin");
        for (String name : List.of("javaw.exe", "java.exe", "java"))
            if (Files.isRegularFile(folder.resolve(name))) return folder.resolve(name);
        throw new IOException("There is no program 'java' in '" + folder + "'");
    }

    private static Path jar(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | RuntimeException e) {
            throw new IOException("The jar of " + type.getName() + " is no file", e);
        }
    }

    /**
     * Runs the program to its end, or until the time limit. Its standard error is ignored. It has its own folder for
     * temporary files, which is deleted afterwards.
     *
     * @param options of Java
     * @throws IOException if it cannot be started
     */
    Outcome run(List<String> options, List<String> arguments, Duration limit) throws IOException {
        return run(options, arguments, limit, limit, new Follower() {});
    }

    /**
     * The same, followed while it runs.
     *
     * @param silence how long it may print nothing
     */
    Outcome run(List<String> options, List<String> arguments, Duration limit, Duration silence, Follower follower)
            throws IOException {
        Path temporary = Files.createTempDirectory("image-to-mask");
        try {
            return outcome(start(options, arguments, temporary), limit, silence, follower);
        } finally {
            delete(temporary);
        }
    }

    /** Deletes the files of a process that was ended, such as an unpacked library. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.getLogger("sc.fiji.imagetomask")
                    .log(System.Logger.Level.DEBUG, "'" + folder + "' cannot be deleted.", e);
        }
    }

    private Process start(List<String> options, List<String> arguments, Path temporary) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                command.toString(),
                "-Xmx64m",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + (File.separatorChar == '\\' ? "NUL" : "/dev/null"),
                "-Djava.awt.headless=true"));
        String path = System.getProperty("java.library.path");
        if (path != null) words.add("-Djava.library.path=" + path);
        words.add("-Djava.io.tmpdir=" + temporary);
        words.addAll(options);
        words.addAll(List.of(
                "-cp", jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)), program));
        words.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(temporary.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        // options for this process, such as a debugger's port, are not for that one
        builder.environment()
                .keySet()
                .removeAll(Arrays.asList("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return builder.start();
    }

    private static Outcome outcome(Process process, Duration limit, Duration silence, Follower follower)
            throws IOException {
        process.getOutputStream().close();
        AtomicBoolean late = new AtomicBoolean();
        AtomicBoolean ended = new AtomicBoolean();
        long start = System.nanoTime();
        AtomicLong heard = new AtomicLong(start);
        Thread guard = new Thread(
                () -> {
                    while (!ended.get()) {
                        long now = System.nanoTime();
                        boolean isLate = now - start > limit.toNanos() || now - heard.get() > silence.toNanos();
                        if (isLate || follower.isStopped()) {
                            late.set(isLate && process.isAlive());
                            kill(process);
                            return;
                        }
                        LockSupport.parkNanos(GUARD_NANOS);
                    }
                },
                "guard of a Java process");
        guard.setDaemon(true);
        guard.start();
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.set(System.nanoTime());
                output.append(line).append('\n');
                follower.line(line);
            }
            return new Outcome(output.toString(), process.waitFor(), late.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The work was interrupted", e);
        } finally {
            ended.set(true);
            LockSupport.unpark(guard);
            kill(process);
        }
    }

    /** By its handle: the process itself would also close the stream that is read just now. */
    private static void kill(Process process) {
        if (!process.isAlive()) return;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }
}
