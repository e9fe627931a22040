package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --compression} changes the size of mask files and nothing else. */
class CompressionTest {

    private static final Path PICTURE = Path.of("docs/sample-tissue.png");

    @TempDir
    private Path temp;

    @ParameterizedTest(name = "{1} to {0}")
    @CsvSource({"png,8-bit", "tif,8-bit", "tif,32-bit"})
    void valuesAreTheSame(String kind, String output) throws IOException {
        Path plain = made("plain." + kind, output);
        Object expected = IJ.openImage(plain.toString()).getProcessor().getPixels();
        for (String effort : new String[] {"fast", "default", "small"}) {
            Path mask = made(effort + "." + kind, output, "--compression", effort);
            assertThat(IJ.openImage(mask.toString()).getProcessor().getPixels())
                    .as(effort)
                    .isEqualTo(expected);
            if (kind.equals("tif")) assertThat(Files.size(mask)).isLessThan(Files.size(plain) * 3 / 4);
        }
        assertThat(Files.size(temp.resolve("small." + kind))).isLessThan(Files.size(temp.resolve("fast." + kind)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--compression none"})
    void aTiffIsNotCompressedUnlessAsked(String option) throws IOException {
        Path mask = made("mask.tif", "8-bit", option.isEmpty() ? new String[0] : option.split(" "));
        assertThat(Files.size(mask)).isGreaterThan(768 * 512);
    }

    @Test
    void aMaskOfOtherCompressionIsNotMadeAgain() throws IOException {
        Path mask = made("mask.png", "8-bit", "--compression", "small");
        byte[] before = Files.readAllBytes(mask);
        CliRun run = CliRun.java("--resume", "--compression", "fast", PICTURE, mask);
        assertThat(run.out()).containsExactly(mask + " exists already and is kept.");
        assertThat(Files.readAllBytes(mask)).isEqualTo(before);
    }

    private Path made(String name, String output, String... options) {
        Path mask = temp.resolve(name);
        Object[] words = new Object[options.length + 4];
        System.arraycopy(options, 0, words, 0, options.length);
        words[options.length] = "--output";
        words[options.length + 1] = output;
        words[options.length + 2] = PICTURE;
        words[options.length + 3] = mask;
        CliRun run = CliRun.java(words);
        assertThat(run.err()).isEmpty();
        return mask;
    }
}
