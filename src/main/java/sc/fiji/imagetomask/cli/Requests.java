package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.proof.Depth;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.ome.OmeZarrFile;
import sc.fiji.imagetomask.preset.Presets;
import sc.fiji.imagetomask.sample.SamplePictures;

/** The options that ask for something else than masks. */
final class Requests {

    /** One of them, what it does, and which other options are for it. */
    private enum Request {
        DEVICES("--devices", "lists the devices"),
        SELF_TEST("--self-test", "tests the devices", "--device", "--full", "--quiet"),
        SAMPLES("--samples", "writes sample pictures", "--quiet"),
        PRESETS("--presets", "lists the presets");

        private final String option;
        private final String does;
        private final List<String> others;

        Request(String option, String does, String... others) {
            this.option = option;
            this.does = does;
            this.others = List.of(others);
        }
    }

    @Option(names = "--devices", description = "Lists the devices that can compute, and exits.")
    private boolean devices;

    @Option(
            names = "--self-test",
            description =
                    "Tests whether each device computes the right masks, measures its speed, prints a report, and exits:"
                            + " status 0 if all devices passed, else 1. It takes at most 30 s per device.")
    private boolean selfTest;

    @Option(names = "--full", description = "With --self-test: tests more, for up to a minute more per device.")
    private boolean full;

    @Option(
            names = "--samples",
            paramLabel = "FOLDER",
            description = "Writes small sample pictures into that folder, and exits: a stained section, a 16-bit"
                    + " time series as TIFF, and the same as OME-Zarr.")
    private Path samples;

    @Option(names = "--presets", description = "Lists the presets and names their folder, and exits.")
    private boolean presets;

    /**
     * Does what was asked for.
     *
     * @param device that the user named, or null
     * @return the exit status; null if masks are asked for
     * @throws IllegalArgumentException with one sentence, if something was given that it does not use
     */
    Integer status(ParseResult given, String device, Console console) {
        Request request = Arrays.stream(Request.values())
                .filter(one -> given.hasMatchedOption(one.option))
                .findFirst()
                .orElse(null);
        if (request == null) {
            if (full) throw new IllegalArgumentException("--full is given, but it is an option of --self-test.");
            return null;
        }
        requireAlone(request, given);
        switch (request) {
            case DEVICES -> EngineChoice.devices().forEach(console::line);
            case PRESETS -> presets(console);
            case SAMPLES -> {
                return samples(console);
            }
            case SELF_TEST -> {
                boolean passed = TestRun.passes(device, full ? Depth.FULL : Depth.STANDARD, console);
                return passed ? ExitCode.OK : ExitCode.SOFTWARE;
            }
        }
        return ExitCode.OK;
    }

    private static void requireAlone(Request request, ParseResult given) {
        Stream<String> options = given.matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals(request.option) && !request.others.contains(name));
        Stream<String> paths =
                given.matchedPositionals().stream().flatMap(path -> path.originalStringValues().stream());
        Stream.concat(paths, options).findFirst().ifPresent(other -> {
            throw new IllegalArgumentException(request.option + " is given with '" + other + "', but it " + request.does
                    + " and makes no masks; leave one of them out.");
        });
    }

    private static void presets(Console console) {
        Presets all = Presets.standard();
        List<String> names = all.names();
        names.forEach(console::line);
        String number = names.isEmpty() ? "No preset is" : names.size() == 1 ? "This preset is" : "These presets are";
        console.line(number + " in the folder " + all.folder() + ".");
    }

    private int samples(Console console) {
        if (OmeZarrFile.isOne(samples))
            throw new IllegalArgumentException(
                    "--samples is '" + samples + "', an OME-Zarr image, but must be a folder of pictures.");
        try {
            for (Path sample : SamplePictures.write(samples)) console.line(sample.toString());
            return ExitCode.OK;
        } catch (IOException e) {
            console.problem(Sentence.of(e));
            return ExitCode.SOFTWARE;
        }
    }
}
