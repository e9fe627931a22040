package sc.fiji.imagetomask.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Levels, colours and stains that the dialog takes from the picture. */
class FromThePictureIT extends InImageJ {

    @TempDir
    private Path presets;

    /** At the object, at its black and white; and the clip range and presets of the same dialog. */
    @Test
    void pointingAtThePictureSetsWhatItIsFor() throws Exception {
        Path screenshots = Files.createDirectories(RealImageJ.TARGET.resolve("screenshots"));
        Path sample = Path.of("docs/sample-tissue.png").toAbsolutePath();
        RealImageJ own = new RealImageJ(display(), "pick").withStandaloneJar().with("-Dimagetomask.presets=" + presets);
        String output = own.session(PickSession.class, sample, screenshots)
                + own.session(PickSession.class, sample, screenshots, presets);
        assertThat(output.lines())
                .contains("points: 1 2", "removed: 1", "stroke: true", "limited: false", "sample mask: true")
                .contains(
                        "drawn mask: true",
                        "one is on: [pick gray]",
                        "off: true",
                        "stopped: Stop, true, true",
                        "caption: true",
                        "replayed: true")
                .contains("file: channel=[S (HSV)]; black=33; ", "defaults: 0 L (LAB)", "loaded: 33 S (HSV)")
                .contains("told: true", "deleted: true", "terms shown: true", "second: 12 U (YUV)")
                .contains("term:  S (HSV) black=21")
                .contains("term: or U (YUV) black=12 white=200 invert=true", "term: without V (HSV) gray=2.0")
                .anyMatch(line -> line.matches("found: (?!L \\(LAB\\)).*"))
                .anyMatch(line -> line.matches("path: 3 clicks, .* s"))
                .anyMatch(line -> line.matches("clip: \\d+,\\d+"))
                .anyMatch(line -> line.matches("recorded: true run.*"))
                .anyMatch(line -> line.matches("last used: L \\(LAB\\) \\d+,\\d+"));
        String[] numbers = output.lines()
                .filter(line -> line.startsWith("black: "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output))
                .split(" ");
        assertThat(Integer.parseInt(numbers[1])).isBetween(1, 200);
        assertThat(Integer.parseInt(numbers[3])).isBetween(Integer.parseInt(numbers[1]) + 10, 255);
        assertThat(numbers[5]).isNotEqualTo("1.00");
    }

    /** The numbers are recorded: the line and the info give the same mask when the selections are gone. */
    @Test
    void coloursAndStainsOfThePictureAreRecordedAsNumbers() throws Exception {
        Path screenshots = Files.createDirectories(RealImageJ.TARGET.resolve("screenshots"));
        Path sample = Path.of("docs/sample-tissue.png").toAbsolutePath();
        String output = imageJ().session(ColoursSession.class, sample, screenshots);
        assertThat(output.lines())
                .contains(
                        "no colour: no colour yet: click in the picture; mistakes: ",
                        "OK without a colour, open: true, Channel is 'Distance', which needs a colour to measure from,"
                                + " such as colour=#b5651d.")
                .contains("selection kept: true", "background: 247,245,246")
                .contains("colours again: true", "colours replayed: true, true", "colours has greys: true")
                .contains("stains again: true", "stains replayed: true, true", "stains has greys: true")
                .anyMatch(line -> line.matches("picked: #[0-9a-f]{6}"))
                .anyMatch(line -> line.matches("added: (#[0-9a-f]{6},?){3} as (#[0-9a-f]{6},?){3}"))
                .anyMatch(line -> line.matches("removed: (#[0-9a-f]{6},?){2}"))
                .anyMatch(line -> line.matches("colours recorded: .*channel=Distance colour=#.*"))
                .anyMatch(line ->
                        line.matches("stains recorded: .*background=247,245,246 stains=([-0-9.,]+;){2}[-0-9.,]+ .*"));
    }
}
