package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Version;
import sc.fiji.imagetomask.cli.words.PathConverter;
import sc.fiji.imagetomask.cli.words.WrongWords;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.files.HiddenPart;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.ome.OmeFormat;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.WrongChoiceException;
import sc.fiji.imagetomask.threads.Together;
import sc.fiji.imagetomask.value.WholeNumber;
import sc.fiji.imagetomask.zarr.store.Connections;

/**
 * The command line: picture files become mask files.
 *
 * <p>Exit status 0: all masks were made. 1: a picture failed. 2: the arguments are wrong, and one sentence on standard
 * error says why; nothing was written.
 *
 * <pre>{@code
 * int status = ImageToMaskCli.run("--channel", "S (HSV)", "picture.png", "mask.png");
 * }</pre>
 */
@Command(
        name = "image-to-mask",
        description = "Makes soft masks from a colour channel of pictures.",
        mixinStandardHelpOptions = true,
        versionProvider = ImageToMaskCli.VersionLine.class,
        sortOptions = false,
        customSynopsis = {
            "image-to-mask [OPTIONS] INPUT... OUTPUT",
            "       image-to-mask --find OBJECT [--not BACKGROUND] [OPTIONS] INPUT OUTPUT",
            "       image-to-mask --devices",
            "       image-to-mask --self-test [--device NAME] [--full]",
            "       image-to-mask --samples FOLDER",
            "       image-to-mask --presets"
        },
        footer = {
            "",
            "Pictures: PNG, JPEG, TIFF and BigTIFF (also stacks), GIF (its first frame) and BMP with at most 8 bits per"
                    + " channel; PNG and TIFF also with 16 bits, TIFF also with 32-bit floating point; OME-Zarr images, which"
                    + " are folders, or addresses that start with http://, https:// or s3://.",
            "Exit status: 0: all masks were made; 1: a picture failed; 2: the arguments are wrong."
        })
public final class ImageToMaskCli implements Callable<Integer> {

    private static final WholeNumber THREADS = new WholeNumber(1, 1024);

    @Option(
            names = "--mask",
            paramLabel = "FILE",
            description = MaskOption.Help.MASK + "; slice by slice; its last slice is used for all further ones.")
    private Place mask;

    @Mixin
    private FindOptions find;

    @Mixin
    private FileOptions files;

    @Mixin
    private OmeOptions ome = new OmeOptions();

    @Mixin
    private EngineOptions engine;

    @Mixin
    private Requests requests;

    @Option(names = "--bigtiff", description = "Writes every TIFF as BigTIFF; default: only files of more than 4 GB.")
    private boolean bigTiff;

    @Mixin
    private CompressionOption compression;

    @Option(names = "--force", description = "Replaces masks that exist already. Inputs are never replaced.")
    private boolean force;

