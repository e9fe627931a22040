package sc.fiji.imagetomask.spark;

import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.cli.EngineOptions;
import sc.fiji.imagetomask.cli.Place;
import sc.fiji.imagetomask.cli.TableOptions;
import sc.fiji.imagetomask.cli.ZarrOptions;
import sc.fiji.imagetomask.cli.words.GoneOptions;
import sc.fiji.imagetomask.cli.words.PathConverter;
import sc.fiji.imagetomask.cli.words.WrongWords;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.zarr.Compression;

/** The options of a job. */
@Command(
        name = "ImageToMaskSpark",
        description = "Makes the mask of an OME-Zarr image, block by block, on one machine or many.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "ImageToMaskSpark [OPTIONS] INPUT OUTPUT",
        footer = {
            "",
            "All machines must see the folders under the same names.",
            "Exit status: 0: the mask is complete; 1: it is not; 2: the arguments are wrong."
        })
final class SparkOptions {

    /** A larger chunk is slow to show, a smaller block slow to compute. */
    static final int LARGEST_CHUNK = 1024;

    private static final int SMALLEST_BLOCK = 16;
    private static final int LARGEST_BLOCK = 16 * LARGEST_CHUNK;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "INPUT",
            description = "The folder or address of the OME-Zarr image.")
    private Place input;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "OUTPUT",
            description = "The folder, or address of S3 or Hadoop, that the mask is written to, as an OME-Zarr image.")
    private Place output;

    @Option(
            names = "--mask",
            paramLabel = "FOLDER",
            description = MaskOption.Help.MASK + "; it must be an OME-Zarr image, and may have size 1 along t and z.")
    private Place mask;

    @Option(
            names = "--block",
            paramLabel = "N",
            description =
                    "Edge length of a block in pixels: 16 to 1024, or a multiple of 1024 up to 16384; default: 1024.")
    private String block = String.valueOf(LARGEST_CHUNK);

    @Option(
            names = "--compression",
            paramLabel = "C",
            description = "Compression of OME-Zarr masks: none, gzip, zstd or blosc; default: zstd.")
    private String compression = "zstd";

    @Mixin
    private ZarrOptions zarr = new ZarrOptions();

    @Mixin
    private EngineOptions engine;

    @Option(names = "--force", description = "Replaces a mask that exists already, or was started with other settings.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    /** The parser that reads arguments into these options. */
    static CommandLine line() {
        SparkOptions options = new SparkOptions();
        CommandLine line = new CommandLine(options);
        CommandSpec spec = line.getCommandSpec();
        TableOptions.add(spec);
        GoneOptions.add(
                spec, "--input", "was removed: write the folders of the image and of its mask last, INPUT OUTPUT.");
        GoneOptions.add(spec, "--values", "was removed: write --output, as on the command line for files.");
        GoneOptions.add(spec, "--ome-zarr", "was removed: write --zarr-version, as on the command line for files.");
        return line.setExpandAtFiles(false)
                .registerConverter(Path.class, new PathConverter())
                .registerConverter(Place.class, new ClusterPlace(options.zarr::s3));
    }

    Place input() {
        return input;
    }

    /** Where the mask goes. */
    Place output() {
        return output;
    }

    /** @throws IllegalArgumentException with one sentence, if INPUT and OUTPUT, or the value of an option, were not given */
    void requireWords() {
        WrongWords.requireValues(spec.commandLine().getParseResult());
        if (output != null) return;
        String kind = spec.commandLine().getParseResult().matchedOptionValue("--output", null);
        if (kind != null
                && Arrays.stream(Output.ofFiles())
                        .noneMatch(known -> known.label().equalsIgnoreCase(kind)))
            throw new IllegalArgumentException("output is '" + kind + "', but must be one of "
                    + String.join(", ", Labelled.labels(Output.ofFiles()))
                    + "; the folder of the mask is the last argument, INPUT OUTPUT.");
        throw new IllegalArgumentException(
                "INPUT and OUTPUT must be given, as in: ImageToMaskSpark picture.ome.zarr mask.ome.zarr.");
    }

    /** Null if there is none. */
    Place mask() {
        return mask;
    }

    int level() {
        return zarr.level();
    }

    /** Empty if none was chosen. */
    String field() {
        return zarr.field();
    }

    boolean force() {
        return force;
    }

    MaskSettings settings() {
        return asked().settings();
    }

    Reading reading() {
        return asked().reading();
    }

    private MaskOptions asked() {
        return TableOptions.read(spec.commandLine().getParseResult());
    }

    /** @throws IllegalArgumentException if no machine can have that engine */
    void requireKnownEngine() {
        EngineOptions.requireKnown(asked().engine());
        engine.memory();
    }

    /** Whether the user named the engine or the device, so that there is an error if a machine does not have it. */
    boolean isEngineNamed() {
        return engine.device() != null || !asked().engine().equalsIgnoreCase(EngineChoice.AUTO);
    }

    /**
     * The engine of this machine.
     *
     * @param gpu the number of the GPU that Spark gave, or null
     */
    Engine engine(String gpu) {
        System.Logger log = System.getLogger(SparkOptions.class.getName());
        return engine.engineOn(gpu, asked().engine(), notice -> log.log(System.Logger.Level.WARNING, notice));
    }

    /** @throws IllegalArgumentException if it is not allowed */
    int block() {
        boolean isNumber = block.matches("-?\\d{1,9}");
        int edge = isNumber ? Integer.parseInt(block) : 0;
        boolean small = edge >= SMALLEST_BLOCK && edge <= LARGEST_CHUNK;
        boolean large = edge > 0 && edge <= LARGEST_BLOCK && edge % LARGEST_CHUNK == 0;
        if (!small && !large)
            throw new IllegalArgumentException("block is " + (isNumber ? block : "'" + block + "'") + ", but must be "
                    + SMALLEST_BLOCK + " to " + LARGEST_CHUNK + ", or a multiple of " + LARGEST_CHUNK + " up to "
                    + LARGEST_BLOCK + ".");
        return edge;
    }

    /** @throws IllegalArgumentException if there is no such compression */
    Compression compression() {
        return Compression.named(compression);
    }

    /**
     * The version that the user chose, or else the version of the input.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    OmeVersion version(OmeVersion ofInput) {
        OmeVersion version = zarr.version();
        return version == null ? ofInput : version;
    }
}
