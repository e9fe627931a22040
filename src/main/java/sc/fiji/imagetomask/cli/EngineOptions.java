package sc.fiji.imagetomask.cli;

import java.util.function.Consumer;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.TileMemory;

/** The options for the device and the memory of the engine, for every command line. */
public final class EngineOptions {

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description =
                    "The device that computes, as --devices names it; or all: the GPUs share the pictures; default: the best.")
    private String device;

    @Option(
            names = "--tile-memory",
            paramLabel = "MB",
            description = "Memory in MB for the tiles of large pictures, on the Java heap, and the same amount on the"
                    + " device; default: a quarter of the heap, at most 512.")
    private Integer tileMemory;

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
    String device() {
        return device;
    }

    /**
     * The engine that the user asked for, see {@link EngineChoice#of(String, String, TileMemory, Consumer)}.
     *
     * @param name of the engine
     * @param notices takes one sentence where {@code auto} falls back
     */
    public Engine engine(String name, Consumer<String> notices) {
        TileMemory memory = tileMemory == null ? TileMemory.standard() : TileMemory.ofMegabytes(tileMemory);
        return EngineChoice.of(name, device, memory, notices).engine();
    }
}
