package sc.fiji.imagetomask.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;

/** The Java on the pages: it holds the lines that tests run, between {@code // snippet: NAME} and {@code // end}, and can be pasted. */
class SnippetsTest {

    private static final Pattern SNIPPET =
            Pattern.compile("^ *// snippet: (\\w+)\\R(.*?)\\R *// end$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @Test
    void everyBlockHoldsTheLinesThatTestsRun() throws IOException {
        Map<String, String> snippets = tested();
        Map<String, String> blocks = Pages.blocks("snippet");
        assertThat(blocks.keySet()).isEqualTo(snippets.keySet()).isNotEmpty();
        blocks.forEach((name, code) -> assertThat(code).as(name).contains(snippets.get(name)));
    }

    @Test
    void everyBlockCompilesWithItsImports(@TempDir Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        for (Map.Entry<String, String> block : Pages.blocks("snippet").entrySet()) {
            Path file = Files.writeString(folder.resolve("Pasted.java"), pasted(block.getValue()));
            int status = compiler.run(
                    null,
                    System.out,
                    System.err,
                    "-proc:none",
                    "-cp",
                    CLASS_PATH,
                    "-d",
                    folder.toString(),
                    file.toString());
            assertThat(status).as(block.getKey()).isZero();
        }
    }

    @Test
    void masksAnImagePlus() {
        // snippet: imageplus
        ImagePlus picture = IJ.openImage("docs/sample-tissue.png");
        MaskSettings settings = MaskSettings.of("U (YUV)").withLevels(178, 210, 1);
        Engine engine = EngineChoice.auto().engine();
        ImagePlus mask = new ImagePlusMasks(engine, settings).of(picture);
        // end
        assertThat(mask.getProcessor().getPixels())
                .isEqualTo(IJ.openImage("docs/mask-nuclei.png").getProcessor().getPixels());
    }

    private static String pasted(String block) {
        List<String> lines = block.lines().toList();
        return Stream.of(
                        lines.stream().filter(SnippetsTest::isImport),
                        Stream.of("class Pasted {", "void run() throws Exception {"),
                        lines.stream().filter(line -> !isImport(line)),
                        Stream.of("}", "}"))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    private static Map<String, String> tested() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = SNIPPET.matcher(Files.readString(file));
                while (matcher.find())
                    found.put(matcher.group(1), matcher.group(2).stripIndent().strip());
            }
        }
        return found;
    }
}
