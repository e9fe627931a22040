package sc.fiji.imagetomask.picturefile.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.Python;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.bands.SameTiles;

/** A TIFF that is read band by band has the pixels of the same TIFF read as a whole. */
class TiffBandsTest {

    @TempDir
    private Path temp;

    private final Random random = new Random(5);

    @Test
    void ofEveryKindBandsAndTilesAreThatOfTheWhole() throws IOException {
        for (String script : new String[] {"pictures.py", "deep_pictures.py", "large_pictures.py"}) {
            Path folder = Files.createDirectory(temp.resolve(script));
            Python.run(script, folder);
            SoftAssertions all = new SoftAssertions();
            int inBands = 0;
            for (Path path : tiffs(folder)) {
                all.assertThatCode(() -> compare(path)).as(path.toString()).doesNotThrowAnyException();
                try (TiffFile file = new TiffFile(path, SampleReading.DEFAULT, 200)) {
                    if (file.picture(0).isLazy()) inBands++;
                }
            }
            all.assertAll();
            assertThat(inBands).as(script).isGreaterThan(20);
        }
    }

    @Test
    void tilesHaveTheValuesThatWereStored() throws IOException {
        Python.run("large_pictures.py", temp);
        int compared = 0;
        for (Path path : tiffs(temp)) {
            Path values = path.resolveSibling(path.getFileName() + ".values");
            if (!Files.exists(values)) continue;
            compared++;
            FloatBuffer stored = ByteBuffer.wrap(Files.readAllBytes(values))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            try (TiffFile file = new TiffFile(path, SampleReading.DEFAULT, 5000)) {
                Pixels pixels = file.picture(0).read(new Tile(0, 0, 150, 110));
                for (int c = 0; stored.hasRemaining(); c++)
                    for (int i = 0; i < pixels.length(); i++)
                        assertThat(stored(pixels, c, i)).as(path.toString()).isEqualTo(stored.get());
            }
        }
        assertThat(compared).isEqualTo(72);
    }

    private static float stored(Pixels pixels, int channel, int i) {
        return pixels instanceof Pixels.HighBitDepth deep
                ? deep.channels()[channel].stored(i)
                : ((Pixels.Planar) pixels).channels()[channel][i] & 255;
    }

    @Test
    void reducedCopiesAreNoSlices() throws IOException {
        Python.run("large_pictures.py", temp);
        try (PictureFile file = PictureFiles.open(temp.resolve("pyramid.tif"))) {
            assertThat(file.slices()).isOne();
            assertThat(file.width()).isEqualTo(150);
        }
    }

    private static List<Path> tiffs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".tif"))
                    .sorted()
                    .toList();
        }
    }

    private void compare(Path path) throws IOException {
        int bytes = List.of(1, 200, 3000).get(random.nextInt(3));
        try (TiffFile whole = new TiffFile(path, SampleReading.DEFAULT, 1 << 24);
                TiffFile bands = new TiffFile(path, SampleReading.DEFAULT, bytes)) {
            for (int i = 0; i < whole.slices(); i++) {
                SameTiles.of(whole.picture(i), bands.picture(i), random);
                SameTiles.of(whole.mask(i), bands.mask(i), random);
            }
        }
    }
}