    @Option(
            names = "--resume",
            description =
                    "Continues a batch that was stopped: keeps masks that exist already, because a mask file appears"
                            + " only when it is complete, and makes the others. A PNG or TIFF mask that was made with other"
                            + " settings is made again; for an OME-Zarr mask that was made with other settings it stops."
                            + " Deletes the hidden temporary files of a run that was killed.")
    private boolean resume;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "How many threads work at once, 1 to 1024: on several pictures, or on one; default: one for each"
                            + " core.")
    private String threads = String.valueOf(Runtime.getRuntime().availableProcessors());

    @Option(names = "--quiet", description = "Prints only problems.")
    private boolean quiet;

    @Parameters(
            paramLabel = "INPUT... OUTPUT",
            hideParamSyntax = true,
            arity = "0..*",
            description = {
                "One picture, and for its mask a file that ends in .png, .tif, .tiff or .zarr;",
                "or several pictures or a folder of pictures, and a folder for their masks: PNG,",
                "TIFF for stacks and 32-bit masks, OME-Zarr for OME-Zarr."
            })
    private List<String> paths = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    private final PrintStream out;
    private final PrintStream err;

    private final boolean isTerminal;

    private ImageToMaskCli(PrintStream out, PrintStream err, boolean isTerminal) {
        this.out = out;
        this.err = err;
        this.isTerminal = isTerminal;
    }

    /** Runs the command line, and ends this process with its exit status. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        int status = run(args);
        Connections.close();
        System.exit(status);
    }

    /** Runs the command line and returns its exit status: 0, 1 or 2. */
    public static int run(String... args) {
        return run(System.out, System.err, args);
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return run(out, err, Console.isTerminal(), args);
    }

    /** @param isTerminal whether progress is shown */
    static int run(PrintStream out, PrintStream err, boolean isTerminal, String... args) {
        ImageToMaskCli cli = new ImageToMaskCli(out, err, isTerminal);
        CommandLine line = new CommandLine(cli);
        TableOptions.add(line.getCommandSpec());
        return line.registerConverter(Path.class, new PathConverter())
                .registerConverter(Place.class, new Place.Converter(cli.ome::s3))
                .setOut(new PrintWriter(out, true))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((problem, arguments) -> usage(err, WrongWords.sentence(problem)))
                .execute(args);
    }

    private static int usage(PrintStream err, String sentence) {
        err.println(sentence);
        return ExitCode.USAGE;
    }

    @Override
    public Integer call() {
        Console console = new Console(out, err, quiet, isTerminal);
        try {
            ParseResult given = spec.commandLine().getParseResult();
            WrongWords.requireValues(given);
            Integer status = requests.status(given, engine.device(), console);
            if (status != null) return status;
            int threads = THREADS.parse("threads", this.threads);
            ExistingMask existing = ExistingMask.of(force, resume);
            find.check(given);
            MaskOptions options = TableOptions.read(given, find.start());
            SampleReading samples = new SampleReading(
                            options.reading().range(), options.reading().rgb())
                    .with(ome.choice())
                    .with(files.choice());
            MaskFileChoice written = new MaskFileChoice(bigTiff, compression.effort());
            OmeFormat omeFormat = ome.format(compression.ofChunks());
            ome.s3(); // a mistake is told first
            List<Place> others =
                    Stream.concat(Stream.ofNullable(mask), find.files()).toList();
            Plan plan = Plan.of(
                    Names.of(paths, new Place.Converter(ome::s3)),
                    others,
                    samples,
                    options.settings().output());
            find.check(plan, existing);
            WithoutEffect.check(
                    name -> given.hasMatchedOption(name) || name.equals(compression.text()),
                    plan,
                    others,
                    console::problem);
            Engine chosen = engine.engine(options.engine(), console::problem);
            MaskSettings settings = find.settings(plan, samples, chosen, options, console);
            try (MaskFile maskFile = mask == null ? null : new MaskFile(mask, samples)) {
                if (maskFile != null) maskFile.notices().forEach(console::problem);
                MaskJob job = new MaskJob(
                        new ImageToMask(chosen, settings),
                        samples,
                        maskFile,
                        omeFormat,
                        written,
                        existing,
                        console::problem,
                        MaskProgress.none());
                if (resume && plan.target() != null) HiddenPart.deleteLeftovers(plan.target());
                else if (plan.target() != null) HiddenPart.restore(plan.target());
                MemoryNeeds needs = new MemoryNeeds(samples, settings.output() == Output.FLOAT, chosen.tilePixels());
                return plan.folder() == null
                        ? one(job, threads, plan, console)
                        : many(new MaskBatch(job, needs, threads), plan, console);
            }
        } catch (IOException | IllegalArgumentException | EngineException e) {
            return usage(err, Sentence.of(e));
        }
    }

    private static int one(MaskJob job, int threads, Plan plan, Console console) {
        Assignment assignment = plan.assignments().get(0);
        try {
            console.line(Together.with(threads, () -> lineOf(job, assignment, console)));
            return ExitCode.OK;
        } catch (UncheckedIOException | EngineException | OutOfMemoryError e) {
            console.problem(Sentence.of(e instanceof UncheckedIOException ? e.getCause() : e));
            return e.getCause() instanceof WrongChoiceException ? ExitCode.USAGE : ExitCode.SOFTWARE;
        }
    }

    private static String lineOf(MaskJob job, Assignment assignment, Console console) {
        String name = assignment.input().name();
        boolean isShown = console.showsProgress() && assignment.input().isOmeZarr();
        try (MaskProgress progress = new MaskProgress(1, () -> name, isShown ? console::progress : null)) {
            return job.shownBy(progress).run(assignment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int many(MaskBatch batch, Plan plan, Console console) throws IOException {
        if (plan.target() != null) Files.createDirectories(plan.target());
        return new BatchReport(console).of(batch, plan) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    static final class VersionLine implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"image-to-mask " + Version.text()};
        }
    }
}
