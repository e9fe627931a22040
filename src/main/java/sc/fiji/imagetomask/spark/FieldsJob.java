package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine.ExitCode;
import sc.fiji.imagetomask.ome.OmeFields;
import sc.fiji.imagetomask.ome.OmeFieldsOutput;

/**
 * A job on all fields of a plate, or on all series: each is the work of one task.
 *
 * @param words the job
 * @param options of it
 * @param fields what is read
 */
record FieldsJob(JobArguments words, SparkOptions options, OmeFields fields) {

    /** What the input holds, if it is more than one image and none of them was chosen; else null. */
    static FieldsJob of(JobArguments words, SparkOptions options) throws IOException {
        if (!options.field().isEmpty()) return null;
        OmeFields fields = words.place(options.input()).fields();
        boolean areSeveral =
                fields != null && (fields.isPlate() || fields.names().size() > 1);
        return areSeveral ? new FieldsJob(words, options, fields) : null;
    }

    /** @throws IOException with one sentence, if there is something else where the masks go */
    OmeFieldsOutput begin() throws IOException {
        options.block();
        options.reading();
        return OmeFieldsOutput.create(
                words.output(options), fields, options.version(null), !options.force(), options.force());
    }

    /** Does the work, and returns the exit status. */
    int run(JavaSparkContext context, OmeFieldsOutput output, PrintStream out, PrintStream err) throws IOException {
        long start = System.nanoTime();
        List<String> names = fields.names();
        FieldStages stages = new FieldStages(context, words, names);
        PercentLines progress = new PercentLines(out);
        context.sc().addSparkListener(progress);
        boolean isCounted = options.settings().needsHistogramOfBatch();
        if (isCounted) progress.announce(FieldStages.COUNT, 1, names.size());
        progress.announce(FieldStages.WRITE, 1, names.size());
        FieldStages.Counted count = isCounted ? stages.count() : null;
        FieldsWritten written = stages.write(count);
        written.notices().forEach(err::println);
        if (written.problems().count() > 0) {
            written.problems().sentences().forEach(err::println);
            err.println("The masks are not complete, because "
                    + written.problems().count() + " of " + names.size() + " fields were not made.");
            return ExitCode.SOFTWARE;
        }
        output.finish();
        out.println(words.place(options.input()) + " -> "
                + words.output(options).name("") + ": " + names.size()
                + " fields, " + String.join(", ", written.engines()) + ", " + (System.nanoTime() - start) / 1_000_000
                + " ms");
        return ExitCode.OK;
    }
}
