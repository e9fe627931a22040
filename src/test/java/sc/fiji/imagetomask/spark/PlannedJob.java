package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** A job up to the point where Spark would start, for tests of other packages. */
public final class PlannedJob {

    private PlannedJob() {}

    /**
     * Reads the words, and the metadata that they name.
     *
     * @param folder that names are relative to
     * @throws IOException, IllegalArgumentException, CommandLine.ParameterException with what the user is told
     */
    public static void plan(Path folder, List<String> words) throws IOException {
        JobArguments job = new JobArguments("fuzz", folder.toString(), words);
        CommandLine line = SparkOptions.line();
        CommandLine.ParseResult parsed = line.parseArgs(words.toArray(String[]::new));
        if (parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) return;
        SparkOptions options = line.getCommand();
        options.requireKnownEngine();
        MaskPlan.of(job, options);
        MaskPlan.requireApart(job, options);
        job.output(options);
    }
}
