package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --preset}. */
class PresetTest {

    @TempDir
    private Path temp;

    private Path picture;
    private Path preset;

    @BeforeEach
    void files() throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1200; i++) image.setRGB(i % 40, i / 40, i * 1777);
        picture = temp.resolve("picture.png");
        ImageIO.write(image, "png", picture.toFile());
        preset = Files.writeString(temp.resolve("brown.txt"), "# mine\nchannel=[B (LAB)]\nblack=40\nwhite=200\n");
    }

    @Test
    void itsSettingsApplyAndOptionsBesideItWin() throws IOException {
        assertThat(made("--preset", preset)).isEqualTo(made("--channel", "B (LAB)", "--black", 40, "--white", 200));
        assertThat(made("--preset", preset, "--white", 90))
                .isEqualTo(made("--channel", "B (LAB)", "--black", 40, "--white", 90));
        assertThat(made("--preset", preset)).isNotEqualTo(made("--preset", preset, "--white", 90));
    }

    private byte[] made(Object... options) throws IOException {
        Path mask = temp.resolve("mask.png");
        Files.deleteIfExists(mask);
        Object[] all = new Object[options.length + 2];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = picture;
        all[options.length + 1] = mask;
        CliRun run = CliRun.java(all);
        assertThat(run.err()).isEmpty();
        BufferedImage image = ImageIO.read(mask.toFile());
        return ((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    @Test
    void mistakesAreToldInOneSentenceAndNothingIsMade() throws IOException {
        Path wrong = Files.writeString(temp.resolve("wrong.txt"), "blakc=3");
        assertRefused(
                "In the preset file " + wrong + ": 'blakc=3' is not an option, but must be one of", "--preset", wrong);
        assertRefused("preset is 'no such', but must be ", "--preset", "no such");
        assertRefused("--preset is given with --find, but", "--preset", preset, "--find", picture);
        Path selection = Files.writeString(temp.resolve("selection.txt"), "output=selection");
        assertRefused("output is 'selection', but must be one of 8-bit, 32-bit, binary", "--preset", selection);
    }

    private void assertRefused(String sentence, Object... options) {
        Path mask = temp.resolve("none.png");
        Object[] all = new Object[options.length + 2];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = picture;
        all[options.length + 1] = mask;
        CliRun run = CliRun.java(all);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasSize(1).first().asString().contains(sentence);
        assertThat(mask).doesNotExist();
    }
}
