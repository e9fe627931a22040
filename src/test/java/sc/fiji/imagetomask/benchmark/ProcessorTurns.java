package sc.fiji.imagetomask.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.Python;

/**
 * How long masks in memory take with the chosen Javas, next to OpenCV, as tab-separated values. Every program is a process
 * of its own, and they run in turns; a row is the medians of a program's {@link Roofline} times, on the clock and of all cores
 * together, and their ratios to OpenCV's.
 */
@Command(
        name = "processor-turns",
        description = "Times masks with several Javas next to OpenCV, in turns.",
        mixinStandardHelpOptions = true)
public final class ProcessorTurns implements Callable<Integer> {

    private static final Path SCRIPT = Path.of("src", "test", "python", "opencv_masks.py");
    private static final String OPENCV = "opencv";

    /** Those of the script. */
    private static final List<String> CHANNELS = List.of("L (LAB)", "R (RGB)", "Y (YUV)", "H (HSV)");

    private static final String INTERLEAVED = "\tinterleaved";

    /** Where {@link Roofline} prints the channel, the layout and the milliseconds. */
    private static final int CHANNEL = 1;

    private static final int LAYOUT = 2;
    private static final int MILLISECONDS = 7;

    /** Milliseconds on the clock, and of all cores. */
    private record Times(double wall, double cores) {}

    @Option(
            names = "--java",
            split = ",",
            description = "Javas, each with options if wanted, such as \"java -XX:UseAVX=2\"; default: this one.")
    private List<String> javas =
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());

    @Option(names = "--earlier", description = "The folder of an earlier build's classes, which are timed, too.")
    private String earlier;

    @Option(names = "--engine", description = "java, opencl or auto; default: ${DEFAULT-VALUE}.")
    private String engine = "java";

    @Option(names = "--size", description = "Edge of the square picture; default: ${DEFAULT-VALUE}.")
    private int size = 4096;

    @Option(names = "--turns", description = "How often each program runs; default: ${DEFAULT-VALUE}.")
    private int turns = 3;

    /** Prints the table, and ends this process. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ProcessorTurns()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Map<String, List<String>> programs = new LinkedHashMap<>();
        programs.put(OPENCV, List.of(Python.program().orElseThrow(), SCRIPT.toString(), "" + size));
        String classPath = System.getProperty("java.class.path");
        for (String java : javas) {
            if (earlier != null) programs.put("earlier, " + java, roofline(java, earlier + ":" + classPath));
            programs.put(java, roofline(java, classPath));
        }
        Map<String, Map<String, List<Times>>> spent = new LinkedHashMap<>();
        for (int turn = 0; turn < turns; turn++)
            programs.forEach((name, command) -> add(name, command, spent.computeIfAbsent(name, n -> new TreeMap<>())));
        System.out.println("channel\tlayout\tprogram\tms\tcores_ms\tratio\tcores_ratio");
        spent.forEach((program, rows) -> rows.forEach((row, times) -> {
            List<Times> peer = spent.get(OPENCV).get(row.split("\t")[0] + INTERLEAVED);
            double wall = median(times, Times::wall);
            double cores = median(times, Times::cores);
            System.out.printf(
                    Locale.ROOT,
                    "%s\t%s\t%.1f\t%.1f\t%.2f\t%.2f%n",
                    row,
                    program,
                    wall,
                    cores,
                    wall / median(peer, Times::wall),
                    cores / median(peer, Times::cores));
        }));
        return 0;
    }

    private List<String> roofline(String java, String classPath) {
        List<String> command = new ArrayList<>(List.of(java.split(" ")));
        command.addAll(List.of("-Xmx3g", "-cp", classPath, Roofline.class.getName()));
        command.addAll(List.of("--engine", engine, "--path", "host", "--masked", "false", "--size", "" + size));
        CHANNELS.forEach(channel -> command.addAll(List.of("--channel", channel)));
        return command;
    }

    private static void add(String program, List<String> command, Map<String, List<Times>> spent) {
        for (String line : printed(command)) {
            String[] cells = line.split("\t");
            if (cells[0].equals("size")) continue;
            boolean isPeer = program.equals(OPENCV);
            String row = isPeer ? cells[0] + INTERLEAVED : cells[CHANNEL] + "\t" + cells[LAYOUT];
            int at = isPeer ? 1 : MILLISECONDS;
            spent.computeIfAbsent(row, r -> new ArrayList<>())
                    .add(new Times(Double.parseDouble(cells[at]), Double.parseDouble(cells[at + 1])));
        }
    }

    private static List<String> printed(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", command) + " failed.");
            return output.lines().toList();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double median(List<Times> times, ToDoubleFunction<Times> part) {
        return times.stream().mapToDouble(part).sorted().toArray()[times.size() / 2];
    }
}
