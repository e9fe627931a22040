package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.picturefile.raster.PngChunks;
import sc.fiji.imagetomask.sample.TruthPicture;

/** {@code --find} and {@code --not}. */
class FindTest {

    private static final TruthPicture DRAWN = TruthPicture.named("patches 3");

    @TempDir
    private Path temp;

    private Path picture;
    private Path object;
    private Path background;
    private Path mask;

    @BeforeEach
    void files() throws IOException {
        picture = temp.resolve("picture.png");
        BufferedImage image = new BufferedImage(DRAWN.width(), DRAWN.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, DRAWN.width(), DRAWN.height(), DRAWN.argb(), 0, DRAWN.width());
        ImageIO.write(image, "png", picture.toFile());
        object = marks("object.png", DRAWN.stroke(true, 50, 1), 255);
        background = marks("background.png", DRAWN.stroke(false, 50, 2), 255);
        mask = temp.resolve("mask.png");
    }

    private Path marks(String name, boolean[] marked, int value) throws IOException {
        BufferedImage image = new BufferedImage(DRAWN.width(), DRAWN.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < marked.length; i++)
            image.getRaster().setSample(i % DRAWN.width(), i / DRAWN.width(), 0, marked[i] ? value : 0);
        Path file = temp.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void makesTheMaskOfTheObjectAndPrintsTheRanking() throws IOException {
        CliRun run = CliRun.java("--find", object, "--not", background, picture, mask);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out().get(0)).isEqualTo("score  settings");
        assertThat(run.out()).hasSize(10);
        assertThat(dice()).isGreaterThan(0.95);
    }

    @Test
    void whatCannotBeWrittenIsToldBeforeTheSearch() throws IOException {
        Files.writeString(mask, "kept");
        CliRun run = CliRun.java("--find", object, picture, mask);
        assertThat(run)
                .isEqualTo(
                        new CliRun(2, List.of(), List.of("'" + mask + "' exists already; use --force to replace it.")));
        assertThat(mask).hasContent("kept");
        BufferedImage slice = ImageIO.read(picture.toFile());
        Path stack = Sample.write(temp.resolve("stack.tif"), slice, slice);
        CliRun slices = CliRun.java("--find", object, stack, temp.resolve("other.png"));
        assertThat(slices.out()).isEmpty();
        assertThat(slices.err()).singleElement().asString().contains("a stack of 2 slices must go to a TIFF");
    }

    @Test
    void thePrintedOptionsMakeTheSameMask() throws IOException {
        CliRun run = CliRun.java("--find", object, picture, mask);
        byte[] found = Files.readAllBytes(mask);
        Files.delete(mask);
        List<Object> options = words(run.out().get(1).replaceFirst("^\\S+ +", ""));
        options.addAll(List.of(picture, mask));
        assertThat(CliRun.java(options.toArray()).err()).isEmpty();
        assertThat(ImageIO.read(mask.toFile()).getData().getDataBuffer().getSize())
                .isPositive();
        assertThat(Files.readAllBytes(mask)).isEqualTo(found);
    }

    /** Much red and little blue: a corner of the colours that no channel cuts off alone. */
    @Test
    void twoChannelsArePrintedAndMakeTheSameMask() throws IOException {
        BufferedImage image = new BufferedImage(DRAWN.width(), DRAWN.height(), BufferedImage.TYPE_INT_RGB);
        int[] colours =
                new Random(8).ints(DRAWN.argb().length).map(i -> i & 0xffffff).toArray();
        image.setRGB(0, 0, DRAWN.width(), DRAWN.height(), colours, 0, DRAWN.width());
        ImageIO.write(image, "png", picture.toFile());
        boolean[] corner = new boolean[colours.length];
        boolean[] others = new boolean[colours.length];
        for (int i = 0; i < colours.length; i++) {
            corner[i] = colours[i] >> 16 > 170 && (colours[i] & 255) < 85;
            others[i] = !corner[i];
        }
        object = marks("object.png", corner, 255);
        background = marks("background.png", others, 255);

        CliRun run = CliRun.java("--find", object, "--not", background, picture, mask);
        assertThat(run.out().get(1)).contains("--terms \"and ");
        assertThat(run.out().subList(2, 9)).noneMatch(line -> line.contains("--terms"));
        byte[] found = Files.readAllBytes(mask);
        List<Object> options = words(run.out().get(1).replaceFirst("^\\S+ +", ""));
        options.addAll(List.of("--force", picture, mask));
        assertThat(CliRun.java(options.toArray()).err()).isEmpty();
        assertThat(Files.readAllBytes(mask)).isEqualTo(found);
    }

