package sc.fiji.imagetomask.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.Needs;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.zarr.DataType;

/** The standalone jar on a real cluster. */
class SparkClusterIT {

    private static final int EDGE = 1300;
    private static final SampleImage IMAGE = image(96);
    private static final int BLOCKS = 11 * 11;
    private static final int TIMEOUT_SECONDS = 240;

    @TempDir
    private Path folder;

    private static SampleImage image(int chunk) {
        return new SampleImage(
                "cyx",
                Map.of("c", 3, "y", EDGE, "x", EDGE),
                Map.of("c", 1, "y", chunk, "x", chunk),
                DataType.UINT8,
                OmeVersion.V0_4,
                3);
    }

    @Test
    void aWorkerKilledInTheMiddleDoesNotChangeAByte() throws Exception {
        Path picture = folder.resolve("picture.ome.zarr");
        Path mask = folder.resolve("mask.ome.zarr");
        IMAGE.write(picture);
        try (SparkCluster cluster = cluster("spark-cluster")) {
            Process job = cluster.submit("job", words("java", picture, mask));
            long writtenAtKill =
                    awaitChunks(() -> Files.isDirectory(mask.resolve("0")) ? files(mask.resolve("0")) : 0, job);
            cluster.killBusyWorker();
            assertGoesOn(cluster, job, writtenAtKill);
        }
        assertSameAsWithoutSpark(mask, picture);
    }

    /** The picture and the mask are on HDFS. Its data node and the worker are processes, and die without a word. */
    @Test
    void anExecutorAndADataNodeKilledInTheMiddleDoNotChangeAByte() throws Exception {
        Path picture = folder.resolve("picture.ome.zarr");
        image(384).write(picture); // few files
        try (Hdfs hdfs = new Hdfs(folder, 1);
                SparkCluster cluster = cluster("spark-hdfs")) {
            String input = hdfs.put(picture); // on the data node that stays
            hdfs.startDataNodeProcess();
            Process job = cluster.submit(
                    "job",
                    List.of("--conf", "spark.hadoop.dfs.replication=2"),
                    words("java", input, hdfs.address() + "/mask.ome.zarr"));
            long writtenAtKill = awaitChunks(() -> hdfs.files("mask.ome.zarr/0", 2), job);
            hdfs.killDataNodeProcess();
            cluster.killBusyWorker();
            assertGoesOn(cluster, job, writtenAtKill);
            assertThat(hdfs.files("mask.ome.zarr/0", 2))
                    .as("written before the kill")
                    .isPositive();
            assertThat(hdfs.files("mask.ome.zarr/0", 1)).as("written after it").isPositive();
            assertSameAsWithoutSpark(hdfs.get("mask.ome.zarr"), picture);
        }
    }

    private static SparkCluster cluster(String name) throws IOException, InterruptedException {
        return new SparkCluster(Path.of("target", name).toAbsolutePath(), 2);
    }

    private static void assertGoesOn(SparkCluster cluster, Process job, long writtenAtKill) throws Exception {
        assertThat(job.isAlive()).as("the job goes on").isTrue();
        assertThat(job.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        String log = cluster.log("job.err");
        assertThat(job.exitValue()).as(log).isZero();
        assertThat(log).contains("Lost executor");
        assertThat(cluster.log("job.out")).contains("100 %").contains("1300 x 1300 pixels, 1 slice, java on 1 thread");
        assertThat(writtenAtKill).isLessThan(BLOCKS);
    }

    private void assertSameAsWithoutSpark(Path mask, Path picture) throws IOException {
        Path expected = oneMachine(words("java", picture, folder.resolve("one.ome.zarr")));
        Local.assertSame(mask, expected, ".zattrs"); // tells the version, which only the jar knows
        assertThat(withoutVersion(mask)).isEqualTo(withoutVersion(expected));
    }

    /** An executor with two devices: PoCL, twice, told to Spark as GPUs. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void eachTaskComputesOnTheGpuThatSparkGivesIt() throws Exception {
        Needs.openCl();
        Path picture = folder.resolve("picture.ome.zarr");
        Path mask = folder.resolve("mask.ome.zarr");
        IMAGE.write(picture);
        Path script = folder.resolve("gpus");
        Files.writeString(script, "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"0\", \"1\"]}'\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        try (SparkCluster cluster = new SparkCluster(
                Path.of("target", "spark-gpus").toAbsolutePath(),
                1,
                2,
                List.of(
                        "-Dspark.worker.resource.gpu.amount=2",
                        "-Dspark.worker.resource.gpu.discoveryScript=" + script))) {
            Process job = cluster.submit(
                    "job",
                    List.of(
                            "--conf",
                            "spark.executor.resource.gpu.amount=2",
                            "--conf",
                            "spark.task.resource.gpu.amount=1",
                            "--conf",
                            "spark.executorEnv.POCL_DEVICES=pthread pthread"),
                    words("opencl", picture, mask));
            assertThat(job.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(job.exitValue()).as(cluster.log("job.err")).isZero();
            assertThat(cluster.log("job.out")).containsPattern("1 slice, opencl on (.*), opencl on \\1 #2,");
        }
        Path expected = oneMachine(words("java", picture, folder.resolve("one.ome.zarr")));
        Local.assertSame(mask, expected, ".zattrs");
    }

    private static String withoutVersion(Path image) throws IOException {
        return Files.readString(image.resolve(".zattrs")).replaceAll("\"version\" : \"\\d.*", "");
    }

    private static String[] words(String engine, Object picture, Object mask) {
        return new String[] {
            "--channel",
            "B (LAB)",
            "--black",
            "30",
            "--engine",
            engine,
            "--block",
            "128",
            picture.toString(),
            mask.toString()
        };
    }

    private interface Counter {

        long chunks() throws IOException;
    }

    /** Waits until a quarter of the chunks is there, and tells how many. */
    private static long awaitChunks(Counter counter, Process job) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (System.nanoTime() < end && job.isAlive()) {
            long written = counter.chunks();
            if (written >= BLOCKS / 4) return written;
            Thread.sleep(5);
        }
        return BLOCKS;
    }

    private static long files(Path level) throws IOException {
        try (Stream<Path> files = Files.walk(level)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static Path oneMachine(String... words) throws IOException {
        JobArguments job = Local.words((Object[]) words);
        MaskPlan plan = MaskPlan.of(job, job.options());
        Path folder = job.path(job.options().output().path());
        OmeZarrOutput output = OmeZarrOutput.create(folder, plan.spec(), false);
        OneMachine.write(output, plan.spec(), IMAGE, List.of(0, 1, 2), null, null, plan.settings());
        return folder;
    }
}
