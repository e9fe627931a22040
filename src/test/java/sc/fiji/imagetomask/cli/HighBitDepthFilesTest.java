package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryFloatMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Python;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;

/** Files of 16 bits and of floating point, from the values that they store to masks of full precision. */
class HighBitDepthFilesTest {

    @TempDir
    private static Path folder;

    @TempDir
    private Path temp;

    @BeforeAll
    static void draw() {
        Python.run("deep_pictures.py", folder);
    }

    /** What a file stores, channel by channel of slice by slice. */
    private record Stored(int width, int height, int channels, float[][] planes) {

        static Stored of(Path file) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(Path.of(file + ".values")))
                    .order(ByteOrder.LITTLE_ENDIAN);
            int width = bytes.getInt();
            int height = bytes.getInt();
            int channels = bytes.getInt();
            float[][] planes = new float[channels * bytes.getInt()][width * height];
            for (float[] plane : planes) for (int i = 0; i < plane.length; i++) plane[i] = bytes.getFloat();
            return new Stored(width, height, channels, planes);
        }

        Pixels.HighBitDepth pixels(Samples.Range range, int... chosen) {
            Samples[] samples = new Samples[chosen.length];
            for (int c = 0; c < samples.length; c++) samples[c] = new Samples.Floats(planes[chosen[c]], range);
            return new Pixels.HighBitDepth(samples, 0, width * height);
        }
    }

    @Test
    void theValuesOfFilesArriveAsTheyAre() throws IOException {
        SoftAssertions all = new SoftAssertions();
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(PictureFormat::isPictureName).sorted().toList();
        }
        for (Path file : files)
            all.assertThatCode(() -> compare(file)).as(file.toString()).doesNotThrowAnyException();
        all.assertAll();
        assertThat(files).hasSize(39);
    }

    private static void compare(Path path) throws IOException {
        Stored stored = Stored.of(path);
        float most = path.getFileName().toString().startsWith("float") ? 1 : 65535;
        try (PictureFile file = PictureFiles.open(path)) {
            assertThat(file.slices() * stored.channels).isEqualTo(stored.planes.length);
            for (int i = 0; i < file.slices(); i++) {
                Tile whole = new Tile(0, 0, stored.width, stored.height);
                Pixels.HighBitDepth pixels =
                        (Pixels.HighBitDepth) file.picture(i).read(whole);
                assertThat(pixels.channels()).hasSize(stored.channels);
                for (int c = 0; c < stored.channels; c++) {
                    Samples samples = pixels.channels()[c];
                    assertThat(values(samples)).isEqualTo(stored.planes[i * stored.channels + c]);
                    assertThat(samples instanceof Samples.Shorts).isEqualTo(most > 1 && stored.channels == 1);
                    assertThat(samples.range()).isEqualTo(new Samples.Range(0, most));
                }
                if (stored.channels < 3) {
                    float[] mask = ((MemoryFloatMask) file.mask(i)).values();
                    float[] scaled = stored.planes[i * stored.channels].clone();
                    for (int p = 0; p < mask.length; p++) scaled[p] /= most;
                    assertThat(mask).isEqualTo(scaled);
                }
            }
        }
    }

    @Test
    void maskOf16BitsAnd32BitOutputKeepThePrecision() throws IOException {
        Path picture = folder.resolve("3.png");
        Path mask = folder.resolve("1.png");
        Path output = temp.resolve("mask.tif");
        CliRun run = CliRun.of(
                "--engine",
                "java",
                "--channel",
                "S (HSV)",
                "--range",
                "1000,60000",
                "--output",
                "32-bit",
                "--mask",
                mask,
                picture,
                output);
        assertThat(run.problems()).isEmpty();
        Stored stored = Stored.of(picture);
        float[] factors = Stored.of(mask).planes[0].clone();
        for (int i = 0; i < factors.length; i++) factors[i] /= 65535;
        assertMask(output, stored, stored.pixels(new Samples.Range(1000, 60000), 0, 1, 2), factors);
    }

    @Test
    void channelsAreChosenOfAnyNumber() throws IOException {
        for (String name : new String[] {"five-True.tif", "five-False.tif"}) {
            Path picture = folder.resolve("refused").resolve(name);
            Path output = temp.resolve(name);
            CliRun run = CliRun.of(
                    "--engine",
                    "java",
                    "--channel",
                    "S (HSV)",
                    "--rgb",
                    "5,2,3",
                    "--output",
                    "32-bit",
                    picture,
                    output);
            assertThat(run.problems()).isEmpty();
            Stored stored = Stored.of(picture);
            assertMask(output, stored, stored.pixels(Samples.Range.UNIT, 4, 1, 2), null);
        }
    }

    private static float[] values(Samples samples) {
        float[] values = new float[samples.length()];
        for (int i = 0; i < values.length; i++) values[i] = samples.stored(i);
        return values;
    }

    private static void assertMask(Path file, Stored stored, Pixels.HighBitDepth pixels, float[] factors)
            throws IOException {
        MemoryFloatMask expected = new MemoryFloatMask(stored.width, stored.height);
        MaskSettings settings = MaskSettings.of("S (HSV)").withOutput(Output.FLOAT);
        MemoryPicture picture = new MemoryPicture(pixels, stored.width, stored.height);
        MemoryFloatMask mask = factors == null ? null : new MemoryFloatMask(factors, stored.width, stored.height);
        new ImageToMask(new JavaEngine(), settings).mask(new MaskInput(picture, mask, null), expected);
        assertThat(Sample.raster(file, 0).getSamples(0, 0, stored.width, stored.height, 0, (float[]) null))
                .isEqualTo(expected.values());
        Set<Float> levels = new HashSet<>();
        for (float value : expected.values()) levels.add(value);
        assertThat(levels).as("more than 8 bits have").hasSizeGreaterThan(256);
    }

    @Test
    void anExplicitRangeMakesBytesDeep() throws IOException {
        Path bytes = Sample.of(20, 10, 3, 1).write(temp.resolve("in.png"));
        Tile whole = new Tile(0, 0, 20, 10);
        try (PictureFile file =
                PictureFiles.open(bytes, new SampleReading(NumberRange.of(10, 90), ChannelOrder.DEFAULT))) {
            assertThat(((Pixels.HighBitDepth) file.picture(0).read(whole)).channels()[1].range())
                    .isEqualTo(new Samples.Range(10, 90));
        }
        try (PictureFile file =
                PictureFiles.open(bytes, new SampleReading(NumberRange.TYPE, ChannelOrder.parse("3,2,1")))) {
            assertThat(((Pixels.Planar) file.picture(0).read(whole)).channels()[0])
                    .isEqualTo(Sample.of(20, 10, 3, 1).bands()[2]);
        }
    }

    @Test
    void whatIsNotSupportedIsSaidInOneSentence() {
        refuses("five.tif", SampleReading.DEFAULT, "has 5 channels and does not say which are red, green and blue");
        refuses("white.tif", SampleReading.DEFAULT, "has floating point with 0 as white, but 0 must be black.");
        SampleReading sixth = new SampleReading(NumberRange.TYPE, ChannelOrder.parse("1,2,6"));
        refuses("five.tif", sixth, "rgb is 1,2,6, but must be numbers from 1 to 5: the picture '");
    }

    private static void refuses(String name, SampleReading reading, String sentence) {
        Path path = folder.resolve("refused").resolve(name);
        assertThatThrownBy(() -> {
                    try (PictureFile file = PictureFiles.open(path, reading)) {
                        file.picture(0);
                    }
                })
                .isInstanceOf(UnsupportedPictureException.class)
                .hasMessageContaining(sentence);
    }
}
