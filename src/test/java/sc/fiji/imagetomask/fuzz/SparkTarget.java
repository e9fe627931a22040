package sc.fiji.imagetomask.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import picocli.CommandLine;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.spark.PlannedJob;

/**
 * Options of jobs for Spark, an argument in each line, up to the point where Spark would start. The folder holds
 * {@code a.ome.zarr} and {@code b.ome.zarr}.
 *
 * @param folder for files
 * @param picture a picture file
 */
record SparkTarget(Path folder, byte[] picture) implements FuzzTarget {

    @Override
    public String name() {
        return "sparklines";
    }

    @Override
    public byte[] mutate(byte[] seed, Random random) {
        return Mutations.text(seed, random);
    }

    @Override
    public void run(byte[] input) throws IOException {
        for (String name : List.of("a.ome.zarr", "b.ome.zarr")) if (Files.notExists(folder.resolve(name))) write(name);
        List<String> words = Arrays.asList(new String(input, StandardCharsets.UTF_8).split("\n", -1));
        try {
            PlannedJob.plan(folder, words);
        } catch (CommandLine.ParameterException | IOException | IllegalArgumentException e) {
            Sandbox.requireSentence(Sentence.of(e));
        }
    }

    private void write(String name) throws IOException {
        Path file = Files.write(folder.resolve("a.png"), picture);
        Sandbox.require(CliRun.java("--quiet", file, folder.resolve(name)));
    }
}
