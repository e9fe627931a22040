package sc.fiji.imagetomask.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that pages name, also in command lines, exist. */
class TestsOnPagesTest {

    private static final Pattern NAME = Pattern.compile("(?<![\\w*])(?!MIT\\b)[A-Z]\\w*(Test|IT)\\b");

    @Test
    void everyNamedTestExists() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            Set<String> tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
            for (Path page : Pages.all())
                assertThat(NAME.matcher(Pages.text(page)).results().map(MatchResult::group))
                        .as("tests that are named on " + page)
                        .isSubsetOf(tests);
        }
    }
}
