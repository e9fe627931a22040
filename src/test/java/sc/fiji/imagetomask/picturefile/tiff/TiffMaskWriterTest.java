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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "0,false,false,37,1,",
        "0,false,true,37,500,",
        "0,true,false,1,9,",
        "0,true,true,37,100000,",
        "16,false,false,37,1,",
        "16,false,true,37,500,",
        "16,true,false,16,9,",
        "16,true,true,5,100000,",
        "64,false,false,7,60,",
        "0,false,false,37,1,FAST",
        "0,false,false,37,1,DEFAULT",
        "0,false,true,37,500,SMALL",
        "0,true,false,37,1,FAST",
        "0,true,false,1,9,DEFAULT",
        "0,true,true,37,100000,SMALL",
        "16,false,false,37,1,FAST",
        "16,false,true,37,500,DEFAULT",
        "64,false,false,7,60,SMALL",
        "16,true,false,16,9,DEFAULT"
    })
    void othersReadThem(int tile, boolean isFloat, boolean big, int blockWidth, int pixels, Effort effort)
            throws IOException {
        int width = 37;
        int height = 23;
        float[][] values = new float[2][width * height];
        Random random = new Random(3);
        for (float[] slice : values) for (int i = 0; i < slice.length; i++) slice[i] = random.nextInt(256);
        Path file = Files.createFile(temp.resolve("mask.tif"));
        MaskShape shape = new MaskShape(width, height, 2, isFloat, tile, 1, Calibration.NONE);
        try (MaskWriter writer = new TiffMaskWriter(file, file, shape, big, effort)) {
            for (int i = 0; i < 2; i++) {
                MaskTarget target = writer.open(i);
                for (Tile part : Tile.blocks(width, height, blockWidth, 5, pixels)) {
                    MaskSpan run = target.open(part);
                    for (int p = 0; p < run.length(); p++) {
                        int x = (int) part.x() + p % part.width();
                        int y = (int) part.y() + p / part.width();
                        run.set(p, values[i][y * width + x]);
                    }
                    target.written(part, run);
                }
                writer.written(i);
            }
            writer.finish("");
        }
        assertThat(Files.readAllBytes(file)).startsWith('I', 'I', big ? 43 : 42, 0);
        assertThat(Python.run("describe.py", file).lines())
                .containsExactly("mask.tif 2 " + (isFloat ? "F" : "L") + " 37 x 23");
        for (int i = 0; i < 2; i++) {
            byte[] seen = Files.readAllBytes(temp.resolve("mask.tif." + i));
            assertThat(seen).isEqualTo(bytes(values[i], isFloat));
            if (!big)
                assertThat(Sample.raster(file, i).getSamples(0, 0, width, height, 0, (float[]) null))
                        .isEqualTo(stored(values[i], isFloat));
        }
        try (PictureFile read = PictureFiles.open(file)) {
            assertThat(read.slices()).isEqualTo(2);
            MaskSpan run = read.mask(1).read(new Tile(0, 0, width, height));
            for (int p = 0; p < run.length(); p++) assertThat(run.fraction(p)).isEqualTo(values[1][p] / 255);
        }
        if (!big && tile == 0)
            assertThat(new Opener()
                            .openImage(file.toString())
                            .getStack()
                            .getProcessor(2)
                            .getPixels())
                    .isEqualTo(isFloat ? stored(values[1], true) : bytes(values[1], false));
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
    @ParameterizedTest
    @CsvSource({"0,1", "0,3", "256,1", "256,4"})
    void deflatedBlocksAreSmallAndTheSameWithAnyThreads(int tile, int threads) throws IOException {
        int width = 1500;
        int height = 900;
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) values[i] = (byte) (i % width / 7 + i / width / 5);
        MaskShape shape = new MaskShape(width, height, 1, false, tile, 1, Calibration.NONE);
        List<Path> files = new ArrayList<>();
        for (int count : List.of(threads, 2))
            Parallelization.runWithNumThreads(count, () -> files.add(deflated(values, shape)));
        assertThat(files.get(0)).hasSameBinaryContentAs(files.get(1));
        assertThat(Files.size(files.get(0))).isLessThan(values.length / 10);
        Python.run("describe.py", files.get(0));
        assertThat(Files.readAllBytes(Path.of(files.get(0) + ".0"))).isEqualTo(values);
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
