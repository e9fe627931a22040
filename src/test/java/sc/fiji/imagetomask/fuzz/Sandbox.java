package sc.fiji.imagetomask.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.imagetomask.cli.CliRun;

/** A folder for the files of one input, and what the command line may answer. */
final class Sandbox {

    /** What is wrong, and notices of the picture and the mask image. */
    private static final int MOST_SENTENCES = 5;

    /** Said of a picture for which memory is short; no small input may need it. */
    private static final String MEMORY = "Java has not enough memory";

    private Sandbox() {}

    static void empty(Path folder) throws IOException {
        if (Files.exists(folder))
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
            }
        Files.createDirectories(folder);
    }

    /** @throws AssertionError if it is neither success nor a mistake that is told, or tells anything but sentences */
    static void require(CliRun run) {
        List<String> told = run.err();
        boolean ended = run.status() == 0 || run.status() <= 2 && !told.isEmpty();
        if (!ended || told.size() > MOST_SENTENCES)
            throw new AssertionError("status " + run.status() + ": " + String.join("\n", told));
        boolean batch = told.size() > 1 && told.get(told.size() - 1).contains(" masks were made, ");
        (batch ? told.subList(0, told.size() - 1) : told).forEach(Sandbox::requireSentence);
    }

    static void requireSentence(String text) {
        boolean plain = text != null && text.endsWith(".") && text.contains(" ");
        if (!plain || text.contains("Exception") || text.contains(MEMORY))
            throw new AssertionError("no sentence: " + text);
    }
}
