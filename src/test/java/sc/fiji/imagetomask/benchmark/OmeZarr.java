package sc.fiji.imagetomask.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sc.fiji.imagetomask.zarr.Threads;

/**
 * How long the command line takes from OME-Zarr to OME-Zarr, for a picture that no codec makes much smaller, with a heap
 * of 1 GB; next to it the time that reading the picture's bytes and writing as many as the mask has take alone.
 *
 * <p>Arguments: a folder with room for it all, the picture's edge in pixels, and jars of Image To Mask, the one with all
 * libraries each; they run in turns. Without jars the classes of this process run.
 */
public final class OmeZarr {

    private static final int ROUNDS = 3;

    private OmeZarr() {}

    /** Prints a row of a table for each run. */
    public static void main(String[] args) throws IOException, InterruptedException {
        long edge = Long.parseLong(args[1]);
        List<String> jars = args.length > 2
                ? List.of(args).subList(2, args.length)
                : List.of(System.getProperty("java.class.path"));
        Path folder = Files.createTempDirectory(Path.of(args[0]), "omezarr");
        try {
            Path picture = folder.resolve("in.ome.zarr");
            NoisyZarr.write(edge, picture);
            System.out.println("| compression | code | seconds | CPU seconds | megapixels per second |");
            System.out.println("|---|---|---|---|---|");
            for (String compression : List.of("none", "zstd")) {
                for (int round = 0; round < ROUNDS; round++)
                    for (int i = 0; i < jars.size(); i++) {
                        Path mask = folder.resolve("out.ome.zarr");
                        double[] seconds = run(jars.get(i), compression, picture, mask);
                        row(compression, jars.size() == 1 ? "this" : "jar " + (i + 1), seconds, edge);
                        if (round + 1 < ROUNDS || i + 1 < jars.size()) delete(mask);
                    }
                if (compression.equals("none")) row(compression, "bytes alone", bytesAlone(folder, picture), edge);
                delete(folder.resolve("out.ome.zarr"));
            }
        } finally {
            delete(folder);
        }
    }

    private static void row(String compression, String code, double[] seconds, long edge) {
        System.out.printf(
                "| %s | %s | %.2f | %.2f | %.0f |%n",
                compression, code, seconds[0], seconds[1], edge * edge / 1e6 / seconds[0]);
    }

    /** Wall and CPU seconds. */
    private static double[] run(String classPath, String compression, Path picture, Path mask)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx1g",
                        "-cp",
                        classPath,
                        "sc.fiji.imagetomask.cli.ImageToMaskCli",
                        "--quiet",
                        "--engine",
                        "java",
                        "--channel",
                        "S (HSV)",
                        "--compression",
                        compression,
                        picture.toString(),
                        mask.toString())
                .inheritIO()
                .start();
        double cpu = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) cpu = Math.max(cpu, cpuSeconds(process));
        if (process.exitValue() != 0) throw new IllegalStateException("The command line failed.");
        return new double[] {(System.nanoTime() - start) / 1e9, cpu};
    }

    private static double cpuSeconds(Process process) {
        return process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(0.0);
    }

    /** Reads all files of the picture, and writes copies of those of the mask. */
    private static double[] bytesAlone(Path folder, Path picture) throws IOException {
        List<Path> chunks = files(picture);
        List<Path> written = files(folder.resolve("out.ome.zarr"));
        Path copies = Files.createDirectory(folder.resolve("copies"));
        long start = System.nanoTime();
        Threads.forEach(chunks, file -> read(file, 0));
        double reading = (System.nanoTime() - start) / 1e9;
        Threads.forEach(written, file -> {
            ByteBuffer bytes = ByteBuffer.allocateDirect((int) Files.size(file));
            long begin = written.indexOf(file);
            try (FileChannel channel = FileChannel.open(
                    copies.resolve(Long.toString(begin)),
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) channel.write(bytes);
            }
        });
        return new double[] {(System.nanoTime() - start) / 1e9, reading};
    }

    private static void read(Path file, int from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 18);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(bytes.clear()) > 0) {}
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }
}
