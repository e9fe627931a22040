package sc.fiji.imagetomask.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.imagetomask.Needs;

/** The Python scripts in {@code src/test/python}, which know what every mask must be. */
public final class Oracle {

    private static final Path SCRIPTS = Path.of("src", "test", "python");

    private static final String HEADING =
            "# picture\tmask\tchannel\tblack\twhite\tgray\tinvert\thue\tstatistics\tinside\toutput";

    private Oracle() {}

    /** What these cases must become, from one run of {@code oracle.py} in that folder. */
    public static List<KnownMask> answers(List<MaskCase> cases, Path folder) {
        List<String> lines = new ArrayList<>(List.of(HEADING));
        for (MaskCase mask : cases) {
            Stream.concat(mask.pictures().stream(), mask.masks().stream())
                    .forEach(picture -> picture.file().write(folder.resolve(picture.name())));
            lines.add(mask.line());
        }
        try {
            Files.write(folder.resolve("cases.tsv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("oracle.py", folder);
        return KnownMask.read(folder.resolve("masks.tsv"), folder);
    }

    /** Runs a script with the folder as its argument; where there is no Python for it, the calling test ends. */
    public static void run(String script, Path folder) {
        Optional<String> python = Stream.of("/usr/bin/python3", "python3", "python")
                .filter(Oracle::hasLibraries)
                .findFirst();
        Needs.part(python.isPresent(), "The oracle cannot be asked: no python3 with Pillow and numpy was found.");
        Exit exit = start(python.get(), SCRIPTS.resolve(script).toString(), folder.toString());
        if (exit.status != 0) throw new IllegalStateException(script + " failed: " + exit.output);
    }

    private static boolean hasLibraries(String python) {
        return start(python, "-c", "import PIL.ImageCms, numpy").status == 0;
    }

    private record Exit(int status, String output) {}

    private static Exit start(String... command) {
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
