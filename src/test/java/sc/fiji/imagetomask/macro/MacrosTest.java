package sc.fiji.imagetomask.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.command.ImageToMaskCommand;

/** A macro's option string means the same in plain ImageJ and in Fiji. */
class MacrosTest {

    private static final int EACH = 200;
    private static final int TIMEOUT_SECONDS = 300;

    private static final List<String> RIGHT = new ArrayList<>();
    private static final List<String> WRONG = new ArrayList<>();
    private static final List<String> IN_IMAGEJ = new ArrayList<>();
    private static final List<String> IN_FIJI = new ArrayList<>();

    @BeforeAll
    static void runAll(@TempDir Path folder) throws Exception {
        RandomOptions random = new RandomOptions(20);
        for (int i = 0; i < EACH; i++) RIGHT.add(random.right());
        for (int i = 0; i < EACH; i++) WRONG.add(random.wrong());
        List<String> all = new ArrayList<>(RIGHT);
        all.addAll(WRONG);
        List<String> outcomes = outcomes(folder, all);
        for (int i = 0; i < all.size(); i++) {
            IN_IMAGEJ.add(outcomes.get(2 * i));
            IN_FIJI.add(outcomes.get(2 * i + 1));
        }
    }

    @Test
    void plainImageJAndFijiGiveTheSameMasks() {
        assertSoftly(softly -> {
            for (int i = 0; i < EACH; i++) {
                softly.assertThat(IN_IMAGEJ.get(i))
                        .as(RIGHT.get(i))
                        .matches("Mask of .*|Selection on .*|nothing")
                        .doesNotContain(" and said: ");
                softly.assertThat(IN_FIJI.get(i)).as(RIGHT.get(i)).isEqualTo(IN_IMAGEJ.get(i));
            }
        });
        assertThat(new HashSet<>(IN_IMAGEJ)).hasSizeGreaterThan(EACH);
    }

    @Test
    void plainImageJAndFijiStopAtAMistakeWithTheSameSentence() {
        assertSoftly(softly -> {
            for (int i = 0; i < EACH; i++) {
                softly.assertThat(IN_IMAGEJ.get(EACH + i)).as(WRONG.get(i)).matches("refused: .*but must .*\\.");
                softly.assertThat(IN_FIJI.get(EACH + i)).as(WRONG.get(i)).isEqualTo(IN_IMAGEJ.get(EACH + i));
            }
        });
    }

    /** Two for each option string: in plain ImageJ, and in Fiji. */
    private static List<String> outcomes(Path folder, List<String> options)
            throws IOException, InterruptedException, URISyntaxException {
        Path given = Files.write(folder.resolve("options.txt"), options);
        Path found = folder.resolve("outcomes.txt");
        Path output = folder.resolve("output.txt");
        Path classes = Path.of(ImageToMaskCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Duser.home=" + folder,
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MacroSession.class.getName(),
                        classes.toString(),
                        given.toString(),
                        found.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly().waitFor();
        assertThat(process.exitValue()).as(() -> text(output)).isZero();
        return Files.readAllLines(found);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
