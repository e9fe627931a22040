package sc.fiji.imagetomask.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the pages become tables when they are rendered, and a list of contents has each heading. */
class PageTablesTest {

    private static final Pattern CODE = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TABLE = Pattern.compile("(?:^\\|.*\\R)+", Pattern.MULTILINE);
    private static final Pattern END_OF_CELL = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern CONTENTS = Pattern.compile("^- \\[([^\\]]+)\\]\\(#", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^## (.*)$", Pattern.MULTILINE);

    static List<Path> pages() {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void tablesHaveAHeaderAndRowsOfAsManyCells(Path page) {
        TABLE.matcher(text(page)).results().forEach(table -> {
            List<String> rows = table.group().lines().toList();
            assertThat(rows).as(page + ": " + rows.get(0)).hasSizeGreaterThan(2);
            assertThat(rows.get(1)).as(page + ": " + rows.get(0)).matches("[-:| ]+");
            assertThat(rows).allSatisfy(row -> assertThat(cells(row)).isEqualTo(cells(rows.get(0))));
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void contentsNameEachHeading(Path page) {
        List<String> contents = found(CONTENTS, page);
        if (!contents.isEmpty()) assertThat(contents).isEqualTo(found(HEADING, page));
    }

    private static int cells(String row) {
        return END_OF_CELL.split(row).length;
    }

    private static List<String> found(Pattern pattern, Path page) {
        return pattern.matcher(text(page))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String text(Path page) {
        return CODE.matcher(Pages.text(page)).replaceAll("");
    }
}
