package sc.fiji.imagetomask;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Runs the scripts in {@code src/test/python} with a Python that has what they import. */
public final class Python {

    private static final Path SCRIPTS = Path.of("src", "test", "python");

    private static final String PICTURES = "import PIL.ImageCms, numpy, tifffile, cv2";
    private static final String ZARR_2 = "import zarr; assert zarr.__version__.startswith('2.')";

    private static final Map<String, Optional<String>> FOUND = new ConcurrentHashMap<>();

    private Python() {}

    /** What the script prints, given these arguments; where there is no Python for it, the calling test ends. */
    public static String run(String script, Object... arguments) {
        return run(program(), "Pillow, numpy, tifffile and OpenCV", script, arguments);
    }

    /** The same for a script that reads with zarr-python, whose version 2 does not know Zarr version 3. */
    public static String runZarr2(String script, Object... arguments) {
        return run(having(ZARR_2), "zarr-python 2", script, arguments);
    }

    private static String run(Optional<String> python, String libraries, String script, Object... arguments) {
        Needs.part(python.isPresent(), "No python3 with " + libraries + " was found.");
        List<String> command =
                new ArrayList<>(List.of(python.get(), SCRIPTS.resolve(script).toString()));
        for (Object argument : arguments) command.add(argument.toString());
        Exit exit = start(command);
        if (exit.status != 0) throw new IllegalStateException(script + " failed: " + exit.output);
        return exit.output;
    }

    /** The first Python that has Pillow, numpy, tifffile and OpenCV. */
    public static Optional<String> program() {
        return having(PICTURES);
    }

    /** Looked for once: to import them takes longer than most scripts. */
    private static Optional<String> having(String libraries) {
        return FOUND.computeIfAbsent(
                libraries,
                sought -> Stream.of("/usr/bin/python3", "python3", "python")
                        .filter(python -> start(List.of(python, "-c", sought)).status == 0)
                        .findFirst());
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
