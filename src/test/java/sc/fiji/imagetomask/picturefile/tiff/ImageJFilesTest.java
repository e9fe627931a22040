package sc.fiji.imagetomask.picturefile.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.bands.SameTiles;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;

/** Stacks and composites that ImageJ has written become the masks that they become in ImageJ's menu. */
class ImageJFilesTest {

    private static final String CHANNEL = "A (LAB)";

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({
        "8, 2, 3, 2, display",
        "8, 3, 2, 2, display",
        "8, 4, 1, 3, display",
        "8, 3, 1, 1, display",
        "8, 2, 2, 1, '2,2,1'",
        "8, 5, 2, 2, '5,1,3'",
        "8, 5, 2, 2, '5,1,3,2'",
        "16, 2, 2, 3, display",
        "16, 3, 3, 1, display",
        "16, 4, 2, 2, display",
        "16, 5, 2, 1, '4,5,1'",
        "32, 3, 1, 2, display",
        "32, 2, 1, 2, display"
    })
    void compositesAreOnePictureForEachZAndT(int bits, int channels, int slices, int frames, String rgb)
            throws IOException {
        ImagePlus image = ImageJStacks.composite(bits, channels, slices, frames);
        Path input = ImageJStacks.save(temp.resolve("in.tif"), image);
        Path output = temp.resolve("out.tif");
        for (Statistics statistics : Statistics.values()) {
            MaskSettings settings = MaskSettings.of(CHANNEL).withStatistics(statistics);
            CliRun run = CliRun.java(
                    "--force", "--channel", CHANNEL, "--statistics", statistics.label(), "--rgb", rgb, input, output);
            assertThat(run.problems()).isEmpty();
            ImagePlusMasks masks = new ImagePlusMasks(new JavaEngine(), settings, ImageJStacks.reading(rgb));
            ImageJStacks.assertMasks(output, masks.of(image));
            ImageJStacks.assertMasks(output, masks.of(IJ.openImage(input.toString())));
        }
    }

    @Test
    void twoChannelsHaveARangeEachAndNoBlue() throws IOException {
        ImagePlus image = ImageJStacks.composite(16, 2, 2, 1);
        Path input = ImageJStacks.save(temp.resolve("in.tif"), image);
        Path output = temp.resolve("out.tif");
        for (String range : List.of("-9000,40000", "-9000,40000,300,20000")) {
            CliRun run = CliRun.java("--force", "--channel", "V (YUV)", "--range", range, input, output);
            assertThat(run.problems()).isEmpty();
            Reading reading = new Reading(NumberRange.parse(range), ChannelOrder.DEFAULT);
            ImageJStacks.assertMasks(
                    output, new ImagePlusMasks(new JavaEngine(), MaskSettings.of("V (YUV)"), reading).of(image));
        }
    }

    @Test
    void channelsThatAreMissingAreToldInOneSentence() {
        Path five = ImageJStacks.save(temp.resolve("five.tif"), ImageJStacks.composite(8, 5, 2, 1));
        Path output = temp.resolve("out.tif");
        CliRun missing = CliRun.java("--rgb", "1,2,6", five, output);
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err())
                .containsExactly(
                        "rgb is 1,2,6, but must be numbers from 1 to 5: the picture '" + five + "' has 5 channels.");
        assertThat(output).doesNotExist();
    }

    @Test
    void inAFolderTheMasksOfChosenChannelsAreAStackToo() throws IOException {
        Path pictures = Files.createDirectory(temp.resolve("pictures"));
        ImagePlus image = ImageJStacks.composite(8, 5, 2, 1);
        ImageJStacks.save(temp.resolve("pictures/five.tif"), image);
        CliRun run = CliRun.java("--rgb", "3,4,5", "--channel", CHANNEL, pictures, temp.resolve("masks"));
        assertThat(run.problems()).isEmpty();
        ImageJStacks.assertMasks(
                temp.resolve("masks/five.tif"),
                new ImagePlusMasks(new JavaEngine(), MaskSettings.of(CHANNEL), ImageJStacks.reading("3,4,5"))
                        .of(image));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void aCompositeAsMaskCountsByItsLuma(int channels) throws IOException {
        for (int bits : new int[] {8, 16}) {
            ImagePlus image = ImageJStacks.composite(8, 3, 2, 2);
            ImagePlus mask = ImageJStacks.composite(bits, channels, 3, 1);
            Path output = temp.resolve("out.tif");
            CliRun run = CliRun.java(
                    "--force",
                    "--channel",
                    CHANNEL,
                    "--mask",
                    ImageJStacks.save(temp.resolve("mask.tif"), mask),
                    ImageJStacks.save(temp.resolve("in.tif"), image),
                    output);
            assertThat(run.problems()).isEmpty();
            ImageJStacks.assertMasks(
                    output,
                    new ImagePlusMasks(new JavaEngine(), MaskSettings.of(CHANNEL), ImageJStacks.reading(""))
                            .of(image, mask));
        }
    }

    @Test
    void pagesOfTheirOwnStayPictures() throws IOException {
        ImagePlus colours = new ImagePlus("colours", ImageJStacks.stack(24, 6));
        colours.setDimensions(2, 3, 1);
        colours.setOpenAsHyperStack(true);
        assertSlices(ImageJStacks.save(temp.resolve("colours.tif"), colours), 6);
        Path fewer = ImageJStacks.save(temp.resolve("fewer.tif"), ImageJStacks.composite(16, 2, 3, 1));
        byte[] bytes = Files.readAllBytes(fewer);
        ImageJStacks.replace(bytes, "channels=2", "channels=5");
        assertSlices(Files.write(fewer, bytes), 6);
        ImageJStacks.replace(bytes, "channels=5", "channels=0");
        assertSlices(Files.write(fewer, bytes), 6);
        ImageJStacks.replace(bytes, "ImageJ=", "ImageK=");
        ImageJStacks.replace(bytes, "channels=0", "channels=2");
        assertSlices(Files.write(fewer, bytes), 6);
    }

    private void assertSlices(Path path, int slices) throws IOException {
        try (PictureFile file = PictureFiles.open(path)) {
            assertThat(file.slices()).isEqualTo(slices);
            Tile all = new Tile(0, 0, ImageJStacks.WIDTH, ImageJStacks.HEIGHT);
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

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void bandsOfCompositesAreThatOfTheWhole(int bits) throws IOException {
        Path path = ImageJStacks.save(temp.resolve("in.tif"), ImageJStacks.composite(bits, 4, 2, 1));
        for (Path file : List.of(path, ImageJStacks.withOneDirectory(path)))
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
                            Tile most = new Tile(0, 2, ImageJStacks.WIDTH, ImageJStacks.HEIGHT - 5);
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
            for (Tile tile : bands.tiles(pixels)) SameTiles.require(whole, bands, tile);
    }
}
