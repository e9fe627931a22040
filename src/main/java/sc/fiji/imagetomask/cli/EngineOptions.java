package sc.fiji.imagetomask.cli;

import java.util.function.Consumer;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.TileMemory;
import sc.fiji.imagetomask.value.WholeNumber;

/** The options for the device and the memory of the engine, for every command line. */
public final class EngineOptions {

    private static final WholeNumber MEGABYTES = new WholeNumber(1, 1 << 20);

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description =
                    "The device that computes: a line of --devices; or the number of a GPU, from 0 (without a GPU, of another"
                            + " OpenCL device); or all: the GPUs share the pictures; default: the best.")
    private String device;

    @Option(
            names = "--tile-memory",
            paramLabel = "MB",
            description = "Memory in MB for the tiles of large pictures, on the Java heap, and the same amount on the"
                    + " device; default: a quarter of the heap, at most 512.")
    private String tileMemory;

    /**
     * For a machine that need not have the engine itself.
     *
     * @throws IllegalArgumentException with one sentence, if there is no engine of that name anywhere
     */
    public static void requireKnown(String engine) {
        if (!EngineChoice.names().contains(engine))
            throw new IllegalArgumentException(
                    "engine is '" + engine + "', but must be one of " + String.join(", ", EngineChoice.names()) + ".");
    }

    /** The name of the device, or null. */
    public String device() {
        return device;
    }

    /**
     * The engine that the user asked for, see {@link EngineChoice#of(String, String, TileMemory, Consumer)}.
     *
     * @param name of the engine
     * @param notices takes one sentence where {@code auto} falls back
     */
    public Engine engine(String name, Consumer<String> notices) {
        return engine(name, device, notices);
    }

    /**
     * The same on a device that somebody else chose, such as a cluster; a device that the user named comes first, and
     * {@code java} needs none. If it cannot be used, {@code auto} falls back to Java with one notice.
     *
     * @param given a device's number, or null
     */
    public Engine engineOn(String given, String name, Consumer<String> notices) {
        if (given == null
                || device != null
                || !EngineChoice.AUTO.equalsIgnoreCase(name) && !"opencl".equalsIgnoreCase(name))
            return engine(name, notices);
        try {
            return engine(name, given, notices);
        } catch (EngineException e) {
            if (!EngineChoice.AUTO.equalsIgnoreCase(name)) throw e;
            notices.accept("The java engine is used: " + e.getMessage());
            return engine("java", notices);
        }
    }

    /** @throws IllegalArgumentException with one sentence, if it is not allowed */
    public TileMemory memory() {
        return tileMemory == null
                ? TileMemory.standard()
                : TileMemory.ofMegabytes(MEGABYTES.parse("tile-memory", tileMemory));
    }

    private Engine engine(String name, String on, Consumer<String> notices) {
        return EngineChoice.of(name, on, memory(), notices).engine();
    }
}
