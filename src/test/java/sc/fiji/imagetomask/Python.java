package sc.fiji.imagetomask;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the scripts in {@code src/test/python} with a Python that has Pillow, numpy, tifffile and OpenCV. */
public final class Python {

    private static final Path SCRIPTS = Path.of("src", "test", "python");

    private Python() {}

    /** What the script prints, given these arguments; where there is no Python for it, the calling test ends. */
    public static String run(String script, Path... arguments) {
        Optional<String> python = program();
        Needs.part(python.isPresent(), "No python3 with Pillow, numpy, tifffile and OpenCV was found.");
        List<String> command =
                new ArrayList<>(List.of(python.get(), SCRIPTS.resolve(script).toString()));
        for (Path argument : arguments) command.add(argument.toString());
        Exit exit = start(command);
        if (exit.status != 0) throw new IllegalStateException(script + " failed: " + exit.output);
        return exit.output;
    }

    /** The first Python that has them. */
    public static Optional<String> program() {
        return Stream.of("/usr/bin/python3", "python3", "python")
                .filter(Python::hasLibraries)
                .findFirst();
    }

    private static boolean hasLibraries(String python) {
        return start(List.of(python, "-c", "import PIL.ImageCms, numpy, tifffile, cv2")).status == 0;
    }

    private record Exit(int status, String output) {}

    private static Exit start(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Exit(process.waitFor(), output);
        } catch (IOException e) {
            return new Exit(-1, e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
