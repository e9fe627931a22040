package sc.fiji.imagetomask.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.channel.Channel;

/** The table of settings that users read, in the README or a page of docs, says what {@link MaskOption} says. */
class SettingsPageTest {

    private static final String HEAD = "| macro key | label in the dialog | values | default | what it does |";

    /** A row's cells, without the marks of code and links. */
    private record Row(String key, String label, String values, String standard, String effect) {}

    @ParameterizedTest
    @EnumSource
    void everyOptionHasARow(MaskOption option) throws IOException {
        String standard = switch (option) {
            case IMAGE -> "the active one";
            case MASK, COLOUR, TERMS -> "none";
            default -> option.text(MaskOptions.DEFAULT).replaceAll("\\.0$", "");
        };
        String values = option == MaskOption.CHANNEL
                ? "the " + Channel.values().length + " below"
                : option.kind().values();
        assertThat(rows())
                .as("| `%s` | %s | %s | %s | %s |", option.key(), option.label(), values, standard, option.help())
                .filteredOn(row -> row.key.equals(option.key()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.label).isEqualTo(option.label());
                    assertThat(row.values).isEqualTo(values);
                    assertThat(row.standard).isEqualTo(standard);
                    assertThat(row.effect).startsWithIgnoringCase(option.help());
                });
    }

    @Test
    void everyRowIsOfAnOption() throws IOException {
        assertThat(rows()).extracting(Row::key).containsExactlyInAnyOrderElementsOf(MaskOptions.KEYS);
    }

    private static List<Row> rows() throws IOException {
        List<String> lines =
                page().lines().dropWhile(line -> !line.equals(HEAD)).skip(2).toList();
        return lines.stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1)
                                .replaceAll("`|\\[|]\\([^)]*\\)", "")
                                .split("\\|"))
                        .map(String::strip)
                        .toList())
                .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
                .toList();
    }

    private static String page() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .map(SettingsPageTest::read)
                    .filter(text -> text.contains(HEAD))
                    .reduce((one, other) -> {
                        throw new AssertionError("The table of settings stands on two pages, but must stand on one.");
                    })
                    .orElseThrow();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
