package sc.fiji.imagetomask.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.Python;

/**
 * How long masks take from file to file, as tab-separated values: folders of pictures, one large picture, and the start of
 * the command line; beside the same work by scripts, and beside the bound, which is decoding and encoding alone by the same
 * libraries on all cores.
 *
 * <p>Every program is a process of its own, and they run in turns; the row of a program is its run of the median time. The
 * ratios are to the bound's seconds and CPU seconds.
 */
@Command(
        name = "files",
        description = "Times masks from file to file next to scripts, and to decoding and encoding alone.",
        mixinStandardHelpOptions = true)
public final class Files implements Callable<Integer> {

    private static final Path SCRIPT = Path.of("src", "test", "python", "file_peers.py");

    @Option(names = "--case", description = "The name of a case; default: all.")
    private List<String> names =
            Stream.of(FileCase.values()).map(FileCase::label).toList();

    @Option(names = "--folder", description = "Where pictures are made and kept; default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("target", "files");

    @Option(names = "--turns", description = "How often each program runs; default: ${DEFAULT-VALUE}.")
    private int turns = 3;

    @Option(names = "--channel", description = "A channel; default: ${DEFAULT-VALUE}.")
    private String channel = "L (LAB)";

    @Option(
            names = "--program",
            description = "The script that starts the command line; default: ${DEFAULT-VALUE}, made by mvn package.")
    private Path program = Path.of("target", "dist", "command-line", "image-to-mask");

    @Option(names = "--earlier", description = "The same script of an earlier build, which is timed, too.")
    private Path earlier;

    @Option(names = "--option", description = "An option of the command line, such as --threads=1.")
    private List<String> options = List.of();

    @Option(
            names = "--peer",
            description = "opencv or pillow; default: both, where there is a Python with them.",
            split = ",")
    private List<String> peers = List.of("opencv", "pillow");

    /** Prints the table, and ends this process. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Files()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println("case\tprogram\ts\tcpu_s\tmegapixels_per_s\tpeak_mb\tratio\tcpu_ratio");
        for (String name : names) time(FileCase.named(name));
        return 0;
    }

    private void time(FileCase files) throws IOException, InterruptedException {
        Path pictures = files.pictures(folder);
        Path masks = folder.resolve(files.label() + "-masks");
        Path input = files.input(pictures);
        Path output = input.equals(pictures) ? masks : masks.resolve(input.getFileName());
        run(ours(program, input, output), masks);
        Path values = FileBound.values(masks, folder.resolve(files.label() + "-values"));
        Map<String, List<String>> programs = new LinkedHashMap<>();
        programs.put("bound", bound(pictures, values, masks));
        programs.put("image-to-mask", ours(program, input, output));
        if (earlier != null) programs.put("earlier", ours(earlier, input, output));
        String python = Python.program().orElse("");
        for (String peer : python.isEmpty() ? List.<String>of() : peers)
            programs.put(
                    peer, List.of(python, SCRIPT.toString(), peer, "" + pictures, "" + masks, "--channel", channel));
        Map<String, List<Spent>> spent = new LinkedHashMap<>();
        for (int turn = 0; turn < turns * files.runs(); turn++)
            for (String program : programs.keySet())
                spent.computeIfAbsent(program, key -> new ArrayList<>()).add(run(programs.get(program), masks));
        Spent bound = median(spent.get("bound"));
        spent.forEach((program, all) -> print(files, program, median(all), bound));
    }

    private List<String> ours(Path script, Path input, Path output) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(options);
        command.addAll(List.of("--quiet", "--channel", channel, input.toString(), output.toString()));
        return command;
    }

    /** With the garbage collector of that script on two cores. */
    private static List<String> bound(Path... folders) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FileBound.class.getName()));
        Arrays.stream(folders).map(Path::toString).forEach(command::add);
        return command;
    }

    private static Spent run(List<String> command, Path masks) throws IOException, InterruptedException {
        FileCase.empty(masks);
        return Spent.by(command);
    }

    private static Spent median(List<Spent> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble(Spent::seconds))
                .toList()
                .get(all.size() / 2);
    }

    private static void print(FileCase files, String program, Spent spent, Spent bound) {
        System.out.printf(
                Locale.ROOT,
                "%s\t%s\t%.2f\t%.2f\t%.1f\t%d\t%.2f\t%.2f%n",
                files.label(),
                program,
                spent.seconds(),
                spent.cpuSeconds(),
                files.megapixels() / spent.seconds(),
                spent.peakMb(),
                spent.seconds() / bound.seconds(),
                spent.cpuSeconds() / bound.cpuSeconds());
    }
}
