package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static sc.fiji.imagetomask.imagej.HighBitDepthImages.HEIGHT;
import static sc.fiji.imagetomask.imagej.HighBitDepthImages.PIXELS;
import static sc.fiji.imagetomask.imagej.HighBitDepthImages.WIDTH;
import static sc.fiji.imagetomask.imagej.HighBitDepthImages.display;
import static sc.fiji.imagetomask.imagej.HighBitDepthImages.expected;
import static sc.fiji.imagetomask.imagej.HighBitDepthImages.expectedFloats;
import static sc.fiji.imagetomask.imagej.HighBitDepthImages.floats;
import static sc.fiji.imagetomask.imagej.HighBitDepthImages.image;
import static sc.fiji.imagetomask.imagej.HighBitDepthImages.pixels;
import static sc.fiji.imagetomask.imagej.HighBitDepthImages.samples;
import static sc.fiji.imagetomask.imagej.HighBitDepthImages.shorts;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryFloatMask;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;

/** Images of 16 and 32 bits become the masks that the core makes of their values, in the range that is asked for. */
class HighBitDepthImagePlusTest {

    private static final MaskSettings SETTINGS =
            MaskSettings.of("A (LAB)").withLevels(10, 200, 1.2).withInvert(true);

    private final short[][] shorts = {shorts(1, 300), shorts(2, 500), shorts(3, 65536), shorts(4, 4000), shorts(5, 900)
    };
    private final float[][] floats = {
        floats(1, -2, 5), floats(2, 0, 1e-3f), floats(3, -1e6f, 1e6f), floats(4, 0, 1), floats(5, 3, 9)
    };

    private static ImagePlus mask(ImagePlus image, MaskSettings settings, String range, String rgb) {
        Reading reading = new Reading(NumberRange.parse(range), ChannelOrder.parse(rgb));
        return new ImagePlusMasks(new JavaEngine(), settings, reading).of(image);
    }

