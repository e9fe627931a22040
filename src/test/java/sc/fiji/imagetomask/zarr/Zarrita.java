package sc.fiji.imagetomask.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sc.fiji.imagetomask.Needs;

/** Runs zarrita, an implementation of Zarr for Node; npm puts it into {@code target/zarrita}. */
final class Zarrita {

    private static final Path HOME = Path.of("target/zarrita").toAbsolutePath();
    private static final String PACKAGE = "zarrita@0.7.5";

    private Zarrita() {}

    /** The lines that the script prints; see {@code zarrita.mjs}. */
    static List<String> run(String mode, Path folder, Path work) throws IOException {
        install(work);
        Path script = work.resolve("zarrita.mjs");
        try (InputStream in = Zarrita.class.getResourceAsStream("/zarr/zarrita.mjs")) {
            Files.write(script, in.readAllBytes());
        }
        Path output = work.resolve(mode + ".out");
        boolean good = succeeds(output, List.of("node", script.toString(), mode, HOME.toString(), folder.toString()));
        List<String> lines = Files.readAllLines(output);
        assertThat(good).as("%s", lines).isTrue();
        return lines;
    }

    private static void install(Path work) throws IOException {
        Needs.part(succeeds(work.resolve("node.out"), List.of("node", "--version")), "Node.js is needed.");
        if (Files.isDirectory(HOME.resolve("node_modules/zarrita"))) return;
        Files.createDirectories(HOME);
        List<String> npm = List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", HOME.toString(), PACKAGE);
        Needs.part(succeeds(work.resolve("npm.out"), npm), "npm is needed, and must find " + PACKAGE + ".");
    }

    private static boolean succeeds(Path output, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor(120, TimeUnit.SECONDS)) return process.exitValue() == 0;
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
