package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Grid;
import sc.fiji.imagetomask.zarr.ZarrArray;

/**
 * Prints how long the mask of an RGB image takes on a cluster of one and of two workers of one core each, and how much
 * memory the executors need: one row for each number of pixels.
 */
final class SparkGrowth {

    private static final Path FOLDER = Path.of("target", "spark-growth").toAbsolutePath();
    private static final int CHUNK = 1024;

    private SparkGrowth() {}

    /** @param arguments numbers of workers with commas, such as 1,2; then numbers of pixels, such as 1e7 1e8 */
    public static void main(String[] arguments) throws Exception {
        System.out.println(
                "| pixels | workers | seconds | of them until the executors are there | million pixels per second"
                        + " | peak memory of an executor, MiB |");
        for (String pixels : List.of(arguments).subList(1, arguments.length)) {
            long edge = Math.round(Math.sqrt(Double.parseDouble(pixels)));
            Path picture = FOLDER.resolve("picture-" + edge + ".ome.zarr");
            if (Files.notExists(picture.resolve(".zattrs"))) write(picture, edge);
            for (String workers : arguments[0].split(",")) row(picture, edge, Integer.parseInt(workers));
        }
    }

    static void write(Path picture, long edge) throws IOException {
        OmeZarrSpec spec = OmeZarrSpec.of(DataType.UINT8, Axis.all("cyx"), List.of(3L, edge, edge))
                .withChunk(List.of(1, CHUNK, CHUNK))
                .withLevels(1);
        OmeZarrOutput output = OmeZarrOutput.create(picture, spec, false);
        ZarrArray array = output.levels().get(0);
        byte[][] colours = IntStream.range(0, 3).mapToObj(SparkGrowth::colour).toArray(byte[][]::new);
        StreamSupport.stream(new Grid(array.gridShape()).spliterator(), true)
                .forEach(grid -> writeChunk(output, grid, colours[(int) grid[0]]));
        output.finish();
    }

    private static void writeChunk(OmeZarrOutput output, long[] grid, byte[] colour) {
        int[] size = output.levels().get(0).chunkSize(grid);
        byte[] part = new byte[size[1] * size[2]];
        for (int y = 0; y < size[1]; y++) System.arraycopy(colour, y * CHUNK, part, y * size[2], size[2]);
        try {
            output.writeChunk(0, grid, part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waves with noise of two bits. */
    private static byte[] colour(int channel) {
        Random random = new Random(channel);
        byte[] values = new byte[CHUNK * CHUNK];
        for (int i = 0; i < values.length; i++) {
            double wave = Math.sin(i % CHUNK / (20.0 + 5 * channel)) * Math.cos(i / CHUNK / 30.0);
            values[i] = (byte) (128 + 120 * wave + random.nextInt(4));
        }
        return values;
    }

    private static void row(Path picture, long edge, int workers) throws Exception {
        Path mask = FOLDER.resolve("mask.ome.zarr");
        long start = System.nanoTime();
        long until = 0;
        Map<Long, Long> peaks = new TreeMap<>();
        try (SparkCluster cluster = new SparkCluster(FOLDER.resolve("cluster"), workers)) {
            start = System.nanoTime();
            Process job = cluster.submit("job", "--force", "--engine", "java", picture.toString(), mask.toString());
            while (!job.waitFor(100, TimeUnit.MILLISECONDS)) {
                cluster.executors().forEach(pid -> peaks.merge(pid, peak(pid), Math::max));
                if (until == 0 && cluster.log("job.err").contains("Registered executor"))
                    until = System.nanoTime() - start;
            }
            if (job.exitValue() != 0) throw new IOException(cluster.log("job.err"));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "| %,d x %,d | %d | %.1f | %.1f | %.1f | %d |%n",
                edge,
                edge,
                workers,
                seconds,
                until / 1e9,
                edge * edge / seconds / 1e6,
                peaks.values().stream().mapToLong(Long::longValue).max().orElse(0) >> 10);
    }

    /** The most memory that the process had so far, in KiB; 0 where the system does not tell. */
    private static long peak(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findAny()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
