package sc.fiji.imagetomask.picturefile.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.picturefile.SampleReading;

class HeaderSizeTest {

    @TempDir
    private Path temp;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "cases"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isThatOfTheOpenedFile(Path path) throws IOException {
        PictureFormat format = PictureFormat.of(path);
        try (PictureFile file = new RasterFile(path, format, SampleReading.DEFAULT)) {
            assertThat(HeaderSize.of(path, format))
                    .isEqualTo(new HeaderSize((long) file.width() * file.height(), false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void ofOtherPrograms(String name) throws IOException {
        Path path = temp.resolve("p." + name);
        ImageIO.write(new BufferedImage(301, 203, BufferedImage.TYPE_INT_RGB), name, path.toFile());
        assertThat(HeaderSize.of(path, PictureFormat.of(path))).isEqualTo(new HeaderSize(301 * 203, false));
    }

    @Test
    void sixteenBitsAreNamed() throws IOException {
        Path path = temp.resolve("p.png");
        ImageIO.write(new BufferedImage(40, 50, BufferedImage.TYPE_USHORT_GRAY), "png", path.toFile());
        assertThat(HeaderSize.of(path, PictureFormat.PNG)).isEqualTo(new HeaderSize(2000, true));
    }

    @Test
    void aFileThatEndsInItsHeader() throws IOException {
        Path path = temp.resolve("p.png");
        ImageIO.write(new BufferedImage(40, 50, BufferedImage.TYPE_INT_RGB), "png", path.toFile());
        Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 20));
        assertThatThrownBy(() -> HeaderSize.of(path, PictureFormat.PNG)).isInstanceOf(EOFException.class);
    }
}
