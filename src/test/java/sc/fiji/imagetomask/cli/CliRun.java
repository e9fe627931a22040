package sc.fiji.imagetomask.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One call of the command line.
 *
 * @param status its exit status
 * @param out its lines on standard output
 * @param err its lines on standard error
 */
public record CliRun(int status, List<String> out, List<String> err) {

    /** Standard error without the notices of masks that are the same everywhere. */
    public List<String> problems() {
        return err.stream()
                .filter(line -> !line.matches(".*: The mask is (\\d+ everywhere|nearly black): .*\\."))
                .toList();
    }

    public static CliRun of(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = ImageToMaskCli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new CliRun(status, lines(out), lines(err));
    }

    /** The same on the Java engine. */
    public static CliRun java(Object... arguments) {
        return of(Stream.concat(Stream.of("--engine", "java"), Arrays.stream(arguments))
                .toArray());
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