    private static byte[] bytes(ImagePlus image, String range, String rgb) {
        return Images.bytes(mask(image, SETTINGS, range, rgb), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void channelsOfShortsInEachRange(int count) {
        ImagePlus image = image("shorts", (Object[]) Arrays.copyOf(shorts, count));
        double[] ends = Arrays.copyOf(new double[] {20, 290, 0, 400, 100, 60000, 7, 3000}, 2 * count);
        display(image, ends);
        Pixels byDisplay = pixels(
                count == 2 ? 3 : count,
                c -> c == count
                        ? samples(new short[PIXELS], 0, 1)
                        : samples(shorts[c], (float) ends[2 * c], (float) ends[2 * c + 1]));
        String rgb = count == 4 ? "1,2,3,4" : "";
        assertThat(bytes(image, "display", rgb)).isEqualTo(expected(byDisplay, SETTINGS, null));
        for (String range : new String[] {"type", "10,250.5"}) {
            float min = range.equals("type") ? 0 : 10;
            float max = range.equals("type") ? 65535 : 250.5f;
            Pixels scaled = pixels(
                    count == 2 ? 3 : count,
                    c -> c == count ? samples(new short[PIXELS], 0, 1) : samples(shorts[c], min, max));
            assertThat(bytes(image, range, rgb)).isEqualTo(expected(scaled, SETTINGS, null));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void channelsOfFloatsInEachRange(int count) {
        ImagePlus image = image("floats", (Object[]) Arrays.copyOf(floats, count));
        double[] ends = Arrays.copyOf(new double[] {-1, 4, 0, 5e-4, -1e5, 1e6, 0.2, 0.9}, 2 * count);
        display(image, ends);
        for (String range : new String[] {"display", "type", "-0.5,0.75"}) {
            Pixels scaled = pixels(count, c -> switch (range) {
                case "display" -> samples(floats[c], (float) ends[2 * c], (float) ends[2 * c + 1]);
                case "type" -> samples(floats[c], 0, 1);
                default -> samples(floats[c], -0.5f, 0.75f);
            });
            assertThat(bytes(image, range, count == 4 ? "1,2,3,4" : ""))
                    .as(range)
                    .isEqualTo(expected(scaled, SETTINGS, null));
        }
    }

    @Test
    void anyThreeOrFourOfManyChannels() {
        ImagePlus image = image("many", (Object[]) shorts);
        display(image, 0, 300, 5, 500, 0, 65535, 1, 4000, 10, 20);
        int[][] ends = {{0, 300}, {5, 500}, {0, 65535}, {1, 4000}, {10, 20}};
        for (int[] rgb : new int[][] {{3, 1, 2}, {5, 5, 4}, {2, 4, 3, 1}}) {
            String text = Arrays.toString(rgb).replaceAll("[\\[\\] ]", "");
            Pixels chosen =
                    pixels(rgb.length, c -> samples(shorts[rgb[c] - 1], ends[rgb[c] - 1][0], ends[rgb[c] - 1][1]));
            assertThat(bytes(image, "display", text)).isEqualTo(expected(chosen, SETTINGS, null));
        }
        Pixels each = pixels(3, c -> samples(shorts[2 - c], c, 100 * (c + 1)));
        assertThat(bytes(image, "0,100,1,200,2,300", "3,2,1")).isEqualTo(expected(each, SETTINGS, null));
        assertRefused(
                image,
                "display",
                "1,2,6",
                "rgb is 1,2,6, but must be numbers from 1 to 5: the image 'many' has 5 channels.");
        assertRefused(
                image,
                "0,1,0,2",
                "1,2,3",
                "range is 0,1,0,2, but must be two numbers, or two for each of the 3" + " channels that are used.");
    }

    private static void assertRefused(ImagePlus image, String range, String rgb, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mask(image, SETTINGS, range, rgb))
                .withMessage(sentence);
    }

    @Test
    void bytesAreTakenAsTheyAreUnlessARangeIsGiven() {
        byte[][] planes = new byte[5][PIXELS];
        short[][] same = new short[5][PIXELS];
        Random random = new Random(6);
        for (int c = 0; c < 5; c++) {
            random.nextBytes(planes[c]);
            for (int i = 0; i < PIXELS; i++) same[c][i] = (short) (planes[c][i] & 255);
        }
        ImagePlus image = image("bytes", (Object[]) planes);
        display(image, 20, 90, 20, 90, 20, 90, 20, 90, 20, 90);
        byte[] exact =
                expected(new Pixels.Planar(new byte[][] {planes[4], planes[0], planes[1]}, 0, PIXELS), SETTINGS, null);
        for (String range : new String[] {"display", "type"})
            assertThat(bytes(image, range, "5,1,2")).isEqualTo(exact);
        Pixels deep = pixels(3, c -> samples(same[(c + 4) % 5], 20, 90));
        assertThat(bytes(image, "20,90", "5,1,2")).isEqualTo(expected(deep, SETTINGS, null));
    }

    @Test
    void coloursBecomeDeeperDataInAGivenRange() {
        int[] rgb = new Random(7).ints(PIXELS).toArray();
        Pixels deep = pixels(3, c -> {
            short[] values = new short[PIXELS];
            for (int i = 0; i < PIXELS; i++) values[i] = (short) (rgb[i] >> 16 - 8 * c & 255);
            return samples(values, 20, 90);
        });
        ImagePlus image = new ImagePlus("rgb", new ColorProcessor(WIDTH, HEIGHT, rgb));
        assertThat(bytes(image, "20,90", "")).isEqualTo(expected(deep, SETTINGS, null));
    }

    @Test
    void aRangeOfOneValueGivesZeroEverywhere() {
        float[] undefined = new float[PIXELS];
        Arrays.fill(undefined, Float.NaN);
        MaskSettings plain = MaskSettings.of("L (LAB)");
        for (ImagePlus image : new ImagePlus[] {image("flat", new short[PIXELS]), image("NaN", undefined)})
            assertThat(Images.bytes(mask(image, plain, "display", ""), 1)).containsOnly(0);
        assertThat(Images.bytes(mask(image("any", shorts[2]), plain, "7,7", ""), 1))
                .containsOnly(0);
    }

    @Test
    void signedValuesAreInTheRangeOfStoredOnes() {
        ImagePlus image = image("signed", shorts[2]);
        image.getCalibration().setSigned16BitCalibration();
        image.setDisplayRange(30000, 40000);
        assertThat(image.getCalibration().getFunction()).isEqualTo(Calibration.STRAIGHT_LINE);
        assertThat(bytes(image, "display", ""))
                .isEqualTo(expected(pixels(1, c -> samples(shorts[2], 30000, 40000)), SETTINGS, null));
    }

    @Test
    void aHyperstackHasOneMaskForEachZ() {
        for (Statistics statistics : Statistics.values()) {
            MaskSettings settings = SETTINGS.withStatistics(statistics).withOutput(Output.FLOAT);
            ImagePlus image = HighBitDepthImages.stack("z", 2, shorts[0], shorts[1], shorts[4], shorts[3]);
            ImagePlus mask = mask(image, settings, "0,1000", "");
            assertThat(mask.getDimensions()).containsExactly(WIDTH, HEIGHT, 1, 2, 1);
            short[] none = new short[PIXELS];
            Pixels first = pixels(3, c -> samples(new short[][] {shorts[0], shorts[1], none}[c], 0, 1000));
            float[] alone = expectedFloats(first, settings, null);
            if (statistics == Statistics.SLICE)
                assertThat(mask.getStack().getPixels(1)).isEqualTo(alone);
            else assertThat(mask.getStack().getPixels(1)).isNotEqualTo(alone);
        }
    }

    @Test
    void deepMasksAreScaledByTheirType() {
        Pixels picture = pixels(1, c -> samples(shorts[0], 0, 300));
        ImagePlusMasks masks =
                new ImagePlusMasks(new JavaEngine(), SETTINGS, Reading.DEFAULT.withRange(NumberRange.parse("0,300")));
        float[] fractions = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) fractions[i] = (shorts[2][i] & 0xffff) / 65535f;
        ImagePlus shortMask = image("m", shorts[2]);
        shortMask.setDisplayRange(100, 200);
        assertThat(Images.bytes(masks.of(image("p", shorts[0]), shortMask), 1))
                .isEqualTo(expected(picture, SETTINGS, new MemoryFloatMask(fractions, WIDTH, HEIGHT)));
        assertThat(Images.bytes(masks.of(image("p", shorts[0]), image("m", floats[0])), 1))
                .isEqualTo(expected(picture, SETTINGS, new MemoryFloatMask(floats[0], WIDTH, HEIGHT)));
        for (int i = 0; i < PIXELS; i++)
            fractions[i] = 0.299f * fractions[i]
                    + 0.587f * (shorts[3][i] & 0xffff) / 65535f
                    + 0.114f * (shorts[4][i] & 0xffff) / 65535f;
        MaskSettings precise = SETTINGS.withOutput(Output.FLOAT);
        ImagePlus colours = image("m", shorts[2], shorts[3], shorts[4]);
        float[] made = (float[]) new ImagePlusMasks(new JavaEngine(), precise, masks.reading())
                .of(image("p", shorts[0]), colours)
                .getProcessor()
                .getPixels();
        float[] expected = expectedFloats(picture, precise, new MemoryFloatMask(fractions, WIDTH, HEIGHT));
        for (int i = 0; i < PIXELS; i++)
            assertThat(made[i]).isCloseTo(expected[i], org.assertj.core.api.Assertions.within(1e-6f));
    }

    @Test
    void aDeepMaskOfBytesIsRounded() {
        ImagePlus picture = Images.noise("p", WIDTH, HEIGHT, 3);
        byte[] rounded = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) rounded[i] = (byte) Math.round((shorts[2][i] & 0xffff) / 257.0);
        assertThat(Images.bytes(new ImagePlusMasks(new JavaEngine(), SETTINGS).of(picture, image("m", shorts[2])), 1))
                .isEqualTo(Images.expected(picture, SETTINGS, rounded, null));
        assertThat(new MemoryMask(rounded, WIDTH, HEIGHT).bytes()).contains(0);
    }
}
