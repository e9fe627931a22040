package sc.fiji.imagetomask;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;

/** The README shows code that a test runs: a block after {@code <!-- snippet: NAME -->} is the test's snippet NAME. */
class ReadmeTest {

    private static final Pattern BLOCK =
            Pattern.compile("<!-- snippet: (\\w+) -->\\s*```\\w*\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern SNIPPET =
            Pattern.compile("^ *// snippet: (\\w+)\\R(.*?)\\R *// end$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void everyCodeBlockIsTheSnippetThatTestsRun() throws IOException {
        Map<String, String> snippets = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList())
                snippets.putAll(named(SNIPPET, file));
        }
        assertThat(named(BLOCK, Path.of("README.md"))).isEqualTo(snippets).isNotEmpty();
    }

    @Test
    void masksAnImagePlus() {
        // snippet: imageplus
        ImagePlus picture = IJ.openImage("docs/sample-tissue.png");
        MaskSettings settings =
                MaskSettings.of("R (RGB)").withLevels(90, 200, 1).withInvert(true);
        Engine engine = EngineChoice.auto().engine();
        ImagePlus mask = new ImagePlusMasks(engine, settings).of(picture);
        // end
        assertThat(mask.getProcessor().getPixels())
                .isEqualTo(IJ.openImage("docs/mask-nuclei.png").getProcessor().getPixels());
    }

    private static Map<String, String> named(Pattern pattern, Path file) throws IOException {
        Map<String, String> found = new TreeMap<>();
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find())
            found.put(matcher.group(1), matcher.group(2).stripIndent().strip());
        return found;
    }
}
