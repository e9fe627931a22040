package sc.fiji.imagetomask.picturefile.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.picturefile.AwtRasters;
import sc.fiji.imagetomask.picturefile.ByteRaster;
import sc.fiji.imagetomask.picturefile.HighBitDepthRaster;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.bands.SameTiles;

/** PNG files of every kind have the pixels that Java's own reader sees. */
class PngPixelsTest {

    @TempDir
    private Path temp;

    private final Random random = new Random(21);

    @ParameterizedTest(name = "{0} bits, colours {1}")
    @CsvSource({
        "1,0", "2,0", "4,0", "8,0", "16,0", "8,2", "16,2", "1,3", "2,3", "4,3", "8,3", "8,4", "16,4", "8,6", "16,6"
    })
    void anyFiltersOfAnySizeAreTakenOff(int bits, int colours) throws IOException {
        for (int i = 0; i < 24; i++) {
            Path file = png(1 + random.nextInt(40), 1 + random.nextInt(40), bits, colours, i % 2 == 1, i % 3);
            requireSame(file);
            PngBandsTest.requireSame(file, SampleReading.DEFAULT, i % 2 == 0, random);
        }
    }

    /** Several bands: one is inflated while the filters are taken off another. */
    @ParameterizedTest(name = "{0} bits, colours {1}, interlaced {2}, {3} threads")
    @CsvSource({"8,2,false,1", "8,2,false,3", "8,6,true,2", "16,2,false,2", "4,3,false,2", "1,0,true,4"})
    void largeOnesAreTheSameWithAnyThreads(int bits, int colours, boolean interlaced, int threads) throws IOException {
        Path file = png(1500, 1100, bits, colours, interlaced, 1);
        Parallelization.runWithNumThreads(threads, () -> {
            try {
                requireSame(file);
                if (!interlaced) requireSameLowerHalf(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void aWrongSumOrABrokenStreamIsBroken() throws IOException {
        byte[] rows = rows(new PngHeader(30, 20, 8, 2, false));
        byte[] deflated = PngChunks.deflated(rows);
        for (int at : new int[] {1, deflated.length / 2, deflated.length - 2}) {
            byte[] broken = deflated.clone();
            broken[at] ^= 0x55;
            Path file = new PngChunks(30, 20, 8, 2).add("IDAT", broken).write(temp.resolve("a.png"));
            assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("is broken");
        }
    }

    @Test
    void aLargeOneThatEndsEarlyIsTold() throws IOException {
        byte[] deflated = PngChunks.deflated(rows(new PngHeader(1500, 1100, 8, 2, false)));
        Path file = new PngChunks(1500, 1100, 8, 2)
                .add("IDAT", Arrays.copyOf(deflated, deflated.length / 2))
                .write(temp.resolve("a.png"));
        assertThatThrownBy(() -> read(file)).hasMessage("'" + file + "' is broken: it ends early.");
    }

    @ParameterizedTest(name = "byte {0} of the header is {1}")
    @CsvSource({"8,3", "9,1", "9,5", "9,7", "10,1", "11,1", "12,2", "0,-1", "3,0"})
    void aHeaderOfNoPngIsBroken(int at, byte value) throws IOException {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(3)
                .putInt(2)
                .put((byte) 8)
                .put((byte) 2)
                .array();
        header[at] = value;
        Path good = new PngChunks(3, 2, 8, 2)
                .pixels(rows(new PngHeader(3, 2, 8, 2, false)))
                .write(temp.resolve("a.png"));
        byte[] bytes = Files.readAllBytes(good);
        System.arraycopy(header, 0, bytes, 16, header.length);
        Files.write(good, bytes);
        assertThatThrownBy(() -> read(good)).hasMessage("'" + good + "' is broken.");
    }

    @Test
    void anUnknownFilterIsBroken() throws IOException {
        Path file =
                new PngChunks(2, 1, 8, 0).pixels((byte) 5, (byte) 7, (byte) 9).write(temp.resolve("a.png"));
        assertThatThrownBy(() -> read(file)).hasMessage("'" + file + "' is broken.");
    }

    private static void read(Path path) throws IOException {
        try (PictureFile file = PictureFiles.open(path)) {
            file.picture(0);
        }
    }

    private static void requireSame(Path path) throws IOException {
        PictureRaster expected = AwtRasters.of(ImageIO.read(path.toFile()));
        try (PngPixels pixels = new PngPixels(new PngFile(path))) {
            assertThat(pixels.width()).isEqualTo(expected.width());
            assertThat(pixels.height()).isEqualTo(expected.height());
            assertThat(Arrays.deepEquals(channels(pixels.read()), channels(expected)))
                    .isTrue();
        }
    }

    /** Rows above it are skipped in several steps. */
    private static void requireSameLowerHalf(Path path) throws IOException {
        try (RasterFile whole = new RasterFile(path, PictureFormat.PNG, SampleReading.DEFAULT, Integer.MAX_VALUE);
                RasterFile rows = new RasterFile(path, PictureFormat.PNG, SampleReading.DEFAULT, 0)) {
            Tile half = new Tile(0, rows.height() - 500, rows.width(), 500);
            SameTiles.require(whole.picture(0), rows.picture(0), half);
        }
    }

    private static Object[] channels(PictureRaster raster) {
        return raster instanceof ByteRaster bytes
                ? bytes.channels()
                : HighBitDepthRaster.of(raster).channels();
    }

    /** @param parts in how many parts the pixels are; 0: one, and colours that are transparent */
    private Path png(int width, int height, int bits, int colours, boolean interlaced, int parts) throws IOException {
        PngHeader header = new PngHeader(width, height, bits, colours, interlaced);
        PngChunks file = new PngChunks(width, height, bits, colours, interlaced);
        if (colours == PngHeader.INDEXED) {
            byte[] palette = new byte[3 << bits];
            random.nextBytes(palette);
            file.add("PLTE", palette);
            if (parts == 0) file.add("tRNS", Arrays.copyOf(palette, 1 + random.nextInt(1 << bits)));
        }
        byte[] deflated = PngChunks.deflated(rows(header));
        int cut = parts < 2 ? deflated.length : random.nextInt(deflated.length);
        file.add("IDAT", Arrays.copyOf(deflated, cut));
        if (cut < deflated.length) file.add("IDAT", Arrays.copyOfRange(deflated, cut, deflated.length));
        return file.add("IEND").write(temp.resolve("a.png"));
    }

    /** Random rows, each after the number of a random filter. */
    private byte[] rows(PngHeader header) {
        ByteBuffer rows = ByteBuffer.allocate(4 * (header.width() + 8) * (header.height() + 8) * header.step());
        for (PngPass pass : PngPass.of(header))
            for (int y = 0; y < pass.height(header); y++) {
                byte[] row = new byte[(int) header.rowBytes(pass.width(header))];
                random.nextBytes(row);
                rows.put((byte) random.nextInt(5)).put(row);
            }
        return Arrays.copyOf(rows.array(), rows.position());
    }
}
