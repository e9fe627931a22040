package sc.fiji.imagetomask.picturefile.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundFileTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({"png, true", "jpg, true", "gif, false", "bmp, false"})
    void wholeOnesAreAndCutOnesAreNot(String format, boolean isSound) throws IOException {
        Path path = temp.resolve("p");
        ImageIO.write(new BufferedImage(60, 50, BufferedImage.TYPE_INT_RGB), format, path.toFile());
        byte[] whole = Files.readAllBytes(path);
        assertThat(SoundFile.is(path)).isEqualTo(isSound);
        for (int length = 8; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThat(SoundFile.is(path)).as(length + " bytes").isFalse();
        }
        if (!format.equals("png")) return;
        for (int at = 8; at < whole.length - 12; at++) {
            byte[] broken = whole.clone();
            broken[at] ^= 64;
            Files.write(path, broken);
            assertThat(SoundFile.is(path)).as("changed at " + at).isFalse();
        }
    }
}
