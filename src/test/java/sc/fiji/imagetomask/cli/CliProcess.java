package sc.fiji.imagetomask.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import sc.fiji.imagetomask.TestHome;

/** The command line in a Java of its own. */
final class CliProcess {

    private static final String CLASSES = System.getProperty("java.class.path");

    private final Process process;
    private final Path output;

    private CliProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param before words of the command before Java's, such as those of a shell that sets a limit */
    static CliProcess start(List<String> before, Object... arguments) throws IOException {
        List<Object> all = new ArrayList<>(List.of("--engine", "java"));
        all.addAll(List.of(arguments));
        return start(before, List.of("-Xmx256m", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1"), CLASSES, all);
    }

    /** A run with such options of Java. */
    static CliRun withJava(List<String> options, Object... arguments) throws IOException, InterruptedException {
        return start(List.of(), options, CLASSES, List.of(arguments)).end();
    }

    /** A run that also finds what is in that folder of classes and services. */
    static CliRun withClasses(Path folder, Object... arguments) throws IOException, InterruptedException {
        return start(List.of(), List.of(), folder + File.pathSeparator + CLASSES, List.of(arguments))
                .end();
    }

    /** A run without the jars with such names on the class path. */
    static CliRun withoutJars(String names, Object... arguments) throws IOException, InterruptedException {
        String classes = Arrays.stream(CLASSES.split(File.pathSeparator))
                .filter(jar -> !Path.of(jar).getFileName().toString().matches(names))
                .collect(Collectors.joining(File.pathSeparator));
        return start(List.of(), List.of(), classes, List.of(arguments)).end();
    }

    private static CliProcess start(List<String> before, List<String> options, String classes, List<Object> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(TestHome.options());
        command.addAll(options);
        command.addAll(List.of("-cp", classes, ImageToMaskCli.class.getName()));
        arguments.forEach(argument -> command.add(argument.toString()));
        Path output = Files.createTempFile("cli", ".txt");
        output.toFile().deleteOnExit();
        return new CliProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C does. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** What it printed on both streams, when it has ended. */
    CliRun end() throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("It did not end.");
        }
        List<String> lines =
                Files.readString(output, StandardCharsets.UTF_8).lines().toList();
        Files.delete(output);
        return new CliRun(process.exitValue(), List.of(), lines);
    }
}
