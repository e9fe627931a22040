package sc.fiji.imagetomask.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The README and all other pages of the documentation. A line {@code <!-- KIND: NAME -->} names the block of code after it. */
public final class Pages {

    /** The one that a visitor sees first. */
    public static final Path README = Path.of("README.md");

    private static final Pattern BLOCK =
            Pattern.compile("^<!-- (\\w+): (\\w+) -->\\s*```\\w*\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    private Pages() {}

    /** All pages, in the order of their names. */
    public static List<Path> all() {
        try (Stream<Path> root = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(root, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written on a page. */
    public static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The named blocks of that kind on all pages, such as {@code macro}. The same name always means the same code. */
    public static Map<String, String> blocks(String kind) {
        Map<String, String> found = new TreeMap<>();
        for (Path page : all()) {
            Matcher block = BLOCK.matcher(text(page));
            while (block.find()) {
                String before = block.group(1).equals(kind) ? found.put(block.group(2), block.group(3)) : null;
                if (before != null && !before.equals(block.group(3)))
                    throw new AssertionError(page + " has another " + kind + " " + block.group(2));
            }
        }
        return found;
    }
}
