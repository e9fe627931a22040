package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.img.ImgMasks;
import sc.fiji.imagetomask.img.ImgPictures;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;

class ImgLib2ToMaskCommandTest {

    private static final int[] ARGB = new Random(2).ints(30 * 20).toArray();
    private static final byte[] BYTES = new byte[30 * 20];

    private static final List<String> INPUTS = List.of(
            "image",
            "channel",
            "hue",
            "clip",
            "black",
            "white",
            "white2",
            "black2",
            "gray",
            "invert",
            "statistics",
            "inside",
            "mask",
            "limited",
            "axis",
            "range",
            "rgb",
            "opaque",
            "output",
            "engine");

    private static Context context;
    private static CommandService commands;

    @BeforeAll
    static void start() {
        new Random(3).nextBytes(BYTES);
        context = new Context(CommandService.class);
        context.service(LogService.class).setLevel(LogLevel.NONE);
        commands = context.service(CommandService.class);
    }

    @AfterAll
    static void stop() {
        context.dispose();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anImageAloneTakesTheDefaults(boolean process) throws Exception {
        CommandModule module = run(process, "image", colours(), "engine", "java");
        assertThat(module.isCanceled()).isFalse();
        assertThat(pixels(module)).isEqualTo(bytes(masks(MaskSettings.DEFAULT).of(ImgPictures.argb(colours()))));
    }

    @Test
    void everySettingArrives() throws Exception {
        MaskSettings settings =
                MaskSettings.of("V (YUV)").withLevels(200, 20, 0.7).withInvert(true);
        CommandModule module = run(
                true, "image", colours(), "channel", "V (YUV)", "black", 200, "white", 20, "gray", 0.7, "invert", true,
                "mask", grey(), "opaque", true, "axis", -1, "engine", "java");
        assertThat(pixels(module)).isEqualTo(bytes(masks(settings).of(ImgPictures.opaque(colours()), grey(), null)));
    }

    @Test
    void theSettingsOfStacksArrive() throws Exception {
        MaskSettings settings = MaskSettings.of("H (HSV)")
                .withHue(90)
                .withStatistics(Statistics.STACK)
                .withInside(true);
        int[] reds = new int[ARGB.length]; // more yellow from slice to slice, and where transparent
        for (int i = 0; i < reds.length; i++)
            reds[i] = (i % 60 < 30 ? 255 : 10) << 24 | 0xc80014 | (i % 60 + i / 200 * 60) << 8;
        Img<ARGBType> stack = ArrayImgs.argbs(reds, 10, 20, 3);
        Object[] inputs = {
            "image", stack, "channel", "H (HSV)", "hue", 90, "statistics", "stack", "inside", true, "engine", "java"
        };
        assertThat(pixels(run(true, inputs))).isEqualTo(bytes(masks(settings).of(ImgPictures.argb(stack))));
        assertThat(bytes(masks(settings).of(ImgPictures.argb(stack))))
                .isNotEqualTo(bytes(masks(settings.withInside(false)).of(ImgPictures.argb(stack))))
                .isNotEqualTo(
                        bytes(masks(settings.withStatistics(Statistics.SLICE)).of(ImgPictures.argb(stack))));
    }

    @ParameterizedTest
    @EnumSource
    void everyOutputHasItsType(Output output) throws Exception {
        CommandModule module = run(true, "image", colours(), "output", output.label(), "engine", "java");
        Img<?> expected =
                masks(MaskSettings.DEFAULT.withOutput(output)).output(ImgPictures.argb(colours()), null, null);
        Img<?> result = (Img<?>) module.getOutput("result");
        assertThat(result.getType()).hasSameClassAs(expected.getType());
        assertThat(result.stream().map(Object::toString))
                .isEqualTo(expected.stream().map(Object::toString).toList());
    }

    @Test
    void opaqueColoursHaveNoAlpha() throws Exception {
        assertThat(pixels(run(true, "image", colours(), "opaque", true)))
                .isEqualTo(bytes(masks(MaskSettings.DEFAULT).of(ImgPictures.opaque(colours()))))
                .isNotEqualTo(bytes(masks(MaskSettings.DEFAULT).of(ImgPictures.argb(colours()))));
    }

    @Test
    void bytesAreGreyOrHaveAChannelAxis() throws Exception {
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(BYTES, 10, 20, 3);
        assertThat(pixels(run(true, "image", image)))
                .isEqualTo(bytes(masks(MaskSettings.DEFAULT).of(ImgPictures.grey(image))));
        assertThat(pixels(run(true, "image", image, "axis", 2)))
                .isEqualTo(bytes(masks(MaskSettings.DEFAULT).of(ImgPictures.channels(image, 2))))
                .hasSize(200);
    }

    @Test
    void anEmptyLastChannelIsNoAlpha() throws Exception {
        for (int channels : new int[] {2, 4}) {
            byte[] values = Arrays.copyOf(Arrays.copyOf(BYTES, 200 * (channels - 1)), 200 * channels);
            Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(values, 10, 20, channels);
            String numbers = channels == 2 ? "1,2,2" : "1,2,3";
            assertThat(pixels(run(true, "image", image, "axis", 2, "channel", "R (RGB)")))
                    .isEqualTo(pixels(run(true, "image", image, "axis", 2, "channel", "R (RGB)", "rgb", numbers)))
                    .contains(-1);
        }
    }

    @Test
    void rangeAndChannelsOfDeeperDataArrive() throws Exception {
        short[] shorts = new short[10 * 20 * 5];
        Random random = new Random(4);
        for (int i = 0; i < shorts.length; i++) shorts[i] = (short) random.nextInt(5000);
        Img<UnsignedShortType> image = ArrayImgs.unsignedShorts(shorts, 10, 20, 5);
        MaskSettings settings = MaskSettings.of("S (HSV)");
        ImgPictures chosen = ImgPictures.real(image, 2, ChannelOrder.parse("5,1,3"), NumberRange.of(50, 4095));
        assertThat(pixels(
                        run(true, "image", image, "channel", "S (HSV)", "axis", 2, "rgb", "5,1,3", "range", "50,4095")))
                .isEqualTo(bytes(masks(settings).of(chosen)));
        assertThat(pixels(run(true, "image", image)))
                .isEqualTo(bytes(masks(MaskSettings.DEFAULT).of(ImgPictures.real(image, NumberRange.TYPE))));
    }

    @Test
    void whatCannotBeUsedCancelsWithOneSentence() throws Exception {
        refuses("channel is 'X', but must be one of L (LAB), A (LAB),", "image", colours(), "channel", "X");
        refuses("channel is '', but must be one of L (LAB), A (LAB),", "image", colours(), "channel", null);
        refuses("black is -1, but must be a whole number from 0 to 255.", "image", colours(), "black", -1);
        refuses("white is 256, but must be a whole number from 0 to 255.", "image", colours(), "white", 256);
        refuses("hue is 255, but must be a whole number from 0 to 254.", "image", colours(), "hue", 255);
        refuses("hue is 9, but must be 0 for the channel L (LAB): only H (HSV)", "image", colours(), "hue", 9);
        refuses(
                "statistics is 'all', but must be one of slice, stack, batch.",
                "image",
                colours(),
                "statistics",
                "all");
        refuses("statistics is '', but must be one of slice, stack, batch.", "image", colours(), "statistics", null);
        refuses(
                "output is '16-bit', but must be one of 8-bit, 32-bit, binary, selection.",
                "image",
                colours(),
                "output",
                "16-bit");
        refuses("gray is 0.0, but must be a number from 0.01 to 9.99.", "image", colours(), "gray", 0);
        refuses("gray is NaN, but must be a number from 0.01 to 9.99.", "image", colours(), "gray", Double.NaN);
        refuses("engine is 'fpga', but must be one of auto, java", "image", colours(), "engine", "fpga");
        refuses(
                "axis is 3, but must be -1 for none or a dimension of the image, 0 to 1.",
                "image",
                colours(),
                "axis",
                3);
        refuses("axis is 1, but must be -1 for an image of ARGBType.", "image", colours(), "axis", 1);
        refuses(
                "The image has 2 dimensions, but must have at least 3 with a channel axis.",
                "image",
                grey(),
                "axis",
                0);
        refuses(
                "The image is of type ComplexFloatType, but must be of ARGBType or a type of real numbers.",
                "image",
                ArrayImgs.complexFloats(3, 3));
        refuses("range is '5', but must be display, type, or two finite numbers", "image", grey(), "range", "5");
        refuses(
                "range is '0,1', but must be display or type for an image of ARGBType.",
                "image",
                colours(),
                "range",
                "0,1");
        refuses(
                "rgb is '1,2,3', but must be display for an image without a channel axis.",
                "image",
                grey(),
                "rgb",
                "1,2,3");
        refuses(
                "The mask is of type ARGBType, but must be of a type of real numbers or booleans.",
                "image",
                colours(),
                "mask",
                colours());
        refuses(
                "The mask is 20 x 30 pixels, but must have the picture's size of 30 x 20.",
                "image",
                colours(),
                "mask",
                ArrayImgs.unsignedBytes(20, 30));
    }

    @Test
    void aMissingImageIsRefused() throws Exception {
        for (boolean process : new boolean[] {true, false})
            assertThat(run(process).getCancelReason()).isEqualTo("No image is open, but one must be.");
    }

    @Test
    void aGrayPointThatIsNoNumberIsRefused() throws Exception {
        refuses("gray is 0.0, but must be", "image", colours(), "gray", "much");
    }

    @Test
    void itRunsHeadlessAndRemembersNothing() {
        CommandInfo info = commands.getCommand(ImgLib2ToMaskCommand.class);
        assertThat(info.canRunHeadless()).isTrue();
        for (String input : INPUTS)
            assertThat(info.getInput(input).isPersisted()).as(input).isFalse();
    }

    private static void refuses(String sentence, Object... inputs) throws Exception {
        for (boolean process : new boolean[] {true, false}) {
            CommandModule module = run(process, inputs);
            assertThat(module.isCanceled()).isTrue();
            assertThat(module.getCancelReason()).startsWith(sentence);
            assertThat(module.getOutput("result")).isNull();
        }
    }

    private static CommandModule run(boolean process, Object... inputs) throws Exception {
        return commands.run(ImgLib2ToMaskCommand.class, process, inputs).get();
    }

    private static ImgMasks masks(MaskSettings settings) {
        return new ImgMasks(new JavaEngine(), settings);
    }

    private static Img<ARGBType> colours() {
        return ArrayImgs.argbs(ARGB, 30, 20);
    }

    private static Img<UnsignedByteType> grey() {
        return ArrayImgs.unsignedBytes(BYTES, 30, 20);
    }

    @SuppressWarnings("unchecked")
    private static byte[] pixels(CommandModule module) {
        return bytes((Img<UnsignedByteType>) module.getOutput("result"));
    }

    private static byte[] bytes(Img<UnsignedByteType> image) {
        byte[] bytes = new byte[(int) image.size()];
        int[] i = {0};
        image.forEach(pixel -> bytes[i[0]++] = (byte) pixel.get());
        return bytes;
    }
}
