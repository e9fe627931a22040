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

    /** Said of a picture for which memory is short; no small input may need it. */
    private static final String MEMORY = "More memory is needed";

    private Sandbox() {}

    static void empty(Path folder) throws IOException {
        if (Files.exists(folder))
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
            }
        Files.createDirectories(folder);
    }

    /** @throws AssertionError if it is neither success without a word nor one sentence, two of a folder */
    static void require(CliRun run) {
        List<String> problems = run.err();
        if (run.status() == 0 && problems.isEmpty()) return;
        boolean batch = problems.size() > 1 && problems.get(problems.size() - 1).contains(" masks were made, ");
        List<String> sentences = batch ? problems.subList(0, problems.size() - 1) : problems;
        if (run.status() < 1 || run.status() > 2 || !batch && sentences.size() != 1)
            throw new AssertionError("status " + run.status() + ": " + String.join("\n", problems));
        sentences.forEach(Sandbox::requireSentence);
    }

    static void requireSentence(String text) {
        boolean plain = text != null && text.endsWith(".") && text.contains(" ");
        if (!plain || text.contains("Exception") || text.contains(MEMORY))
            throw new AssertionError("no sentence: " + text);
    }
}
