package sc.fiji.imagetomask.picturefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.picturefile.tiff.TiffHeader;

/** A note of how a picture is to be turned is followed only where that is asked for. */
class OrientationUseTest {

    /** Two rows of three pixels. */
    private static final byte[] STORED = {1, 2, 3, 4, 5, 6};

    @TempDir
    private Path temp;

    @ParameterizedTest(name = "Orientation {0}")
    @CsvSource({
        "1, 1 2 3 4 5 6",
        "2, 3 2 1 6 5 4",
        "3, 6 5 4 3 2 1",
        "4, 4 5 6 1 2 3",
        "5, 1 4 2 5 3 6",
        "6, 4 1 5 2 6 3",
        "7, 6 3 5 2 4 1",
        "8, 3 6 2 5 1 4",
        "0, 1 2 3 4 5 6",
        "9, 1 2 3 4 5 6"
    })
    void ofATiffIsFollowedWhereAskedFor(int orientation, String turned) throws IOException {
        Path path = temp.resolve("o.tif");
        Files.write(path, tiff(orientation));
        assertThat(values(path, OrientationUse.STORED)).isEqualTo("3 x 2: 1 2 3 4 5 6");
        boolean sideways = orientation > 4 && orientation < 9;
        assertThat(values(path, OrientationUse.APPLY)).isEqualTo((sideways ? "2 x 3: " : "3 x 2: ") + turned);
    }

    @Test
    void isOneOfTwoWords() {
        CliRun run = CliRun.of("--orientation", "exif", "a.png", "b.png");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("orientation is 'exif', but must be one of stored, apply.");
    }

    private static String values(Path path, OrientationUse orientation) throws IOException {
        SampleReading reading = SampleReading.DEFAULT.with(new FileChoice(orientation, Icc.STORED, 0));
        try (PictureFile file = PictureFiles.open(path, reading)) {
            Pixels.Planar pixels = (Pixels.Planar) file.picture(0).read(new Tile(0, 0, file.width(), file.height()));
            StringBuilder text = new StringBuilder(file.width() + " x " + file.height() + ":");
            for (byte value : pixels.channels()[0]) text.append(' ').append(value);
            return text.toString();
        }
    }

    private static byte[] tiff(int orientation) {
        int[][] fields = {
            {256, 4, 1, 3},
            {257, 4, 1, 2},
            {258, 3, 1, 8 << 16},
            {259, 3, 1, 1 << 16},
            {262, 3, 1, 1 << 16},
            {273, 4, 1, 200},
            {274, 3, 1, orientation << 16},
            {277, 3, 1, 1 << 16},
            {278, 4, 1, 2},
            {279, 4, 1, 6}
        };
        return TiffHeader.of(206, fields).position(200).put(STORED).array();
    }
}
