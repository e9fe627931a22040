package sc.fiji.imagetomask.picturefile.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.Needs;
import sc.fiji.imagetomask.Python;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.MaskShape;
import sc.fiji.imagetomask.picturefile.MaskWriter;
import sc.fiji.imagetomask.picturefile.deflate.Effort;

/** PNG masks of any size and content, with any effort and number of threads, are read by others, and are small. */
class PngMaskWriterTest {

    private static final int KINDS = 7;

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    void anySizeAndContentIsReadAsItWas(Effort effort) throws IOException, DataFormatException {
        Random random = new Random(17);
        for (int n = 0; n < 150; n++) {
            int width = 1 + random.nextInt(70);
            int height = 1 + random.nextInt(70);
            byte[] values = values(n % KINDS, width, height, random);
            Path file = written(values, width, height, effort, 1 + n % 4, random);
            assertThat(read(file))
                    .as("%d x %d of kind %d", width, height, n % KINDS)
                    .isEqualTo(values);
            requireSums(file);
        }
    }

    /** Several blocks, of which each refers to the one before; the last one is short. */
    @ParameterizedTest
    @EnumSource
    void blocksAreTheSameWithAnyNumberOfThreads(Effort effort) throws IOException, DataFormatException {
        Random random = new Random(5);
        int[][] sizes = {{1100, 1100}, {300_000, 5}, {3, 300_000}};
        for (int kind = 0; kind < KINDS; kind++) {
            int[] size = sizes[kind % sizes.length];
            byte[] values = values(kind, size[0], size[1], random);
            Path alone = written(values, size[0], size[1], effort, 1, random);
            assertThat(read(alone)).isEqualTo(values);
            requireSums(alone);
            for (int threads : new int[] {2, 4})
                assertThat(written(values, size[0], size[1], effort, threads, random))
                        .hasSameBinaryContentAs(alone);
        }
    }

    /** A block that repeats the end of the one before takes almost nothing. */
    @Test
    void aBlockRefersToTheOneBefore() throws IOException {
        Random random = new Random(9);
        int width = 1000;
        int[] piece = random.ints(30 * width, 0, 16).toArray();
        byte[] values = new byte[2100 * width];
        for (int i = 0; i < values.length; i++) values[i] = (byte) (16 * piece[i % piece.length]);
        Path file = written(values, width, 2100, Effort.SMALL, 2, random);
        assertThat(Files.size(file)).isBetween(20_000L, 45_000L);
    }

    /** Each of 40 values needs 5.3 bits, 0.67 bytes; differences of neighbours need 0.77. Fast masks may be a fifth larger. */
    @ParameterizedTest
    @EnumSource(names = "FAST", mode = EnumSource.Mode.EXCLUDE)
    void noiseOfFewValuesIsNotFiltered(Effort effort) throws IOException {
        Random random = new Random(11);
        byte[] values = new byte[400 * 300];
        for (int i = 0; i < values.length; i++) values[i] = (byte) (random.nextInt(40) * 77);
        Path file = written(values, 400, 300, effort, 2, random);
        assertThat(Files.size(file)).isLessThan((long) (0.69 * values.length));
    }

