package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.Multiplied;
import sc.fiji.imagetomask.Version;
import sc.fiji.imagetomask.cli.words.WrongWords;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.ome.OmeFieldsOutput;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.zarr.store.WritableStore;

/**
 * Makes the mask of an OME-Zarr image with Apache Spark: on this machine, or on all machines of a cluster that {@code
 * spark-submit} names. Blocks of the picture are read, and chunks of the mask written, where there is a core free; all
 * machines must see the same files.
 *
 * <p>The mask is complete or not there: until all is written its folder says that it is not complete. A job that was
 * stopped is started again by the same command.
 *
 * <p>Exit status 0: the mask is complete. 1: it is not, and sentences on standard error say why. 2: the arguments are
 * wrong, and one sentence says why; nothing was written.
 *
 * <pre>{@code
 * int status = ImageToMaskSpark.run("--channel", "S (HSV)", "slide.ome.zarr", "mask.ome.zarr");
 * }</pre>
 */
public final class ImageToMaskSpark {

    private final PrintStream out;
    private final PrintStream err;

    private ImageToMaskSpark(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the job; if it does not succeed, ends this process with the exit status. */
    public static void main(String[] args) {
        int status = run(args);
        if (status != ExitCode.OK) System.exit(status);
    }

    /** Runs the job and returns its exit status: 0, 1 or 2. */
    public static int run(String... args) {
        return run(System.out, System.err, args);
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return new ImageToMaskSpark(out, err).job(args);
    }

    private int job(String... args) {
        try {
            JobArguments words = new JobArguments(
                    UUID.randomUUID().toString(), Path.of("").toAbsolutePath().toString(), List.of(args));
            CommandLine line = SparkOptions.line();
            ParseResult parsed = line.parseArgs(args);
            if (parsed.isUsageHelpRequested()) line.usage(new PrintWriter(out, true));
            else if (parsed.isVersionHelpRequested()) out.println("image-to-mask " + Version.text());
            else return job(words, line.getCommand());
            return ExitCode.OK;
        } catch (CommandLine.ParameterException e) {
            err.println(WrongWords.sentence(e));
            return ExitCode.USAGE;
        } catch (IOException | IllegalArgumentException e) {
            err.println(Sentence.of(e));
            return ExitCode.USAGE;
        }
    }

    private int job(JobArguments words, SparkOptions options) throws IOException {
        long start = System.nanoTime();
        options.requireWords();
        options.requireKnownEngine();
        KeptOnDisk.share(conf());
        words.requirePlaces(options);
        WritableStore place = words.output(options);
        MaskPlan.requireApart(words, options);
        FieldsJob fields;
        MaskPlan plan;
        try {
            fields = FieldsJob.of(words, options);
            plan = fields == null ? MaskPlan.of(words, options) : null;
        } catch (IOException e) {
            err.println(Sentence.of(e));
            return ExitCode.SOFTWARE;
        }
        if (plan == null) return onFields(fields, options);
        requireEngine(options);
        if (!options.force() && OmeZarrImage.isComplete(place))
            throw new IllegalArgumentException("'" + place.name("") + "' exists already; use --force to replace it.");
        if (!options.force() && OmeZarrOutput.isBegunOtherwise(place, plan.spec()))
            throw new IllegalArgumentException("'" + place.name("")
                    + "' was started with other settings and is not complete; use --force to replace it.");
        OmeZarrOutput output = OmeZarrOutput.create(place, plan.spec(), options.force());
        if (plan.chunk() > options.block())
            out.println("The edge of the picture's chunks is " + plan.chunk() + " pixels and that of the blocks "
                    + options.block() + ", so chunks are read more than once; a larger --block is faster.");
        try (JavaSparkContext context = new JavaSparkContext(conf())) {
            PercentLines progress = new PercentLines(out);
            context.sc().addSparkListener(progress);
            MaskStages stages = new MaskStages(
                    context,
                    () -> BlockWorker.of(words),
                    plan.grid(),
                    plan.settings().statistics(),
                    progress);
            stages.announce(output);
            return finish(stages, plan, output, words.place(options.input()) + " -> " + place.name(""), start);
        } catch (Exception e) {
            err.println(sentence(e));
            return ExitCode.SOFTWARE;
        } finally {
            BlockWorker.end(words);
        }
    }

    private int onFields(FieldsJob job, SparkOptions options) throws IOException {
        requireEngine(options);
        OmeFieldsOutput output = job.begin();
        try (JavaSparkContext context = new JavaSparkContext(conf())) {
            return job.run(context, output, out, err);
        } catch (Exception e) {
            err.println(sentence(e));
            return ExitCode.SOFTWARE;
        } finally {
            FieldWorker.end(job.words());
        }
    }

    private int finish(MaskStages stages, MaskPlan plan, OmeZarrOutput output, String files, long start)
            throws IOException {
        MaskStages.Counted<CountedSlices> counted = stages.count(counts -> CountedSlices.of(
                plan.settings(), plan.grid().slices(), plan.pictures().isOfHighBitDepth(), counts));
        CountedSlices found = counted.found();
        Written written = stages.write(found.ranges(), counted.executors());
        Problems problems = found.problems().plus(written.problems());
        if (problems.count() > 0) {
            problems.sentences().forEach(err::println);
            if (problems.unnamed() > 0) err.println("And " + problems.unnamed() + " more blocks.");
            err.println("The mask is not complete, because blocks cannot be read: " + problems.count() + ".");
            return ExitCode.SOFTWARE;
        }
        stages.writeResolutions(output);
        output.finish();
        notices(plan, found, written.multiplied()).forEach(err::println);
        out.println(files + ": " + plan.pictures().width() + " x "
                + plan.pictures().height() + " pixels, "
                + plan.pictures().count() + (plan.pictures().count() == 1 ? " slice, " : " slices, ")
                + String.join(", ", written.engines()) + ", " + (System.nanoTime() - start) / 1_000_000 + " ms");
        return ExitCode.OK;
    }

    /** Sentences that say why the mask is the same everywhere, or nearly black, and which settings had no effect. */
    private static List<String> notices(MaskPlan plan, CountedSlices found, Multiplied multiplied) {
        List<String> notices =
                new ArrayList<>(ImageToMask.withoutEffect(plan.settings(), multiplied, plan.mask() != null));
        List<String> flat = multiplied.isNearlyNothing()
                ? List.of(ImageToMask.nothing(multiplied, plan.mask() != null))
                : found.flat();
        notices.addAll(0, flat);
        return notices;
    }

    /** Where all work is done by this process, an engine that cannot be used is a mistake in the arguments. */
    private static void requireEngine(SparkOptions options) {
        if (!options.isEngineNamed() || !conf().get("spark.master").matches("local(\\[.*)?")) return;
        try {
            options.engine(null);
        } catch (EngineException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static SparkConf conf() {
        return new SparkConf().setIfMissing("spark.master", "local[*]").setIfMissing("spark.app.name", "Image To Mask");
    }

    /**
     * The message of an engine's exception, or else of the deepest cause: Spark's own messages contain stack traces.
     */
    private static String sentence(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null && !(cause instanceof EngineException)) cause = cause.getCause();
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        return message.contains("\n")
                ? Sentence.of(new IOException(message.lines().findFirst().get()))
                : Sentence.of(cause);
    }
}
