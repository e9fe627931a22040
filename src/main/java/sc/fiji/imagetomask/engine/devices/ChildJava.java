package sc.fiji.imagetomask.engine.devices;

import java.io.File;
import java.io.IOException;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** The output of the program, its exit status, and whether it was ended because of the time limit. */
    record Outcome(String output, int status, boolean late) {}

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
        Path temporary = Files.createTempDirectory("image-to-mask");
        try {
            return run(options, arguments, limit, temporary);
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

    private Outcome run(List<String> options, List<String> arguments, Duration limit, Path temporary)
            throws IOException {
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
        return outcome(builder.start(), limit);
    }

    private static Outcome outcome(Process process, Duration limit) throws IOException {
        process.getOutputStream().close();
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> {
                    late.set(process.isAlive());
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                },
                CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(output, process.waitFor(), late.get());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("The search was interrupted", e);
        } finally {
            end.cancel(false);
        }
    }
}
