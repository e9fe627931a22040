package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Times the job on a picture on HDFS, with its name node and two data nodes in this process, against that on the same picture in a
 * folder, in turns: {@code HdfsTurns PICTURE TURNS}. The first turn does not count.
 */
final class HdfsTurns {

    private HdfsTurns() {}

    public static void main(String[] arguments) throws IOException {
        Local.use();
        System.setProperty("spark.hadoop.dfs.replication", "2");
        Path here = Path.of(arguments[0]).toAbsolutePath();
        Path temp = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "hdfs-turns");
        try (Hdfs hdfs = new Hdfs(temp, 2)) {
            String there = hdfs.put(here);
            for (int turn = 0; turn <= Integer.parseInt(arguments[1]); turn++) {
                double folder =
                        seconds(here.toString(), temp.resolve("mask.ome.zarr").toString());
                double far = seconds(there, hdfs.address() + "/mask.ome.zarr");
                System.out.printf("turn %d: folder %.1f s, HDFS %.1f s, %.2f times%n", turn, folder, far, far / folder);
            }
        }
    }

    private static double seconds(String input, String output) throws IOException {
        long start = System.nanoTime();
        Local.Outcome outcome = Local.run("--force", "--engine", "java", input, output);
        if (outcome.status() != 0) throw new IOException(outcome.err().toString());
        return (System.nanoTime() - start) / 1e9;
    }
}
