package sc.fiji.imagetomask.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links from page to page, to headings and to pictures lead somewhere, and from the README every page can be reached. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("^```.*?^```|`[^`\\n]*`", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#+ +(.*)$", Pattern.MULTILINE);

    static List<Path> pages() {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        for (String link : links(page)) {
            String[] parts = (link + " ").split("#", 2);
            String file = parts[0].strip();
            Path target = file.isEmpty() ? page : resolve(page, file);
            assertThat(Files.exists(target)).as(page + " links to " + link).isTrue();
            if (parts.length == 2)
                assertThat(anchors(target)).as(page + " links to " + link).contains(parts[1].strip());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsLinkedByAnother(Path page) {
        if (page.equals(Pages.README)) return;
        assertThat(Pages.all().stream().filter(other -> !other.equals(page)))
                .as("links to " + page)
                .anyMatch(other -> links(other).stream()
                        .anyMatch(link -> resolve(other, link.split("#")[0]).equals(page)));
    }

    /** Those within the project. */
    private static List<String> links(Path page) {
        return LINK.matcher(CODE.matcher(Pages.text(page)).replaceAll(""))
                .results()
                .map(match -> match.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    private static Path resolve(Path page, String link) {
        return page.resolveSibling(URI.create(link).getPath()).normalize();
    }

    /** As GitHub makes them of headings. */
    private static List<String> anchors(Path page) {
        return HEADING.matcher(Pages.text(page))
                .results()
                .map(match -> match.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
