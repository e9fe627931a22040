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

    private static final SampleImage IMAGE = new SampleImage(
            "cyx",
            Map.of("c", 3, "y", 1900, "x", 1900),
            Map.of("c", 1, "y", 96, "x", 96),
            DataType.UINT8,
            OmeVersion.V0_4,
            3);
    private static final int BLOCKS = 20 * 20;
    private static final int TIMEOUT_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void aWorkerKilledInTheMiddleDoesNotChangeAByte() throws Exception {
        Path picture = folder.resolve("picture.ome.zarr");
        Path mask = folder.resolve("mask.ome.zarr");
        IMAGE.write(picture);
        String[] words = words("java", picture, mask);
        try (SparkCluster cluster =
                new SparkCluster(Path.of("target", "spark-cluster").toAbsolutePath(), 2)) {
            Process job = cluster.submit("job", words);
            long writtenAtKill = awaitChunks(mask.resolve("0"), BLOCKS / 4, job);
            cluster.killBusyWorker();
            assertThat(job.isAlive()).as("the job goes on").isTrue();
            assertThat(job.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
            String log = cluster.log("job.err");
            assertThat(job.exitValue()).as(log).isZero();
            assertThat(log).contains("Lost executor");
            assertThat(cluster.log("job.out"))
                    .contains("100 %")
                    .contains("1900 x 1900 pixels, 1 slice, java on 1 thread");
            assertThat(writtenAtKill).isLessThan(BLOCKS);
        }
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

    private static String[] words(String engine, Path picture, Path mask) {
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

    /** Waits until so many chunks are there, and tells how many. */
    private static long awaitChunks(Path level, int chunks, Process job) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (System.nanoTime() < end && job.isAlive()) {
            long written = Files.isDirectory(level) ? files(level) : 0;
            if (written >= chunks) return written;
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
