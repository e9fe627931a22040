package sc.fiji.imagetomask.picturefile.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;
import sc.fiji.imagetomask.picturefile.PictureFile;

/** Stacks of more than 4 GB, of which ImageJ writes the first directory only. */
class OneDirectoryTest {

    private static final String CHANNEL = "A (LAB)";

    @TempDir
    private Path temp;

    private final boolean byteOrder = Prefs.intelByteOrder;

    @AfterEach
    void restore() {
        Prefs.intelByteOrder = byteOrder;
    }

    @ParameterizedTest
    @CsvSource({"8, true", "16, true", "16, false", "24, true", "32, true", "32, false"})
    void stacksWithOneDirectoryHaveAllTheirSlices(int bits, boolean isIntel) throws IOException {
        Prefs.intelByteOrder = isIntel;
        ImagePlus image = new ImagePlus("stack", ImageJStacks.stack(bits, 5));
        Path input = ImageJStacks.withOneDirectory(ImageJStacks.save(temp.resolve("in.tif"), image));
        Path output = temp.resolve("out.tif");
        assertThat(CliRun.java(input, output).problems()).isEmpty();
        ImageJStacks.assertMasks(
                output,
                new ImagePlusMasks(new JavaEngine(), MaskSettings.of("L (LAB)"), ImageJStacks.reading("")).of(image));
        ImageJStacks.assertMasks(
                output,
                new ImagePlusMasks(new JavaEngine(), MaskSettings.of("L (LAB)"), ImageJStacks.reading(""))
                        .of(IJ.openImage(input.toString())));
    }

    @Test
    void soDoCompositesAndMasks() throws IOException {
        ImagePlus image = ImageJStacks.composite(16, 3, 2, 2);
        ImagePlus mask = new ImagePlus("mask", ImageJStacks.stack(8, 4));
        Path output = temp.resolve("out.tif");
        CliRun run = CliRun.java(
                "--channel",
                CHANNEL,
                "--mask",
                ImageJStacks.withOneDirectory(ImageJStacks.save(temp.resolve("mask.tif"), mask)),
                ImageJStacks.withOneDirectory(ImageJStacks.save(temp.resolve("in.tif"), image)),
                output);
        assertThat(run.problems()).isEmpty();
        ImageJStacks.assertMasks(
                output,
                new ImagePlusMasks(new JavaEngine(), MaskSettings.of(CHANNEL), ImageJStacks.reading(""))
                        .of(image, mask));
    }

    @Test
    void pagesThatAreNotWhereTheyShouldBeAreToldInOneSentence() throws IOException {
        Path input = ImageJStacks.withOneDirectory(
                ImageJStacks.save(temp.resolve("in.tif"), new ImagePlus("stack", ImageJStacks.stack(8, 5))));
        byte[] bytes = Files.readAllBytes(input);
        refuses(bytes, bytes.length - 1, "but only the first one has a directory, and the file ends after 4 of them.");
        byte[] compressed = bytes.clone();
        ImageJStacks.ordered(compressed).putShort(field(compressed, 259) + 8, (short) 5);
        refuses(
                compressed,
                bytes.length,
                "but only the first one is listed; further slices can be read only from uncompressed strips.");
        ImageJStacks.replace(bytes, "images=5", "images=6");
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
        ByteBuffer bytes = ImageJStacks.ordered(tiff);
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
        Path small = ImageJStacks.withOneDirectory(
                ImageJStacks.save(temp.resolve("in.tif"), new ImagePlus("stack", ImageJStacks.stack(8, 5))));
        byte[] header = Files.readAllBytes(small);
        int start = ImageJStacks.ordered(header).getInt(field(header, 273) + 8);
        int edge = 32_000;
        ImageJStacks.ordered(header).putInt(field(header, 256) + 8, edge).putInt(field(header, 257) + 8, edge);
        ImageJStacks.ordered(header).putInt(field(header, 278) + 8, edge).putInt(field(header, 279) + 8, edge * edge);
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