    private static List<Object> words(String line) {
        List<Object> words = new ArrayList<>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line);
        while (word.find()) words.add(word.group(1) == null ? word.group(2) : word.group(1));
        return words;
    }

    @Test
    void marksOfLabelImagesCount() throws IOException {
        Path labels = marks("labels.png", DRAWN.stroke(true, 50, 1), 3);
        assertThat(CliRun.java("--find", labels, picture, mask).err())
                .containsExactly("No pixel of the picture is marked as the object, but at least one must be.");
        assertThat(CliRun.java("--find", labels, "--maskvalues", "labels", picture, mask)
                        .status())
                .isZero();
        assertThat(dice()).isGreaterThan(0.9);
    }

    @Test
    void stainsAreTakenFromTheOption() {
        CliRun run = CliRun.java("--find", object, "--stains", "H DAB", picture, mask);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .filteredOn(line -> line.contains("Stain"))
                .allMatch(line -> line.contains("--stains \"H DAB\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--not OBJECT PICTURE MASK | --not is given, but it is an option of --find.",
                "--find OBJECT --black 3 PICTURE MASK | --black is given with --find, but --find finds it; leave one of them out.",
                "--find OBJECT --terms x PICTURE MASK | --terms is given with --find, but --find finds it; leave one of them out.",
                "--find OBJECT --black x PICTURE MASK | --black is given with --find, but --find finds it; leave one of them out.",
                "--find OBJECT --preset none PICTURE MASK | --preset is given with --find, but --find finds the settings;",
                "--find OBJECT PICTURE OBJECT FOLDER | --find is given with 2 pictures, but must be given with one;",
                "--find OBJECT PICTURE OBJECT | would overwrite",
                "--find MISSING PICTURE MASK | missing.png",
            })
    void mistakesAreToldInOneSentence(String arguments, String sentence) {
        CliRun run = CliRun.java((Object[]) arguments
                .replace("OBJECT", object.toString())
                .replace("PICTURE", picture.toString())
                .replace("MASK", mask.toString())
                .replace("MISSING", temp.resolve("missing.png").toString())
                .replace("FOLDER", temp.resolve("folder").toString())
                .split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasSize(1).allMatch(line -> line.contains(sentence));
        assertThat(mask).doesNotExist();
    }

    /** It is read piece by piece, so that the search has begun. */
    @Test
    void aLargePictureThatEndsEarlyIsToldInOneSentence() throws IOException {
        int side = 2100;
        byte[] pixels = new byte[side * (1 + (side + 7) / 8)];
        new Random(5).nextBytes(pixels);
        for (int y = 0; y < side; y++) pixels[y * (1 + (side + 7) / 8)] = 0; // no filter
        byte[] rows = PngChunks.deflated(pixels);
        Path large = new PngChunks(side, side, 1, 0).add("IDAT", rows).write(temp.resolve("large.png"));
        Path cut = new PngChunks(side, side, 1, 0)
                .add("IDAT", Arrays.copyOf(rows, rows.length / 2))
                .write(temp.resolve("cut.png"));
        assertThat(CliRun.java("--find", large, cut, mask))
                .isEqualTo(new CliRun(2, List.of(), List.of("'" + cut + "' is broken: it ends early.")));
        CliRun wrong = CliRun.java("--rgb", "1,2,7", "--find", large, large, mask);
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).singleElement().asString().startsWith("rgb is 1,2,7");
    }

    private double dice() throws IOException {
        BufferedImage image = ImageIO.read(mask.toFile());
        int both = 0;
        int sum = 0;
        for (int i = 0; i < DRAWN.argb().length; i++) {
            boolean in = image.getRaster().getSample(i % DRAWN.width(), i / DRAWN.width(), 0) >= 128;
            if (in && DRAWN.isObject()[i]) both++;
            sum += (in ? 1 : 0) + (DRAWN.isObject()[i] ? 1 : 0);
        }
        return 2.0 * both / sum;
    }
}
