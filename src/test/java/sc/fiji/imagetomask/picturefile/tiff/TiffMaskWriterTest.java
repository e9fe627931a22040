package sc.fiji.imagetomask.picturefile.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import ij.io.Opener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.Python;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.cli.LargePicture;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.cli.Sample;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.MaskShape;
import sc.fiji.imagetomask.picturefile.MaskWriter;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.picturefile.deflate.Effort;

/** Masks in strips and tiles, of bytes and floats, as TIFF and BigTIFF, are read by Pillow, Java and ImageJ. */
class TiffMaskWriterTest {

    @TempDir
    private Path temp;

    private record Kind(int tile, boolean isFloat, boolean big, int blockWidth, int pixels, Effort effort) {}

    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;
    private static final List<Kind> KINDS = List.of(
            new Kind(0, false, false, 37, 1, null),
            new Kind(0, false, true, 37, 500, null),
            new Kind(0, true, false, 1, 9, null),
            new Kind(0, true, true, 37, 100_000, null),
            new Kind(16, false, false, 37, 1, null),
            new Kind(16, false, true, 37, 500, null),
            new Kind(16, true, false, 16, 9, null),
            new Kind(16, true, true, 5, 100_000, null),
            new Kind(64, false, false, 7, 60, null),
            new Kind(0, false, false, 37, 1, Effort.FAST),
            new Kind(0, false, false, 37, 1, Effort.DEFAULT),
            new Kind(0, false, true, 37, 500, Effort.SMALL),
            new Kind(0, true, false, 37, 1, Effort.FAST),
            new Kind(0, true, false, 1, 9, Effort.DEFAULT),
            new Kind(0, true, true, 37, 100_000, Effort.SMALL),
            new Kind(16, false, false, 37, 1, Effort.FAST),
            new Kind(16, false, true, 37, 500, Effort.DEFAULT),
            new Kind(64, false, false, 7, 60, Effort.SMALL),
            new Kind(16, true, false, 16, 9, Effort.DEFAULT));

    /** All of them by one run of Python, whose start takes longer than all files. */
    @Test
    void othersReadThem() throws IOException {
        Random random = new Random(3);
        float[][] values = new float[2][WIDTH * HEIGHT];
        for (float[] slice : values) for (int i = 0; i < slice.length; i++) slice[i] = random.nextInt(256);
        List<Path> files = new ArrayList<>();
        List<String> descriptions = new ArrayList<>();
        for (Kind kind : KINDS) {
            Path file = Files.createFile(temp.resolve("mask" + files.size() + ".tif"));
            files.add(file);
            write(values, kind, file);
            descriptions.add(file.getFileName() + " 2 " + (kind.isFloat ? "F" : "L") + " 37 x 23");
        }
        assertThat(Python.run("describe.py", files.toArray()).lines()).containsExactlyElementsOf(descriptions);
        for (int i = 0; i < files.size(); i++) assertIsRead(values, KINDS.get(i), files.get(i));
    }

    private static void write(float[][] values, Kind kind, Path file) throws IOException {
        MaskShape shape = new MaskShape(WIDTH, HEIGHT, 2, kind.isFloat, kind.tile, 1, Calibration.NONE);
        try (MaskWriter writer = new TiffMaskWriter(file, file, shape, kind.big, kind.effort)) {
            for (int i = 0; i < 2; i++) {
                MaskTarget target = writer.open(i);
                for (Tile part : Tile.blocks(WIDTH, HEIGHT, kind.blockWidth, 5, kind.pixels)) {
                    MaskSpan run = target.open(part);
                    for (int p = 0; p < run.length(); p++) {
                        int x = (int) part.x() + p % part.width();
                        int y = (int) part.y() + p / part.width();
                        run.set(p, values[i][y * WIDTH + x]);
                    }
                    target.written(part, run);
                }
                writer.written(i);
            }
            writer.finish("");
        }
    }

