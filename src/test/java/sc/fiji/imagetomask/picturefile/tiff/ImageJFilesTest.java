package sc.fiji.imagetomask.picturefile.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.cli.Sample;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;

/** Stacks and composites that ImageJ has written become the masks that they become in ImageJ's menu. */
class ImageJFilesTest {

    private static final int WIDTH = 31;
    private static final int HEIGHT = 23;
    private static final String CHANNEL = "A (LAB)";

    @TempDir
    private Path temp;

    private final boolean byteOrder = Prefs.intelByteOrder;

    @AfterEach
    void restore() {
        Prefs.intelByteOrder = byteOrder;
    }

    /** Random smooth values of 8, 16 or 32 bits, or of colours, 24. */
    private static ImageStack stack(int bits, int pages) {
        Random random = new Random(bits * 100 + pages);
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int n = 0; n < pages; n++) {
            ImageProcessor page = switch (bits) {
                case 8 -> new ByteProcessor(WIDTH, HEIGHT);
                case 16 -> new ShortProcessor(WIDTH, HEIGHT);
                case 24 -> new ColorProcessor(WIDTH, HEIGHT);
                default -> new FloatProcessor(WIDTH, HEIGHT);
            };
            int across = 1 + random.nextInt(6);
            int down = 1 + random.nextInt(6);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                int value = (i % WIDTH * across + i / WIDTH * down + random.nextInt(40)) & 255;
                switch (bits) {
                    case 8 -> page.set(i, value);
                    case 16 -> page.set(i, value * 200 + random.nextInt(200));
                    case 24 -> page.set(i, value << 16 | random.nextInt(256) << 8 | 255 - value);
                    default -> page.setf(i, value / 255f);
                }
            }
            stack.addSlice(page);
        }
        return stack;
    }

    private static ImagePlus composite(int bits, int channels, int slices, int frames) {
        ImagePlus image = new ImagePlus("composite", stack(bits, channels * slices * frames));
        image.setDimensions(channels, slices, frames);
        image.setOpenAsHyperStack(true);
        return new CompositeImage(image, IJ.COMPOSITE);
    }

    private Path save(ImagePlus image, String name) {
        Path file = temp.resolve(name);
        FileSaver saver = new FileSaver(image);
        boolean isSaved =
                image.getStackSize() > 1 ? saver.saveAsTiffStack(file.toString()) : saver.saveAsTiff(file.toString());
        assertThat(isSaved).isTrue();
        return file;
    }

    private void assertMasks(Path mask, ImagePlus expected) throws IOException {
        assertThat(Sample.slices(mask)).isEqualTo(expected.getStackSize());
        for (int i = 0; i < expected.getStackSize(); i++)
            assertThat(Sample.grey(mask, i))
                    .as("slice " + i)
                    .isEqualTo(expected.getStack().getProcessor(i + 1).getPixels());
    }

    private static Reading reading(String rgb) {
        return new Reading(NumberRange.TYPE, ChannelOrder.parse(rgb));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 2, 3, 2, ''",
        "8, 3, 2, 2, ''",
        "8, 4, 1, 3, ''",
        "8, 3, 1, 1, ''",
        "8, 2, 2, 1, '2,2,1'",
        "8, 5, 2, 2, '5,1,3'",
        "8, 5, 2, 2, '5,1,3,2'",
        "16, 2, 2, 3, ''",
        "16, 3, 3, 1, ''",
        "16, 4, 2, 2, ''",
        "16, 5, 2, 1, '4,5,1'",
        "32, 3, 1, 2, ''",
        "32, 2, 1, 2, ''"
    })
    void compositesAreOnePictureForEachZAndT(int bits, int channels, int slices, int frames, String rgb)
            throws IOException {
        ImagePlus image = composite(bits, channels, slices, frames);
        Path input = save(image, "in.tif");
        Path output = temp.resolve("out.tif");
        for (Statistics statistics : Statistics.values()) {
            MaskSettings settings = MaskSettings.of(CHANNEL).withStatistics(statistics);
            CliRun run = CliRun.java(
                    "--force", "--channel", CHANNEL, "--statistics", statistics.label(), "--rgb", rgb, input, output);
            assertThat(run.problems()).isEmpty();
            ImagePlusMasks masks = new ImagePlusMasks(new JavaEngine(), settings, reading(rgb));
            assertMasks(output, masks.of(image));
            assertMasks(output, masks.of(IJ.openImage(input.toString())));
        }
    }

    @Test
    void twoChannelsHaveARangeEachAndNoBlue() throws IOException {
        ImagePlus image = composite(16, 2, 2, 1);
        Path input = save(image, "in.tif");
        Path output = temp.resolve("out.tif");
        for (String range : List.of("-9000,40000", "-9000,40000,300,20000")) {
            CliRun run = CliRun.java("--force", "--channel", "V (YUV)", "--range", range, input, output);
            assertThat(run.problems()).isEmpty();
            Reading reading = new Reading(NumberRange.parse(range), ChannelOrder.DEFAULT);
            assertMasks(output, new ImagePlusMasks(new JavaEngine(), MaskSettings.of("V (YUV)"), reading).of(image));
        }
    }

    @Test
    void channelsThatAreMissingAreToldInOneSentence() {
        Path five = save(composite(8, 5, 2, 1), "five.tif");
        Path output = temp.resolve("out.tif");
        CliRun missing = CliRun.java("--rgb", "1,2,6", five, output);
        assertThat(missing.status()).isOne();
        assertThat(missing.err())
                .containsExactly(
                        "rgb is 1,2,6, but must be numbers from 1 to 5: the picture '" + five + "' has 5 channels.");
        assertThat(output).doesNotExist();
    }

    @Test
    void inAFolderTheMasksOfChosenChannelsAreAStackToo() throws IOException {
        Path pictures = Files.createDirectory(temp.resolve("pictures"));
        ImagePlus image = composite(8, 5, 2, 1);
        save(image, "pictures/five.tif");
        CliRun run = CliRun.java("--rgb", "3,4,5", "--channel", CHANNEL, pictures, temp.resolve("masks"));
        assertThat(run.problems()).isEmpty();
        assertMasks(
                temp.resolve("masks/five.tif"),
                new ImagePlusMasks(new JavaEngine(), MaskSettings.of(CHANNEL), reading("3,4,5")).of(image));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void aCompositeAsMaskCountsByItsLuma(int channels) throws IOException {
        for (int bits : new int[] {8, 16}) {
            ImagePlus image = composite(8, 3, 2, 2);
            ImagePlus mask = composite(bits, channels, 3, 1);
            Path output = temp.resolve("out.tif");
            CliRun run = CliRun.java(
                    "--force", "--channel", CHANNEL, "--mask", save(mask, "mask.tif"), save(image, "in.tif"), output);
            assertThat(run.problems()).isEmpty();
            assertMasks(
                    output,
                    new ImagePlusMasks(new JavaEngine(), MaskSettings.of(CHANNEL), reading("")).of(image, mask));
        }
    }

    @Test
    void pagesOfTheirOwnStayPictures() throws IOException {
        ImagePlus colours = new ImagePlus("colours", stack(24, 6));
        colours.setDimensions(2, 3, 1);
        colours.setOpenAsHyperStack(true);
        assertSlices(save(colours, "colours.tif"), 6);
        Path fewer = save(composite(16, 2, 3, 1), "fewer.tif");
        byte[] bytes = Files.readAllBytes(fewer);
        replace(bytes, "channels=2", "channels=5");
        assertSlices(Files.write(fewer, bytes), 6);
        replace(bytes, "channels=5", "channels=0");
        assertSlices(Files.write(fewer, bytes), 6);
        replace(bytes, "ImageJ=", "ImageK=");
        replace(bytes, "channels=0", "channels=2");
        assertSlices(Files.write(fewer, bytes), 6);
    }

    private void assertSlices(Path path, int slices) throws IOException {
        try (PictureFile file = PictureFiles.open(path)) {
            assertThat(file.slices()).isEqualTo(slices);
            Tile all = new Tile(0, 0, WIDTH, HEIGHT);
            Pixels pixels = file.picture(slices - 1).read(all);
            ImageProcessor last = IJ.openImage(path.toString()).getStack().getProcessor(slices);
            if (pixels instanceof Pixels.HighBitDepth deep) {
                assertThat(deep.channels()).hasSize(1);
                for (int i = 0; i < all.pixels(); i++)
                    assertThat(deep.channels()[0].stored(i)).isEqualTo(last.get(i));
            } else {
                int[] argb = new int[all.pixels()];
                ((Pixels.EightBit) pixels).pack(0, argb.length, argb);
                for (int i = 0; i < argb.length; i++)
                    assertThat(argb[i] & 0xffffff).isEqualTo(last.get(i) & 0xffffff);
            }
        }
    }

    private static void replace(byte[] bytes, String text, String by) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = all.indexOf(text);
        assertThat(at).isPositive();
        System.arraycopy(by.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at, by.length());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void bandsOfCompositesAreThatOfTheWhole(int bits) throws IOException {
        Path path = save(composite(bits, 4, 2, 1), "in.tif");
        for (Path file : List.of(path, withOneDirectory(path)))
            for (String rgb : List.of("", "4,1,2"))
                for (int bytes : new int[] {1, 100, 200, 500}) {
                    SampleReading reading = new SampleReading(NumberRange.TYPE, ChannelOrder.parse(rgb));
                    try (TiffFile whole = new TiffFile(path, reading, 1 << 24);
                            TiffFile bands = new TiffFile(file, reading, bytes)) {
                        assertThat(bands.slices()).isEqualTo(2);
                        for (int i = 0; i < 2; i++) {
                            assertThat(whole.picture(i).isLazy()).isFalse();
                            assertThat(bands.picture(i).isLazy()).isTrue();
                            compare(whole.picture(i), bands.picture(i));
                            WeightMap mask = bands.mask(i);
                            assertThat(mask.isLazy()).isTrue();
                            Tile most = new Tile(0, 2, WIDTH, HEIGHT - 5);
                            MaskSpan expected = whole.mask(i).read(most);
                            MaskSpan read = mask.read(most);
                            for (int p = 0; p < most.pixels(); p++)
                                assertThat(read.fraction(p)).isEqualTo(expected.fraction(p));
                        }
                    }
                }
    }

    private static void compare(Picture whole, Picture bands) {
        for (int pixels : new int[] {20, 100, 500, 1000})
            for (Tile tile : bands.tiles(pixels))
                assertThat(TiffBandsTest.values(bands.read(tile))).isEqualTo(TiffBandsTest.values(whole.read(tile)));
    }

    /** ImageJ's byte order is a setting. */
    private static ByteBuffer ordered(byte[] tiff) {
        return ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** A copy as ImageJ would write it if it were larger than 4 GB: all directories but the first are cut off. */
    private Path withOneDirectory(Path file) throws IOException {
        ByteBuffer bytes = ordered(Files.readAllBytes(file));
        int next = 8 + 2 + 12 * bytes.getShort(8);
        int end = bytes.getInt(next);
        bytes.putInt(next, 0);
        Path copy = temp.resolve("one-" + file.getFileName());
        try (RandomAccessFile out = new RandomAccessFile(copy.toFile(), "rw")) {
            out.setLength(0);
            out.write(bytes.array(), 0, end);
        }
        return copy;
    }

    @ParameterizedTest
    @CsvSource({"8, true", "16, true", "16, false", "24, true", "32, true", "32, false"})
    void stacksWithOneDirectoryHaveAllTheirSlices(int bits, boolean isIntel) throws IOException {
        Prefs.intelByteOrder = isIntel;
        ImagePlus image = new ImagePlus("stack", stack(bits, 5));
        Path input = withOneDirectory(save(image, "in.tif"));
        Path output = temp.resolve("out.tif");
        assertThat(CliRun.java(input, output).problems()).isEmpty();
        assertMasks(output, new ImagePlusMasks(new JavaEngine(), MaskSettings.of("L (LAB)"), reading("")).of(image));
        assertMasks(
                output,
                new ImagePlusMasks(new JavaEngine(), MaskSettings.of("L (LAB)"), reading(""))
                        .of(IJ.openImage(input.toString())));
    }

    @Test
    void soDoCompositesAndMasks() throws IOException {
        ImagePlus image = composite(16, 3, 2, 2);
        ImagePlus mask = new ImagePlus("mask", stack(8, 4));
        Path output = temp.resolve("out.tif");
        CliRun run = CliRun.java(
                "--channel",
                CHANNEL,
                "--mask",
                withOneDirectory(save(mask, "mask.tif")),
                withOneDirectory(save(image, "in.tif")),
                output);
        assertThat(run.problems()).isEmpty();
        assertMasks(
                output, new ImagePlusMasks(new JavaEngine(), MaskSettings.of(CHANNEL), reading("")).of(image, mask));
    }

    @Test
    void pagesThatAreNotWhereTheyShouldBeAreToldInOneSentence() throws IOException {
        Path input = withOneDirectory(save(new ImagePlus("stack", stack(8, 5)), "in.tif"));
        byte[] bytes = Files.readAllBytes(input);
        refuses(bytes, bytes.length - 1, "but only the first one has a directory, and the file ends after 4 of them.");
        byte[] compressed = bytes.clone();
        ordered(compressed).putShort(field(compressed, 259) + 8, (short) 5);
        refuses(
                compressed,
                bytes.length,
                "but only the first one has a directory, and the others can be found only where it is in strips that are"
                        + " not compressed.");
        replace(bytes, "images=5", "images=6");
        refuses(
                bytes,
                bytes.length,
                "that it has 6 slices, but only the first one has a directory, and the file ends"
                        + " after 5 of them.");
    }

    private void refuses(byte[] bytes, int length, String sentence) throws IOException {
        Path file = Files.write(temp.resolve("refused.tif"), Arrays.copyOf(bytes, length));
        CliRun run = CliRun.java(file, temp.resolve("out.tif"));
        assertThat(run.status()).isOne();
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("'" + file + "' says ")
                .endsWith(sentence);
        assertThat(temp.resolve("out.tif")).doesNotExist();
    }

    /** Where a field of the first directory is. */
    private static int field(byte[] tiff, int tag) {
        ByteBuffer bytes = ordered(tiff);
        for (int i = 0, at = 10; i < bytes.getShort(8); i++, at += 12) if (bytes.getShort(at) == tag) return at;
        throw new AssertionError("no field " + tag);
    }

    /** Two strips of a page of 4 x 2 pixels and another page; between them a gap, or none. */
    @Test
    void stripsMayBeSeveralButMustFollowOneAnother() throws IOException {
        for (int gap : new int[] {0, 1}) {
            Path file = Files.write(temp.resolve("strips.tif"), strips(gap));
            Path output = temp.resolve("strips-" + gap + ".tif");
            CliRun run = CliRun.java(file, output);
            if (gap == 0) {
                assertThat(run.problems()).isEmpty();
                try (PictureFile opened = PictureFiles.open(file)) {
                    assertThat(((Pixels.Planar) opened.picture(1).read(new Tile(0, 0, 4, 2))).channels()[0])
                            .containsExactly(8, 9, 10, 11, 12, 13, 14, 15);
                }
            } else
                assertThat(run.err())
                        .containsExactly("'" + file + "' says that it has 2 slices, but only the first one has a"
                                + " directory, and the others can be found only where its strips follow one another.");
        }
    }

    private static byte[] strips(int gap) {
        byte[] text = "ImageJ=1.54p\nimages=2\n\0".getBytes(StandardCharsets.ISO_8859_1);
        int[][] fields = {
            {256, 4, 1, 4},
            {257, 4, 1, 2},
            {258, 4, 1, 8},
            {259, 4, 1, 1},
            {262, 4, 1, 1},
            {270, 2, text.length, 200},
            {273, 4, 2, 240},
            {278, 4, 1, 1},
            {279, 4, 2, 250}
        };
        ByteBuffer bytes = TiffHeader.of(316 + gap, fields);
        bytes.position(200).put(text);
        bytes.position(240)
                .putInt(300)
                .putInt(304 + gap)
                .position(250)
                .putInt(4)
                .putInt(4);
        for (int i = 0; i < 16; i++) bytes.put(300 + i + (i > 3 ? gap : 0), (byte) i);
        return bytes.array();
    }

    /** The file has holes, so that it takes no room. */
    @Test
    void pagesBeyond4GigabytesAreRead() throws IOException {
        Path small = withOneDirectory(save(new ImagePlus("stack", stack(8, 5)), "in.tif"));
        byte[] header = Files.readAllBytes(small);
        int start = ordered(header).getInt(field(header, 273) + 8);
        int edge = 32_000;
        ordered(header).putInt(field(header, 256) + 8, edge).putInt(field(header, 257) + 8, edge);
        ordered(header).putInt(field(header, 278) + 8, edge).putInt(field(header, 279) + 8, edge * edge);
        long page = (long) edge * edge;
        Path large = temp.resolve("large.tif");
        try (RandomAccessFile out = new RandomAccessFile(large.toFile(), "rw")) {
            out.write(header, 0, start);
            out.setLength(start + 5 * page);
            out.seek(start + 5 * page - 3);
            out.write(new byte[] {7, 8, 9});
            out.seek(start + 4 * page);
            out.write(5);
        }
        try (PictureFile file = PictureFiles.open(large)) {
            assertThat(file.slices()).isEqualTo(5);
            Picture last = file.picture(4);
            assertThat(last.isLazy()).isTrue();
            assertThat(((Pixels.Planar) last.read(new Tile(0, 0, 2, 1))).channels()[0])
                    .startsWith(5, 0);
            Tile end = new Tile(edge - 4, edge - 1, 4, 1);
            int[] argb = new int[4];
            ((Pixels.EightBit) last.read(end)).pack(0, 4, argb);
            assertThat(argb).containsExactly(0xff000000, 0xff070707, 0xff080808, 0xff090909);
        }
    }
}
