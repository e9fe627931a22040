package sc.fiji.imagetomask.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.cli.ImageToMaskCli;
import sc.fiji.imagetomask.spark.ImageToMaskSpark;

/** Options, channels, classes and tests that the pages name exist. */
class OptionsOnPagesTest {

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern CLASS = Pattern.compile("sc\\.fiji\\.imagetomask(?:\\.[a-z0-9]+)*\\.[A-Z]\\w*");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    /** Of Spark, Debian, ImageJ and our programs for measuring. */
    private static final Set<String> OTHERS = Set.of(
            "--class",
            "--master",
            "--deploy-mode",
            "--num-executors",
            "--executor-cores",
            "--executor-memory",
            "--driver-memory",
            "--conf",
            "--headless",
            "--case",
            "--size",
            "--path",
            "--masked",
            "--layout",
            "--picture",
            "--new-colours",
            "--seconds",
            "--seed",
            "--seeds",
            "--earlier",
            "--java",
            "--masks");

    /** Without the list of changes, which names what was before. */
    static List<Path> pages() {
        return Pages.all().stream()
                .filter(page -> !page.equals(Path.of("CHANGELOG.md")))
                .toList();
    }

    @Test
    void theReadmeNamesEveryChannel() {
        assertThat(Channel.labels())
                .allSatisfy(label -> assertThat(Pages.text(Pages.README)).contains("`" + label + "`"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyOptionExists(Path page) {
        Set<String> known = new TreeSet<>(OTHERS);
        known.addAll(found(OPTION, help(ImageToMaskCli::run)));
        known.addAll(found(OPTION, help(ImageToMaskSpark::run)));
        assertThat(found(OPTION, Pages.text(page))).isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyClassExists(Path page) {
        for (String name : found(CLASS, Pages.text(page)))
            assertThat(name)
                    .satisfies(known -> Class.forName(known, false, getClass().getClassLoader()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTestExists(Path page) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            List<String> known =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(TEST.matcher(Pages.text(page)).results().map(test -> test.group(1) + ".java"))
                    .isSubsetOf(known);
        }
    }

    private static String help(ToIntFunction<String[]> program) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            program.applyAsInt(new String[] {"--help"});
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }
}