    private static void assertIsRead(float[][] values, Kind kind, Path file) throws IOException {
        assertThat(Files.readAllBytes(file)).as("%s", kind).startsWith('I', 'I', kind.big ? 43 : 42, 0);
        for (int i = 0; i < 2; i++) {
            byte[] seen = Files.readAllBytes(Path.of(file + "." + i));
            assertThat(seen).as("%s", kind).isEqualTo(bytes(values[i], kind.isFloat));
            if (!kind.big)
                assertThat(Sample.raster(file, i).getSamples(0, 0, WIDTH, HEIGHT, 0, (float[]) null))
                        .as("%s", kind)
                        .isEqualTo(stored(values[i], kind.isFloat));
        }
        try (PictureFile read = PictureFiles.open(file)) {
            assertThat(read.slices()).isEqualTo(2);
            MaskSpan run = read.mask(1).read(new Tile(0, 0, WIDTH, HEIGHT));
            for (int p = 0; p < run.length(); p++)
                assertThat(run.fraction(p)).as("%s", kind).isEqualTo(values[1][p] / 255);
        }
        if (!kind.big && kind.tile == 0)
            assertThat(new Opener()
                            .openImage(file.toString())
                            .getStack()
                            .getProcessor(2)
                            .getPixels())
                    .as("%s", kind)
                    .isEqualTo(kind.isFloat ? stored(values[1], true) : bytes(values[1], false));
    }

    private static float[] stored(float[] values, boolean isFloat) {
        float[] stored = values.clone();
        if (isFloat) for (int i = 0; i < stored.length; i++) stored[i] /= 255;
        return stored;
    }

    private static byte[] bytes(float[] values, boolean isFloat) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * (isFloat ? 4 : 1)).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : stored(values, isFloat))
            if (isFloat) bytes.putFloat(value);
            else bytes.put((byte) value);
        return bytes.array();
    }

    /** Smooth values in many strips and tiles: the differences make them small, whatever the number of threads. */
    @Test
    void deflatedBlocksAreSmallAndTheSameWithAnyThreads() throws IOException {
        int width = 1500;
        int height = 900;
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) values[i] = (byte) (i % width / 7 + i / width / 5);
        List<Path> firsts = new ArrayList<>();
        for (int tile : new int[] {0, 256}) {
            MaskShape shape = new MaskShape(width, height, 1, false, tile, 1, Calibration.NONE);
            List<Path> files = new ArrayList<>();
            for (int threads : new int[] {1, 2, 3, 4})
                Parallelization.runWithNumThreads(threads, () -> files.add(deflated(values, shape)));
            for (Path file : files) assertThat(file).as("tile %d", tile).hasSameBinaryContentAs(files.get(0));
            assertThat(Files.size(files.get(0))).isLessThan(values.length / 10);
            firsts.add(files.get(0));
        }
        Python.run("describe.py", firsts.toArray());
        for (Path file : firsts)
            assertThat(Files.readAllBytes(Path.of(file + ".0"))).isEqualTo(values);
    }

    private Path deflated(byte[] values, MaskShape shape) {
        try {
            Path file = Files.createTempFile(temp, "mask", ".tif");
            try (MaskWriter writer = new TiffMaskWriter(file, file, shape, false, Effort.DEFAULT)) {
                writer.open(0).written(new Tile(0, 0, shape.width(), shape.height()), ByteSpan.of(values));
                writer.written(0);
                writer.finish("");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void beyond4GigabytesItIsBigTiff() throws IOException {
        for (MaskShape shape : List.of(
                new MaskShape(40_000, 60_000, 1, true, 0, 1, Calibration.NONE),
                new MaskShape(40_000, 60_000, 2, false, 256, 1, Calibration.NONE),
                new MaskShape(32_768, 32_760, 1, true, 0, 1, Calibration.NONE),
                new MaskShape(1, 1, 20_000_000, false, 0, 1, Calibration.NONE))) {
            Path file = Files.createTempFile(temp, "big", ".tif");
            new TiffMaskWriter(file, file, shape, false, null).close();
            boolean needs = shape.slices() > 1 || shape.height() == 60_000;
            assertThat(PictureFormat.of(file)).isEqualTo(needs ? PictureFormat.BIG_TIFF : PictureFormat.TIFF);
        }
    }

    @Test
    void aTiledPictureGetsATiledMaskAndAsAskedForABigOne() throws IOException {
        Path input = temp.resolve("in.tif");
        new LargePicture(600, 300).write(input);
        Path output = temp.resolve("out.tif");
        assertThat(CliRun.java("--bigtiff", input, output).problems()).isEmpty();
        assertThat(PictureFormat.of(output)).isEqualTo(PictureFormat.BIG_TIFF);
        try (PictureFile file = PictureFiles.open(output)) {
            assertThat(file.tile()).isEqualTo(256);
        }
    }
}
