package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.ome.OmeFormat;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.zarr.Compression;

/**
 * Masks of picture files for programs, as the command line makes them: several at once, as many as threads and memory
 * allow. A picture that fails is told, and the others are still made.
 *
 * <p>With {@code statistics=batch} all pictures are counted first, and have one clip range, which is in the record of each
 * mask as {@code clip}.
 *
 * <pre>{@code
 * FileBatch batch = FileBatch.of(MaskOptions.parse("channel=[S (HSV)] white=200"));
 * batch.run(List.of(Path.of("pictures")), Path.of("masks"), mask -> System.out.println(mask.line()));
 * }</pre>
 *
 * @param options how each mask is made; the image and the mask image that they name are ignored
 * @param threads how many work at once
 * @param replaces whether masks that exist are replaced; else their pictures count as failed
 */
public record FileBatch(MaskOptions options, int threads, boolean replaces) {

    /** @throws IllegalArgumentException if there is no thread, or the masks would be selections */
    public FileBatch {
        if (threads < 1) throw new IllegalArgumentException("threads is " + threads + ", but must be 1 or more.");
        if (options.settings().output() == Output.SELECTION)
            throw new IllegalArgumentException("output is 'selection', but must be 8-bit, 32-bit or binary for files.");
    }

    /** With a thread for each core; masks that exist are kept. */
    public static FileBatch of(MaskOptions options) {
        return new FileBatch(options, Runtime.getRuntime().availableProcessors(), false);
    }

    /** The same with that many threads. */
    public FileBatch withThreads(int newThreads) {
        return new FileBatch(options, newThreads, replaces);
    }

    /** The same, but masks that exist are replaced. */
    public FileBatch replacing() {
        return new FileBatch(options, threads, true);
    }

    /**
     * Makes the masks. If the calling thread is interrupted, no further one is begun, and the thread stays interrupted.
     *
     * @param pictures files, and folders of files
     * @param folder where the masks go; it is made if it is missing
     * @param told takes what became of each picture, in their order
     * @return the same
     * @throws IllegalArgumentException with one sentence, if nothing was begun because of the names of the files
     * @throws IOException with one sentence, if a folder cannot be read or made
     */
    public List<FileMask> run(List<Path> pictures, Path folder, Consumer<FileMask> told) throws IOException {
        SampleReading reading =
                new SampleReading(options.reading().range(), options.reading().rgb());
        Output output = options.settings().output();
        Plan plan = Plan.intoFolder(
                pictures.stream().map(picture -> Place.of(picture)).toList(), Place.of(folder), reading, output);
        Engine engine = EngineChoice.of(options.engine(), null, FileBatch::log).engine();
        MaskJob job = new MaskJob(
                new ImageToMask(engine, options.settings()),
                reading,
                null,
                new OmeFormat(null, Compression.named("zstd"), 1024),
                new MaskFileChoice(false, null),
                replaces ? ExistingMask.REPLACED : ExistingMask.REFUSED,
                FileBatch::log,
                MaskProgress.none());
        List<FileMask> masks = new ArrayList<>();
        Consumer<FileMask> both = mask -> {
            masks.add(mask);
            told.accept(mask);
        };
        Files.createDirectories(folder);
        plan.leftOut().forEach(FileBatch::log);
        plan.unnamed().forEach(sentence -> both.accept(new FileMask(null, null, false, List.of(), sentence)));
        MemoryNeeds needs = new MemoryNeeds(reading, output == Output.FLOAT, engine.tilePixels());
        new MaskBatch(job, needs, threads).run(plan, () -> {}, both);
        return masks;
    }

    private static void log(String notice) {
        System.getLogger("sc.fiji.imagetomask").log(System.Logger.Level.WARNING, notice);
    }
}
