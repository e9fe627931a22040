package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.zarr.Grid;
import sc.fiji.imagetomask.zarr.ZarrArray;

/**
 * Prints what a pixel costs one core in each stage, and from that how long a terapixel takes on many executors, with what
 * limits it. The processor's time of the thread is measured, not that on the clock.
 */
final class PixelCosts {

    private static final double PIXELS = 1e12;
    private static final double BLOCK = 1 << 20;
    private static final int CORES = 4;
    private static final int TURNS = 3;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private interface Work {

        void run() throws IOException;
    }

    /** Seconds for a terapixel, if that alone limited it. */
    private record Limit(String name, double seconds) {}

    private PixelCosts() {}

    /**
     * @param arguments pixels of the picture, such as 3e7; how many tasks the driver starts in a second; how many requests a
     *     store answers in a second; GB/s of stores, such as 1 10
     */
    public static void main(String[] arguments) throws Exception {
        long edge = Math.round(Math.sqrt(Double.parseDouble(arguments[0])));
        Path folder = Files.createDirectories(Path.of("target", "pixel-costs").toAbsolutePath());
        Path picture = folder.resolve("picture-" + edge + ".ome.zarr");
        if (Files.notExists(picture.resolve(".zattrs"))) SparkGrowth.write(picture, edge);
        Path mask = folder.resolve("mask.ome.zarr");
        double[] costs = null;
        for (int turn = 0; turn < TURNS; turn++) costs = costs(picture, mask, (double) edge * edge);
        double stored = bytes(picture) / edge / edge;
        double written = bytes(mask) / edge / edge;
        System.out.printf(
                "ns per pixel: decode %.2f, channel and histogram %.2f, tone, encode and write %.2f (of it encode and write"
                        + " %.2f), resolutions %.2f; bytes per pixel: picture %.2f, mask %.2f%n",
                costs[0], costs[1] - costs[0], costs[2], costs[4], costs[3], stored, written);
        double perPixel = 2 * costs[1] + costs[2] + costs[3];
        double moved = 2 * stored + 2 * written;
        System.out.printf("all: %.1f ns and %.2f bytes per pixel%n", perPixel, moved);
        System.out.println("| executors | store GB/s | cores s | store s | requests s | driver s | all | limit |");
        for (int executors = 1; executors <= 1000; executors *= 10)
            for (String speed : List.of(arguments).subList(3, arguments.length)) {
                double cores = CORES * executors;
                List<Limit> limits = List.of(
                        new Limit("cores", PIXELS * perPixel * 1e-9 / Math.min(cores, PIXELS / BLOCK)),
                        new Limit("store", PIXELS * moved / Double.parseDouble(speed) / 1e9),
                        new Limit("requests", requests() / Double.parseDouble(arguments[2])),
                        new Limit("driver", tasks(cores) / Double.parseDouble(arguments[1])));
                row(executors, speed, limits);
            }
    }

    private static void row(int executors, String speed, List<Limit> limits) {
        Limit largest =
                limits.stream().reduce((a, b) -> a.seconds >= b.seconds ? a : b).get();
        StringBuilder line = new StringBuilder("| " + executors + " | " + speed);
        for (Limit limit : limits) line.append(String.format(" | %,.0f", limit.seconds));
        System.out.println(line + String.format(" | %.2f h | %s |", largest.seconds / 3600, largest.name));
    }

    /** Three channels are read twice; the mask is written, and its resolutions are read and written. */
    private static double requests() {
        return PIXELS / BLOCK * (2 * 3 + 1 + 1 + 2 / 3.0);
    }

    /** As many as {@link MaskStages} makes of two passes; the resolutions are a third of the blocks. */
    private static double tasks(double cores) {
        double most = Math.max(4 * cores, 10_000);
        return 2 * most + most;
    }

    /** Nanoseconds per pixel of decoding, of pass 1, of pass 2 with what pass 1 kept, of resolutions, and of encoding. */
    private static double[] costs(Path picture, Path mask, double pixels) throws IOException {
        JobArguments words = Local.words("--engine", "java", picture, mask);
        MaskPlan plan = MaskPlan.of(words, words.options());
        OmeZarrOutput output = OmeZarrOutput.create(mask, plan.spec(), true);
        BlockWorker worker = BlockWorker.of(words);
        List<Block> blocks = LongStream.range(0, plan.grid().groups())
                .mapToObj(plan.grid()::group)
                .flatMap(List::stream)
                .toList();
        var pictures = plan.pictures().picture(0);
        double decode = time(() -> {
            for (Block block : blocks) pictures.release(pictures.read(block.place()));
        });
        List<Count> counts = new ArrayList<>();
        double count = time(() -> {
            for (Block block : blocks) counts.add(worker.count(block));
        });
        ClipRanges ranges = MaskSettings.of("L (LAB)")
                .ranges(counts.stream().reduce(Count::plus).get().histograms());
        double write = time(() -> {
            for (Block block : blocks) worker.write(block, ranges);
        });
        ZarrArray array = output.levels().get(0);
        List<Object> chunks = new ArrayList<>();
        List<long[]> grids = new ArrayList<>();
        for (long[] grid : new Grid(array.gridShape())) {
            grids.add(grid.clone());
            chunks.add(array.readBlock(array.chunkMin(grid), array.chunkSize(grid)));
        }
        double encode = time(() -> {
            for (int i = 0; i < chunks.size(); i++) output.writeChunk(0, grids.get(i), chunks.get(i));
        });
        double means = time(() -> {
            for (int level = 1; level < output.levels().size(); level++) {
                long number =
                        LongStream.of(output.levels().get(level).gridShape()).reduce(1, (a, b) -> a * b);
                for (long i = 0; i < number; i++) worker.writeMeans(level, i);
            }
        });
        output.finish();
        return new double[] {decode / pixels, count / pixels, write / pixels, means / pixels, encode / pixels};
    }

    private static double time(Work work) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private static double bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
