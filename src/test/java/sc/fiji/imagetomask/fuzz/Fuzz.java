package sc.fiji.imagetomask.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * Changes kept inputs at random and gives them to what reads them, for so many seconds: {@code --seconds N --seed S}.
 * Faults are named, each kind once, and their inputs left in {@code target/fuzz}. Exit status 1 if there was one.
 */
public final class Fuzz {

    private static final Path FOUND = Path.of("target", "fuzz");
    private static final int FRAMES = 3;

    private final Trial trial = new Trial();
    private final TreeSet<String> kinds = new TreeSet<>();
    private final Map<String, Integer> tried = new LinkedHashMap<>();
    private long slowest;

    private Fuzz() {}

    /** The last line is {@code inputs N, faults F}. */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Fuzz fuzz = new Fuzz();
        fuzz.run(Integer.parseInt(value(args, "--seconds", "60")), Long.parseLong(value(args, "--seed", "1")));
        fuzz.tried.forEach((name, count) -> System.out.println(name + ": " + count));
        System.out.println("slowest: " + fuzz.slowest / 1_000_000 + " ms");
        int all = fuzz.tried.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("inputs " + all + ", faults " + fuzz.kinds.size());
        System.exit(fuzz.kinds.isEmpty() ? 0 : 1);
    }

    private static String value(String[] args, String name, String otherwise) {
        int at = List.of(args).indexOf(name);
        return at < 0 ? otherwise : args[at + 1];
    }

    private void run(int seconds, long seed) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        List<FuzzTarget> targets = Corpus.targets(folder);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (long round = 0; System.nanoTime() < end; round++)
            for (FuzzTarget target : targets) one(target, new Random(seed * 1_000_003 + round));
        Sandbox.empty(folder);
        Files.delete(folder);
    }

    private void one(FuzzTarget target, Random random) throws IOException {
        List<byte[]> seeds = new ArrayList<>(Corpus.seeds(target).values());
        byte[] input = target.mutate(seeds.get(random.nextInt(seeds.size())), random);
        tried.merge(target.name(), 1, Integer::sum);
        long start = System.nanoTime();
        Throwable problem = trial.problem(target, input);
        slowest = Math.max(slowest, System.nanoTime() - start);
        if (problem != null && kinds.add(kind(target, problem))) keep(target, input, problem);
    }

    /** Faults of the same class at the same place are one. */
    private static String kind(FuzzTarget target, Throwable problem) {
        StringBuilder kind =
                new StringBuilder(target.name() + " " + problem.getClass().getName());
        if (problem instanceof AssertionError)
            kind.append(problem.getMessage().replaceAll("\\d+|'[^']*'|: [^:]*$", ""));
        StackTraceElement[] stack = problem.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, stack.length); i++)
            kind.append(' ').append(stack[i]);
        return kind.toString();
    }

    private void keep(FuzzTarget target, byte[] input, Throwable problem) throws IOException {
        Path folder = Files.createDirectories(FOUND.resolve(target.name()));
        Path file = Files.write(folder.resolve("fault-" + kinds.size()), input);
        System.out.println(file + ":");
        problem.printStackTrace(System.out);
    }
}