    @Test
    void othersReadThemAndWriteThemHardlySmaller() throws IOException {
        Path picture = Path.of("docs/sample-tissue.png");
        List<Path> masks = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            Path mask = temp.resolve("mask-" + masks.size() + ".png");
            List<Object> words = new ArrayList<>(List.of("--channel", channel.label()));
            if (channel.isDistance()) words.addAll(List.of("--colour", "#b5651d"));
            words.addAll(List.of(picture, mask));
            CliRun.java(words.toArray());
            masks.add(mask);
        }
        Path levels = temp.resolve("levels.png");
        CliRun.java("--channel", "S (HSV)", "--black", 60, "--white", 190, picture, levels);
        masks.add(levels);
        Path binary = temp.resolve("binary.png");
        CliRun.java("--channel", "S (HSV)", "--output", "binary", picture, binary);
        masks.add(binary);
        List<String> lines =
                Python.run("png_sizes.py", masks.toArray(Path[]::new)).lines().toList();
        assertThat(lines).hasSameSizeAs(masks);
        for (String line : lines) {
            String[] words = line.split(" ");
            assertThat(Double.parseDouble(words[1]) / Double.parseDouble(words[2]))
                    .as(line)
                    .isLessThanOrEqualTo(1.05);
        }
        for (Path mask : masks) assertThat(read(mask)).isEqualTo(Files.readAllBytes(Path.of(mask + ".0")));
    }

    @ParameterizedTest
    @EnumSource
    void theirCheckerComplainsOfNothing(Effort effort) throws IOException, InterruptedException {
        Random random = new Random(3);
        List<String> command = new ArrayList<>(List.of("pngcheck", "-q"));
        for (int kind = 0; kind < KINDS; kind++) {
            int width = 700 + random.nextInt(700);
            command.add(written(values(kind, width, 900, random), width, 900, effort, 3, random)
                    .toString());
        }
        Needs.part(hasChecker(), "pngcheck is missing.");
        Process checker = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(checker.waitFor()).isZero();
    }

    private static boolean hasChecker() throws InterruptedException {
        try {
            new ProcessBuilder("pngcheck", "-h").start().waitFor();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Noise, one value, a slope, noisy slopes, two values, areas, and repeated pieces. */
    private static byte[] values(int kind, int width, int height, Random random) {
        byte[] values = new byte[width * height];
        byte[] piece = new byte[50 + random.nextInt(5000)];
        random.nextBytes(piece);
        int one = random.nextInt(256);
        for (int i = 0; i < values.length; i++) {
            int x = i % width;
            int y = i / width;
            values[i] = (byte)
                    switch (kind) {
                        case 0 -> random.nextInt(256);
                        case 1 -> one;
                        case 2 -> x / 3 + y / 2;
                        case 3 -> x / 5 + y / 4 + random.nextInt(9);
                        case 4 -> (x * x + y * y) / 1000 % 2 * 255;
                        case 5 -> (x / 40 + y / 30) * 37;
                        default -> piece[i % piece.length];
                    };
        }
        return values;
    }

    private Path written(byte[] values, int width, int height, Effort effort, int threads, Random random)
            throws IOException {
        Path file = Files.createTempFile(temp, "mask", ".png");
        int rows = 1 + random.nextInt(height);
        int columns = random.nextBoolean() ? width : 1 + random.nextInt(width);
        List<Tile> tiles = Tile.blocks(width, height, columns, rows, Math.max(1, values.length / 3));
        Parallelization.runWithNumThreads(threads, () -> {
            MaskShape shape = new MaskShape(width, height, 1, false, 0, 1, Calibration.NONE);
            try (MaskWriter writer = new PngMaskWriter(file, file, shape, effort)) {
                MaskTarget target = writer.open(0);
                for (Tile tile : tiles) {
                    MaskSpan span = target.open(tile);
                    byte[] bytes = ((ByteSpan) span).array();
                    for (int y = 0; y < tile.height(); y++)
                        System.arraycopy(
                                values,
                                (int) ((tile.y() + y) * width + tile.x()),
                                bytes,
                                y * tile.width(),
                                tile.width());
                    target.written(tile, span);
                }
                writer.written(0);
                writer.finish("how it was made");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return file;
    }

    private static byte[] read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /** All sums of a PNG file are right: Java's reader checks none of them. */
    private static void requireSums(Path file) throws IOException, DataFormatException {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        int width = 0;
        int height = 0;
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(8);
            for (String name = ""; !name.equals("IEND"); ) {
                byte[] part = new byte[in.readInt() + 4];
                in.readFully(part);
                CRC32 sum = new CRC32();
                sum.update(part);
                assertThat(in.readInt()).isEqualTo((int) sum.getValue());
                name = new String(part, 0, 4, StandardCharsets.US_ASCII);
                if (name.equals("IDAT")) pixels.write(part, 4, part.length - 4);
                if (name.equals("IHDR")) {
                    width = ByteBuffer.wrap(part).getInt(4);
                    height = ByteBuffer.wrap(part).getInt(8);
                }
            }
            assertThat(in.read()).isEqualTo(-1);
        }
        byte[] rows = new byte[(width + 1) * height + 1];
        Inflater inflater = new Inflater();
        inflater.setInput(pixels.toByteArray());
        assertThat(inflater.inflate(rows)).isEqualTo(rows.length - 1);
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
    }
}
