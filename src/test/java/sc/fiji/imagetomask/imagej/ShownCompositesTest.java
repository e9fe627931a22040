package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.RGBStackConverter;
import ij.process.LUT;
import java.awt.Color;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.Reading;

/** Composites have the colours in which ImageJ shows them: those of its own conversion to RGB. */
class ShownCompositesTest {

    private static final int WIDTH = 61;
    private static final int HEIGHT = 47;
    private static final int PIXELS = WIDTH * HEIGHT;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void bytesAreThoseOfImageJ(int channels) {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(100 * channels + seed);
            CompositeImage image = composite(random, channels, 8);
            for (int c = 1; c <= channels; c++) show(image, c, lut(random, c), ends(random, 256));
            if (seed % 3 == 0 && channels > 1) image.getActiveChannels()[random.nextInt(channels)] = false;
            if (seed % 5 == 0) image.setMode(seed % 2 == 0 ? CompositeImage.COLOR : CompositeImage.GRAYSCALE);
            int[] shown = rgb(image);
            if (channels > 1) assertThat(argb(image)).as("seed " + seed).isEqualTo(shown);
        }
    }

    /** What the picture of a composite is, all masks are. */
    @Test
    void masksAreThoseOfTheConvertedImage() {
        Random random = new Random(5);
        CompositeImage image = composite(random, 5, 8);
        for (int c = 1; c <= 5; c++) show(image, c, lut(random, c), ends(random, 256));
        ImagePlus converted = converted(image);
        for (Channel channel : Channel.values()) {
            ImagePlusMasks masks = new ImagePlusMasks(new JavaEngine(), SomeFormulas.settings(channel));
            assertThat(Images.bytes(masks.of(image), 1)).isEqualTo(Images.bytes(masks.of(converted), 1));
        }
    }

    /** At values for which ImageJ need not round, colours are its bytes, whatever the tables are. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void deeperValuesOnAColourHaveIt(int channels) {
        for (int bits : new int[] {16, 32})
            for (int seed = 0; seed < 20; seed++) {
                Random random = new Random(seed);
                CompositeImage image = composite(random, channels, bits);
                double[] min = new double[channels];
                for (int c = 0; c < channels; c++) {
                    min[c] = random.nextInt(1000);
                    Object plane = image.getStack().getPixels(c + 1);
                    for (int i = 0; i < PIXELS; i++) {
                        int value = (int) min[c] - 20 + random.nextInt(300);
                        if (plane instanceof short[] shorts) shorts[i] = (short) Math.max(0, value);
                        else ((float[]) plane)[i] = value;
                    }
                    show(image, c + 1, lut(random, c + 1), min[c], min[c] + 255);
                }
                assertThat(argb(image)).as("%d bits, seed %d", bits, seed).isEqualTo(rgb(image));
            }
    }

    /** As a mask, a composite is shown in the whole range of its type, as every mask is. */
    @Test
    void asAMaskTheLumaOfTheColoursCounts() {
        Random random = new Random(6);
        CompositeImage image = composite(random, 4, 8);
        for (int c = 1; c <= 4; c++) show(image, c, lut(random, c), 0, 255);
        ImagePlusMasks masks = new ImagePlusMasks(new JavaEngine(), MaskSettings.DEFAULT);
        ImagePlus picture = Images.noise("picture", WIDTH, HEIGHT, 1);
        assertThat(Images.bytes(masks.of(picture, image), 1))
                .isEqualTo(Images.bytes(masks.of(picture, converted(image)), 1));
    }

    /** Between two colours, they change linearly; ImageJ takes the nearer one. */
    @Test
    void deeperValuesAreNotRoundedToOneOf256() {
        for (int bits : new int[] {16, 32}) {
            Random random = new Random(bits);
            CompositeImage image = composite(random, 4, bits);
            Color[] colours = {Color.MAGENTA, new Color(20, 200, 90), Color.CYAN, Color.GRAY};
            for (int c = 1; c <= 4; c++)
                show(image, c, LUT.createLutFromColor(colours[c - 1]), 100 * c, bits == 16 ? 60000 : 5000 + c);
            int[] shown = rgb(image);
            Pixels.HighBitDepth pixels = (Pixels.HighBitDepth) pixels(image);
            int whole = 0;
            for (int i = 0; i < PIXELS; i++) {
                float[] ours = {pixels.red(i), pixels.green(i), pixels.blue(i)};
                for (int c = 0; c < 3; c++) {
                    double value = Math.min(1, ours[c]) * 255;
                    assertThat(value)
                            .isBetween((shown[i] >> 16 - 8 * c & 255) - 4.5, (shown[i] >> 16 - 8 * c & 255) + 4.5);
                    if (value == Math.rint(value) && value > 0 && value < 255) whole++;
                }
            }
            assertThat(whole).isLessThan(PIXELS * 3 / 2);
        }
    }

    /** As they were before composites had their colours; alpha is what a fourth number says, and nothing else. */
    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void redGreenAndBlueInThisOrderStayAsTheyWere(int bits) {
        Random random = new Random(bits);
        CompositeImage image = composite(random, 3, bits);
        for (Channel channel : Channel.values()) {
            MaskSettings settings = SomeFormulas.settings(channel);
            byte[] byNumbers = mask(image, settings, "1,2,3");
            assertThat(mask(image, settings, "display")).isEqualTo(byNumbers);
            image.setMode(CompositeImage.GRAYSCALE);
            assertThat(mask(image, settings, "")).isEqualTo(byNumbers);
            image.setMode(CompositeImage.COMPOSITE);
        }
    }

    @Test
    void aMergeHasItsColoursWhereverItsChannelsAre() {
        for (int bits : new int[] {8, 16, 32}) {
            CompositeImage image = composite(new Random(1), 4, bits);
            Color[] colours = {Color.GRAY, Color.GREEN, Color.BLUE, Color.RED};
            for (int c = 1; c <= 4; c++)
                show(image, c, LUT.createLutFromColor(colours[c - 1]), 0, bits == 8 ? 255 : bits == 16 ? 65535 : 1e5);
            image.getActiveChannels()[0] = false;
            for (Channel channel : new Channel[] {Channel.RGB_B, Channel.RGB_R, Channel.LAB_A})
                assertThat(mask(image, SomeFormulas.settings(channel), "display"))
                        .isEqualTo(mask(image, SomeFormulas.settings(channel), "4,2,3"));
        }
    }

    @Test
    void anEmptyFourthChannelIsNoAlpha() {
        for (int bits : new int[] {8, 16, 32}) {
            CompositeImage image = composite(new Random(2), 4, bits);
            Object empty = composite(new Random(2), 1, bits).getStack().getPixels(1);
            for (int i = 0; i < PIXELS; i++)
                if (empty instanceof byte[] bytes) bytes[i] = 0;
                else if (empty instanceof short[] shorts) shorts[i] = 0;
                else ((float[]) empty)[i] = 0;
            image.getStack().setPixels(empty, 4);
            show(image, 4, LUT.createLutFromColor(Color.WHITE), 0, 255);
            MaskSettings settings = MaskSettings.of("L (LAB)");
            assertThat(mask(image, settings, "display")).isEqualTo(mask(image, settings, "1,2,3"));
            assertThat(mask(image, settings, "1,2,3,4")).containsOnly(0);
        }
    }

    /** Without colours of their own, channels have those that ImageJ's Make Composite gives them. */
    @Test
    void channelsWithoutColours() {
        for (int channels = 2; channels <= 7; channels++) {
            ImagePlus plain = new ImagePlus(
                    "plain", composite(new Random(channels), channels, 8).getStack());
            plain.setDimensions(channels, 1, 1);
            assertThat(plain).isNotInstanceOf(CompositeImage.class);
            assertThat(argb(plain)).isEqualTo(rgb(new CompositeImage(plain, CompositeImage.COMPOSITE)));
        }
    }

    @Test
    void aMaskIsMadeAgainInTheColoursThatAreShown() {
        for (int bits : new int[] {8, 16}) {
            CompositeImage image = composite(new Random(3), 3, bits);
            Random random = new Random(4);
            for (int c = 1; c <= 3; c++) show(image, c, lut(random, c), ends(random, bits == 8 ? 256 : 5000));
            ImagePlus mask = new ImagePlusMasks(new JavaEngine(), MaskSettings.of("B (LAB)")).of(image);
            MaskOptions options = MaskInfo.of(mask).options();
            assertThat(options.reading().rgb()).isEqualTo(ChannelOrder.DEFAULT);
            assertThat(mask.getProperty("Info").toString()).contains(" rgb=display");
            ImagePlus again = new ImagePlusMasks(new JavaEngine(), options.settings(), options.reading()).of(image);
            assertThat(Images.bytes(again, 1)).isEqualTo(Images.bytes(mask, 1));
            assertThat(again.getProperty("Info")).isEqualTo(mask.getProperty("Info"));
            mask.setProperty("Info", mask.getProperty("Info").toString().replace(" rgb=display", ""));
            assertThat(MaskInfo.of(mask).options().reading().rgb())
                    .as("as before there was a choice")
                    .isEqualTo(ChannelOrder.STORED);
        }
    }

    private static byte[] mask(ImagePlus image, MaskSettings settings, String rgb) {
        Reading reading = Reading.DEFAULT.withRgb(ChannelOrder.parse(rgb));
        return Images.bytes(new ImagePlusMasks(new JavaEngine(), settings, reading).of(image), 1);
    }

    private static CompositeImage composite(Random random, int channels, int bits) {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int c = 0; c < channels; c++) stack.addSlice("", plane(random, bits));
        ImagePlus image = new ImagePlus("composite", stack);
        image.setDimensions(channels, 1, 1);
        return new CompositeImage(image, CompositeImage.COMPOSITE);
    }

    private static Object plane(Random random, int bits) {
        byte[] bytes = new byte[PIXELS];
        short[] shorts = new short[PIXELS];
        float[] floats = new float[PIXELS];
        random.nextBytes(bytes);
        for (int i = 0; i < PIXELS; i++) shorts[i] = (short) random.nextInt(65536);
        for (int i = 0; i < PIXELS; i++) floats[i] = random.nextFloat() * 5000;
        return bits == 8 ? bytes : bits == 16 ? shorts : floats;
    }

    private static double[] ends(Random random, int most) {
        int a = random.nextInt(most);
        int b = random.nextInt(most);
        return random.nextInt(4) == 0 ? new double[] {0, most - 1} : new double[] {Math.min(a, b), Math.max(a, b)};
    }

    private static void show(CompositeImage image, int channel, LUT lut, double... ends) {
        LUT shown = (LUT) lut.clone();
        shown.min = ends[0];
        shown.max = ends[1];
        image.setChannelLut(shown, channel);
    }

    /** Of one colour, its inverse, or noise. */
    private static LUT lut(Random random, int channel) {
        LUT plain = LUT.createLutFromColor(new Color(random.nextInt(1 << 24)));
        return switch (random.nextInt(4)) {
            case 0 -> plain;
            case 1 -> plain.createInvertedLut();
            case 2 -> LUT.createLutFromColor(new Color[] {Color.RED, Color.GREEN, Color.BLUE}[channel % 3]);
            default -> {
                byte[][] rgb = new byte[3][256];
                for (byte[] table : rgb) random.nextBytes(table);
                yield new LUT(rgb[0], rgb[1], rgb[2]);
            }
        };
    }

    private static ImagePlus converted(CompositeImage image) {
        CompositeImage copy = new CompositeImage(image.duplicate(), CompositeImage.COMPOSITE);
        copy.setLuts(image.getLuts());
        if (image.getMode() == CompositeImage.COMPOSITE)
            System.arraycopy(image.getActiveChannels(), 0, copy.getActiveChannels(), 0, 7);
        copy.reset();
        copy.updateAndDraw();
        RGBStackConverter.convertToRGB(copy);
        return copy;
    }

    private static int[] rgb(CompositeImage image) {
        int[] pixels = ((int[]) converted(image).getProcessor().convertToRGB().getPixels()).clone();
        for (int i = 0; i < pixels.length; i++) pixels[i] |= 0xff000000;
        return pixels;
    }

    private static Pixels pixels(ImagePlus image) {
        Picture picture =
                ImagePlusPictures.of(image, Reading.DEFAULT, Slices.ALL, 1).picture(0);
        return picture.read(new Tile(0, 0, WIDTH, HEIGHT));
    }

    private static int[] argb(ImagePlus image) {
        int[] argb = new int[PIXELS];
        Pixels pixels = pixels(image);
        if (pixels instanceof Pixels.EightBit bytes) bytes.pack(0, PIXELS, argb);
        else {
            Pixels.HighBitDepth deep = (Pixels.HighBitDepth) pixels;
            for (int i = 0; i < PIXELS; i++)
                argb[i] = 0xff000000 | byteOf(deep.red(i)) << 16 | byteOf(deep.green(i)) << 8 | byteOf(deep.blue(i));
        }
        return argb;
    }

    private static int byteOf(float unit) {
        return Math.round(255 * Math.min(Math.max(unit, 0), 1));
    }
}
