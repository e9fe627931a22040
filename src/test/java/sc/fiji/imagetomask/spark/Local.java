package sc.fiji.imagetomask.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Jobs in this process, and what they leave. */
final class Local {

    /**
     * What a job did.
     *
     * @param status it ended with
     * @param out lines on standard output
     * @param err lines on standard error
     */
    record Outcome(int status, List<String> out, List<String> err) {}

    private Local() {}

    /** Two tasks side by side, nothing shown. */
    static void use() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.driver.host", "127.0.0.1");
        System.setProperty("spark.driver.bindAddress", "127.0.0.1");
    }

    static void dontUse() {
        for (String key : List.of("master", "ui.enabled", "driver.host", "driver.bindAddress"))
            System.clearProperty("spark." + key);
    }

    static Outcome run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        int status = ImageToMaskSpark.run(new PrintStream(out, true), new PrintStream(err, true), words);
        return new Outcome(status, lines(out), lines(err));
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The job that these words ask for. */
    static JobArguments words(Object... arguments) {
        return new JobArguments(
                UUID.randomUUID().toString(),
                Path.of("").toAbsolutePath().toString(),
                new ArrayList<>(Arrays.stream(arguments).map(String::valueOf).toList()));
    }

    /** Fails unless both folders hold the same files with the same bytes, but for those that are named. */
    static void assertSame(Path folder, Path expected, String... except) throws IOException {
        Map<String, byte[]> files = files(folder);
        Map<String, byte[]> others = files(expected);
        assertThat(files.keySet()).isEqualTo(others.keySet());
        files.keySet().removeAll(List.of(except));
        assertThat(files.keySet().stream().filter(name -> !Arrays.equals(files.get(name), others.get(name))))
                .as("files that differ")
                .isEmpty();
    }

    /** The bytes of all files below a folder, by their names. */
    static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList())
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
        }
        return files;
    }
}
