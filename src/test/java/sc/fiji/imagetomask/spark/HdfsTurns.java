package sc.fiji.imagetomask.spark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Times the job on a picture on HDFS, with its name node and two data nodes in this process, against that on the same picture in a
 * folder, in turns: {@code HdfsTurns PICTURE TURNS}. The first turn does not count. Then Hadoop copies the picture from HDFS and the
 * mask to it, as often, with no work on them: the bound. Prints seconds, and those of all cores in brackets.
 */
final class HdfsTurns {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private HdfsTurns() {}

    public static void main(String[] arguments) throws IOException {
        Local.use();
        System.setProperty("spark.hadoop.dfs.replication", "2");
        Path here = Path.of(arguments[0]).toAbsolutePath();
        Path temp = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "hdfs-turns");
        try (Hdfs hdfs = new Hdfs(temp, 2)) {
            String there = hdfs.put(here);
            for (int turn = 0; turn <= Integer.parseInt(arguments[1]); turn++) {
                Spent folder =
                        spent(here.toString(), temp.resolve("mask.ome.zarr").toString());
                Spent far = spent(there, hdfs.address() + "/mask.ome.zarr");
                System.out.printf(
                        "turn %d: folder %.1f s (%.1f), HDFS %.1f s (%.1f), %.2f times%n",
                        turn, folder.wall, folder.cores, far.wall, far.cores, far.wall / folder.wall);
            }
            copyAlone(hdfs, here.getFileName().toString(), temp, Integer.parseInt(arguments[1]));
        }
    }

    private static void copyAlone(Hdfs hdfs, String picture, Path temp, int turns) throws IOException {
        Path mask = temp.resolve("mask.ome.zarr");
        for (int turn = 0; turn <= turns; turn++) {
            mask = Files.move(mask, temp.resolve("alone" + turn + ".ome.zarr"));
            long start = System.nanoTime();
            long cores = SYSTEM.getProcessCpuTime();
            hdfs.get(picture);
            hdfs.put(mask);
            System.out.printf(
                    "turn %d: copying alone %.1f s (%.1f)%n",
                    turn, (System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - cores) / 1e9);
        }
    }

    /** Seconds on the clock, and of all cores. */
    private record Spent(double wall, double cores) {}

    private static Spent spent(String input, String output) throws IOException {
        long start = System.nanoTime();
        long cores = SYSTEM.getProcessCpuTime();
        Local.Outcome outcome = Local.run("--force", "--engine", "java", input, output);
        if (outcome.status() != 0) throw new IOException(outcome.err().toString());
        return new Spent((System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - cores) / 1e9);
    }
}
