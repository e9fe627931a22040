package sc.fiji.imagetomask.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An ImageJ folder as users have it: ij.jar, and plugins/ with the standalone jar that was built. Every run is that of a
 * new user, so that no run starts with what another one kept.
 */
final class RealImageJ {

    static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String JAR = "Image_To_Mask.jar";
    private static final int TIMEOUT_SECONDS = 300;

    private final Path folder;
    private final VirtualDisplay display;
    private List<String> options = List.of();

    /** One in a folder of that name, with these jars in the place of the standalone one. */
    RealImageJ(VirtualDisplay display, String name, Path... jars) throws IOException {
        this.display = display;
        folder = TARGET.resolve(name);
        Files.createDirectories(folder.resolve("plugins"));
        copy(jarOf(ij.IJ.class), folder.resolve("ij.jar"));
        for (Path jar : jars) copy(jar, folder.resolve("plugins").resolve(jar.getFileName()));
    }

    /** The same with the standalone jar. */
    RealImageJ withStandaloneJar() throws IOException {
        copy(StandaloneJar.path(), folder.resolve("plugins").resolve(JAR));
        return this;
    }

    /** The same with these options for Java. */
    RealImageJ with(String... newOptions) {
        options = List.of(newOptions);
        return this;
    }

    static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a macro without ImageJ's window, and gives what was printed. */
    String batch(String macro) throws IOException, InterruptedException {
        Path file = Files.createTempFile(folder, "macro", ".ijm");
        Files.writeString(file, macro);
        return java("-cp", ij(), "ij.ImageJ", "-ijpath", folder.toString(), "-batch", file.toString());
    }

    /** Runs a main class of the tests that starts ImageJ with its window, and gives what was printed. */
    String session(Class<?> main, Path... arguments) throws IOException, InterruptedException {
        return session(List.of(ij(), jarOf(main).toString()), main, arguments);
    }

    /** The same where the class path holds the built jar too, as Fiji's does. */
    String sessionWithSciJava(Class<?> main, Path... arguments) throws IOException, InterruptedException {
        String jar = folder.resolve("plugins").resolve(JAR).toString();
        return session(List.of(ij(), jar, jarOf(main).toString()), main, arguments);
    }

    private String session(List<String> classPath, Class<?> main, Path... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("-cp", String.join(File.pathSeparator, classPath), main.getName(), folder.toString()));
        for (Path argument : arguments) command.add(argument.toString());
        return java(command.toArray(String[]::new));
    }

    private String ij() {
        return folder.resolve("ij.jar").toString();
    }

    private String java(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Duser.home=" + Files.createTempDirectory(folder, "home"));
        command.addAll(options);
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("DISPLAY", display.name());
        builder.environment().remove("LD_PRELOAD"); // as a user starts it
        Process process = builder.start();
        boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly().waitFor();
        String text = Files.readString(output);
        assertTrue(ended, () -> "ImageJ did not end by itself: " + text);
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
