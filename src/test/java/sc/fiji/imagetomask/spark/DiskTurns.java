package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Times jobs whose memory has no room for what pass 1 has read, without and with a place for it on the disk, in turns:
 * {@code DiskTurns TURNS INPUT...}. The first turn does not count.
 */
final class DiskTurns {

    private DiskTurns() {}

    public static void main(String[] arguments) throws IOException {
        Local.use();
        System.setProperty("spark.testing.reservedMemory", "0"); // else Spark wants half a gigabyte
        Path mask = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "turns")
                .resolve("mask.ome.zarr");
        for (int turn = 0; turn <= Integer.parseInt(arguments[0]); turn++)
            for (String input : List.of(arguments).subList(1, arguments.length))
                for (String share : List.of("0", "0.5")) {
                    System.setProperty("spark.imagetomask.disk", share);
                    long start = System.nanoTime();
                    Local.Outcome outcome = Local.run("--force", "--engine", "java", input, mask);
                    if (outcome.status() != 0)
                        throw new IOException(outcome.err().toString());
                    System.out.printf(
                            "turn %d, %s, disk %s: %.1f s%n",
                            turn, input.replaceAll(":.*", ""), share, (System.nanoTime() - start) / 1e9);
                }
    }
}
