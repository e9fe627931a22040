package sc.fiji.imagetomask.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.cli.EngineOptions;
import sc.fiji.imagetomask.cli.PathConverter;
import sc.fiji.imagetomask.cli.ReadingOptions;
import sc.fiji.imagetomask.cli.SettingsOptions;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.zarr.Compression;

/** What a user asks of a job. */
@Command(
        name = "ImageToMaskSpark",
        description = "Makes the mask of an OME-Zarr image, block by block, on one machine or many.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "All machines must see the folders under the same names.",
            "Exit status: 0: the mask is complete; 1: it is not; 2: the arguments cannot be followed."
        })
final class SparkOptions {

    /** A larger chunk is slow to show, a smaller block slow to compute. */
    static final int LARGEST_CHUNK = 1024;

    private static final int SMALLEST_BLOCK = 16;
    private static final int LARGEST_BLOCK = 16 * LARGEST_CHUNK;

    @Option(names = "--input", required = true, paramLabel = "FOLDER", description = "The OME-Zarr image.")
    private Path input;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FOLDER",
            description = "A folder for the mask, which becomes an OME-Zarr image.")
    private Path output;

    @Mixin
    private SettingsOptions settings;

    @Option(
            names = "--values",
            paramLabel = "O",
            description = "8-bit, 32-bit (0 to 1) or binary (0 and 255, from 128 on); default: 8-bit.")
    private String values = MaskSettings.DEFAULT.output().label();

    @Option(
            names = "--mask",
            paramLabel = "FOLDER",
            description = "Multiplies with this OME-Zarr image, or with its luma if it has colours, instead of the"
                    + " picture's own alpha; along t and z it may be of size 1.")
    private Path mask;

    @Option(names = "--level", paramLabel = "N", description = "Resolution, 0 being the largest; default: 0.")
    private int level;

    @Option(
            names = "--block",
            paramLabel = "N",
            description = "Edge of a block in pixels: 16 to 1024, or a multiple of 1024 up to 16384; default: 1024.")
    private int block = LARGEST_CHUNK;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private EngineOptions engine;

    @Option(
            names = "--ome-zarr",
            paramLabel = "V",
            description = "Version of OME-Zarr to write, 0.4 or 0.5; default: the input's.")
    private String version;

    @Option(names = "--compression", paramLabel = "C", description = "none, gzip, zstd or blosc; default: zstd.")
    private String compression = "zstd";

    @Option(names = "--force", description = "Replaces a mask that exists already, or was begun with other settings.")
    private boolean force;

    /** What reads the words of a user into such options. */
    static CommandLine line() {
        return new CommandLine(new SparkOptions())
                .setExpandAtFiles(false)
                .registerConverter(Path.class, new PathConverter());
    }

    Path input() {
        return input;
    }

    /**
     * Where the mask goes.
     *
     * @throws IllegalArgumentException if the user has given what {@code --values} is for
     */
    Path output() {
        if (List.of("8-bit", "32-bit", "binary").contains(output.toString().toLowerCase(Locale.ROOT)))
            throw new IllegalArgumentException("--output is '" + output
                    + "', but must be the folder of the mask; what its values are is said by --values " + output + ".");
        return output;
    }

    /** Null if there is none. */
    Path mask() {
        return mask;
    }

    int level() {
        return level;
    }

    boolean force() {
        return force;
    }

    MaskSettings settings() {
        return settings.settings(values);
    }

    SampleReading reading() {
        return reading.reading();
    }

    /** @throws IllegalArgumentException if no machine can have that engine */
    void requireKnownEngine() {
        engine.requireKnown();
    }

    /** What this machine computes with. */
    Engine engine() {
        System.Logger log = System.getLogger(SparkOptions.class.getName());
        return engine.engine(notice -> log.log(System.Logger.Level.WARNING, notice));
    }

    /** @throws IllegalArgumentException if it is not allowed */
    int block() {
        boolean small = block >= SMALLEST_BLOCK && block <= LARGEST_CHUNK;
        boolean large = block > 0 && block <= LARGEST_BLOCK && block % LARGEST_CHUNK == 0;
        if (!small && !large)
            throw new IllegalArgumentException("block is " + block + ", but must be " + SMALLEST_BLOCK + " to "
                    + LARGEST_CHUNK + ", or a multiple of " + LARGEST_CHUNK + " up to " + LARGEST_BLOCK + ".");
        return block;
    }

    /** @throws IllegalArgumentException if there is no such compression */
    Compression compression() {
        return Compression.named(compression);
    }

    /**
     * What the user asked for, or else the input's.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    OmeVersion version(OmeVersion ofInput) {
        if (version == null) return ofInput;
        for (OmeVersion one : OmeVersion.values()) if (one.toString().equals(version)) return one;
        throw new IllegalArgumentException("ome-zarr is '" + version + "', but must be one of 0.4, 0.5.");
    }
}
