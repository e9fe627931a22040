package sc.fiji.imagetomask.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that a new channel, option or format touches, as the page on contributing lists them. */
class HowToTest {

    private static final Pattern FILE =
            Pattern.compile("[`(](?:(\\w+(?:/\\w+)*/)?([\\w-]+\\.(?:java|cl|py|tsv|md)))[`)]");
    private static final List<Path> ROOTS = List.of(
            Path.of(""),
            Path.of("src/main/java/sc/fiji/imagetomask"),
            Path.of("src/test/java/sc/fiji/imagetomask"),
            Path.of("src/main/resources/sc/fiji/imagetomask/engine/opencl"));

    /** Each of them names what was added last. */
    @ParameterizedTest
    @CsvSource({
        "How to add a channel, LCH_C|C \\(LCH\\)|HSV_S|saturation",
        "How to add an option, (?i)maskvalues",
        "How to add a file format, GIF|Gif|gif"
    })
    void everyFileOnThePageNamesAnExample(String heading, String example) {
        String page = Pages.text(Path.of("CONTRIBUTING.md"));
        String section = page.split("## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
        String steps = section.split("\n\n(?!\\d)", 2)[0];
        List<Path> files = FILE.matcher(steps)
                .results()
                .map(file -> file(file.group(1), file.group(2)))
                .toList();
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Pages.text(file).lines())
                        .as(file.toString())
                        .anyMatch(line -> Pattern.compile(example).matcher(line).find()));
    }

    private static Path file(String folder, String name) {
        String place = folder == null ? name : folder + name;
        return ROOTS.stream()
                .map(root -> root.resolve(place))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no file " + place));
    }
}
