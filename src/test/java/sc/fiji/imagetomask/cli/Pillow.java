package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the scripts of the test resources with a Python that has Pillow; missing, it fails in CI, else it skips. */
final class Pillow {

    private static final List<String> CANDIDATES = List.of("/usr/bin/python3", "python3");

    private Pillow() {}

    static String run(String script, Path folder, Object... arguments) throws IOException {
        Path file = folder.resolve("script.py");
        try (InputStream in = Pillow.class.getResourceAsStream("/cli/" + script)) {
            Files.write(file, in.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of(python(), file.toString()));
        for (Object argument : arguments) command.add(argument.toString());
        Path output = folder.resolve("script.out");
        assertThat(exit(command, output)).as(() -> read(output)).isZero();
        return read(output);
    }

    private static String python() throws IOException {
        for (String candidate : CANDIDATES)
            if (exit(List.of(candidate, "-c", "import PIL, numpy"), null) == 0) return candidate;
        if (Boolean.parseBoolean(System.getenv("CI")))
            throw new AssertionError("CI needs a Python with Pillow, numpy.");
        assumeTrue(false, "No Python with Pillow and numpy is here.");
        return null;
    }

    private static int exit(List<String> command, Path output) throws IOException {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(
                    output == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(output.toFile()));
            Process process = builder.start();
            if (process.waitFor(60, TimeUnit.SECONDS)) return process.exitValue();
            process.destroyForcibly();
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            return -1;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
