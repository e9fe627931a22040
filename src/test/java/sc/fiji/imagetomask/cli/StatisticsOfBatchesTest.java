package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ij.io.Opener;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.MaskRecord;
import sc.fiji.imagetomask.picturefile.raster.PngText;
import sc.fiji.imagetomask.picturefile.tiff.TiffInfo;

/** With statistics=batch a blank control slide and a stained one are stretched by one range. */
class StatisticsOfBatchesTest {

    private static final int SIZE = 120;

    @TempDir
    Path temp;

    private Path in;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        in = Files.createDirectory(temp.resolve("in"));
        out = temp.resolve("out");
        slide("blank.png", 1, false);
        slide("stained.png", 2, true);
    }

    /** Nearly white with some noise; a stained one has a brown disc. */
    private void slide(String name, int seed, boolean isStained) throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int y = 0; y < SIZE; y++)
            for (int x = 0; x < SIZE; x++) {
                boolean isBrown = isStained && Math.hypot(x - 60, y - 60) < 40;
                int noise = random.nextInt(9);
                image.setRGB(x, y, (isBrown ? 0x8b5a2b : 0xe0e0e0) + noise * (1 + random.nextInt(3) * 256));
            }
        ImageIO.write(image, "png", in.resolve(name).toFile());
    }

    private List<FileMask> made(String options) throws IOException {
        List<FileMask> told = new ArrayList<>();
        FileBatch.of(MaskOptions.parse("channel=[S (HSV)] engine=java " + options))
                .withThreads(3)
                .replacing()
                .run(List.of(in), out, told::add);
        return told;
    }

    private double positive(String name) throws IOException {
        int count = 0;
        for (byte value : Sample.grey(out.resolve(name), 0)) if ((value & 255) >= 128) count++;
        return (double) count / (SIZE * SIZE);
    }

    private String clip(String name) {
        String record = PngText.read(out.resolve(name), PngText.MASK_RECORD);
        return MaskRecord.parse(record).options().settings().clip().text();
    }

    @Test
    void aBlankSlideStaysBlackBesideAStainedOne() throws IOException {
        made("statistics=slice");
        assertThat(positive("blank.png")).isGreaterThan(0.1);
        assertThat(clip("blank.png")).isEqualTo("auto");
        double stained = positive("stained.png");

        made("statistics=batch");
        assertThat(positive("blank.png")).isZero();
        assertThat(positive("stained.png")).isBetween(stained - 0.02, stained + 0.02);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "invert=true gray=1.5 black=9", "channel=[H (HSV)] hue=100", "inside=true output=32-bit"})
    void theRecordGivesTheSameMaskAlone(String options) throws IOException {
        boolean isFloat = options.contains("32-bit");
        String suffix = isFloat ? ".tif" : ".png";
        String channel = options.contains("channel") ? "" : "channel=[S (HSV)] ";
        FileBatch.of(MaskOptions.parse(channel + options + " engine=java statistics=batch"))
                .run(List.of(in), out, mask -> {});
        Path alone = Files.createDirectory(temp.resolve("alone"));
        for (String name : List.of("blank", "stained")) {
            Path mask = out.resolve(name + suffix);
            String record = isFloat ? TiffInfo.of(mask) : PngText.read(mask, PngText.MASK_RECORD);
            MaskOptions again = MaskRecord.parse(record).options();
            assertThat(again.settings().clip().fixed()).isNotNull();
            FileBatch.of(again).run(List.of(in.resolve(name + ".png")), alone, one -> {});
            assertThat(pixels(alone.resolve(name + suffix))).as(name).isEqualTo(pixels(mask));
        }
    }

    private static Object pixels(Path mask) {
        return new Opener().openImage(mask.toString()).getProcessor().getPixels();
    }

    @Test
    void aBrokenPictureIsLeftOutAndToldOnce() throws IOException {
        made("statistics=batch");
        String range = clip("stained.png");
        Files.writeString(in.resolve("broken.png"), "no picture");
        List<FileMask> told = made("statistics=batch");
        assertThat(told).hasSize(3);
        assertThat(told)
                .filteredOn(mask -> !mask.isMade())
                .singleElement()
                .satisfies(mask -> assertThat(mask.line()).contains("broken.png' is not a PNG"));
        assertThat(clip("stained.png")).isEqualTo(range);
        assertThat(clip("blank.png")).isEqualTo(range);
    }

    @Test
    void onePictureIsLikeAStack() throws IOException {
        Files.delete(in.resolve("blank.png"));
        made("statistics=batch");
        byte[] batch = Sample.grey(out.resolve("stained.png"), 0);
        made("statistics=stack");
        assertThat(Sample.grey(out.resolve("stained.png"), 0)).isEqualTo(batch);
        assertMade("--channel", "S (HSV)", "--statistics", "batch", in.resolve("stained.png"), temp.resolve("one.png"));
        assertThat(Sample.grey(temp.resolve("one.png"), 0)).isEqualTo(batch);
    }

    @Test
    void aRangeThatWasGivenIsKept() throws IOException {
        made("statistics=batch clip=3,180");
        assertThat(clip("blank.png")).isEqualTo("3,180");
    }

    @Test
    void picturesOfOneValueHaveARangeToo() throws IOException {
        for (String name : List.of("blank.png", "stained.png"))
            ImageIO.write(
                    new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB),
                    "png",
                    in.resolve(name).toFile());
        assertThat(made("statistics=batch")).allMatch(FileMask::isMade);
        assertThat(clip("blank.png")).isEqualTo("0,1");
        assertThat(Sample.grey(out.resolve("blank.png"), 0)).containsOnly(0);
    }

    private static void assertMade(Object... words) {
        assertThat(CliRun.java(words).status()).isZero();
    }

    /** A resumed batch with the same pictures makes nothing again; with a further one the range may be another. */
    @Test
    void aResumedBatchHasTheRangeOfAllPictures() throws IOException {
        Object[] words = {"--channel", "S (HSV)", "--statistics", "batch", "--resume", in, out};
        assertMade(words);
        String range = clip("blank.png");
        Files.delete(out.resolve("blank.png"));
        assertMade(words);
        assertThat(clip("blank.png")).isEqualTo(range);
        BufferedImage red = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIZE * SIZE; i++) red.setRGB(i % SIZE, i / SIZE, 0xff0000);
        ImageIO.write(red, "png", in.resolve("red.png").toFile());
        assertMade(words);
        assertThat(clip("blank.png")).isEqualTo(clip("red.png")).isNotEqualTo(range);
    }
}
