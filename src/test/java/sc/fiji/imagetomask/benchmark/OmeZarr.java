package sc.fiji.imagetomask.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sc.fiji.imagetomask.zarr.Threads;

/**
 * How long the command line takes from OME-Zarr to OME-Zarr, for a picture that no codec makes much smaller, with a heap
 * of 1 GB; next to it the time that reading the picture's bytes and writing as many as the mask has take alone.
 *
 * <p>Arguments: a folder with room for it all, the picture's edge in pixels, and programs, which run in turns: scripts
 * {@code image-to-mask}, or jars with all libraries. Without programs the classes of this process run.
 */
public final class OmeZarr {

    private static final String SCRIPT = "image-to-mask";
    private static final String HEAP = "-Xmx1g";
    private static final int ROUNDS = 3;
    private static final int PIECE = 1 << 17;

    private OmeZarr() {}

    /** Prints a row of a table for each run. */
    public static void main(String[] args) throws IOException, InterruptedException {
        long edge = Long.parseLong(args[1]);
        List<String> programs = args.length > 2
                ? List.of(args).subList(2, args.length)
                : List.of(System.getProperty("java.class.path"));
        Path folder = Files.createTempDirectory(Path.of(args[0]), "omezarr");
        try {
            Path picture = folder.resolve("in.ome.zarr");
            NoisyZarr.write(edge, picture);
            System.out.println("| compression | program | seconds | CPU seconds | megapixels per second |");
            System.out.println("|---|---|---|---|---|");
            for (String compression : List.of("none", "zstd")) {
                for (int round = 0; round < ROUNDS; round++)
                    for (int i = 0; i < programs.size(); i++) {
                        Path mask = folder.resolve("out.ome.zarr");
                        double[] seconds = run(programs.get(i), compression, picture, mask);
                        row(compression, "program " + (i + 1), seconds, edge);
                        if (round + 1 < ROUNDS || i + 1 < programs.size()) delete(mask);
                    }
                Path mask = folder.resolve("out.ome.zarr");
                if (compression.equals("none")) bytesAlone(picture, mask, folder.resolve("copies"));
                delete(mask);
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
    private static double[] run(String program, String compression, Path picture, Path mask)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(start(program));
        command.addAll(List.of("--quiet", "--engine", "java", "--channel", "S (HSV)", "--compression", compression));
        command.addAll(List.of(picture.toString(), mask.toString()));
        long start = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_OPTS", HEAP);
        Process process = builder.inheritIO().start();
        double cpu = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) cpu = Math.max(cpu, cpuSeconds(process));
        if (process.exitValue() != 0) throw new IllegalStateException("The command line failed.");
        return new double[] {(System.nanoTime() - start) / 1e9, cpu};
    }

    private static List<String> start(String program) {
        if (Path.of(program).getFileName().toString().equals(SCRIPT)) return List.of(program);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, HEAP, "-cp", program, "sc.fiji.imagetomask.cli.ImageToMaskCli");
    }

    private static double cpuSeconds(Process process) {
        return process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(0.0);
    }

    /** Prints how long the picture's files take to read, and files like those of the mask to write. */
    private static void bytesAlone(Path picture, Path mask, Path copies) throws IOException {
        List<Path> written = files(mask);
        long start = System.nanoTime();
        Threads.forEach(files(picture), OmeZarr::read);
        long middle = System.nanoTime();
        Files.createDirectory(copies);
        Threads.forEach(written, file -> write(copies.resolve(UUID.randomUUID().toString()), Files.size(file)));
        System.out.printf(
                "The bytes alone: read in %.2f s, written in %.2f s.%n",
                (middle - start) / 1e9, (System.nanoTime() - middle) / 1e9);
        delete(copies);
    }

    private static void read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(PIECE);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(bytes.clear()) > 0) {}
        }
    }

    private static void write(Path file, long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(PIECE);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long left = length; left > 0; )
                left -= channel.write(bytes.clear().limit((int) Math.min(PIECE, left)));
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
