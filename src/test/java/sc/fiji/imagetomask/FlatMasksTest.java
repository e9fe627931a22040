package sc.fiji.imagetomask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.Levels;

/** A mask that is the same everywhere is told once, with the reason; any other is not. */
class FlatMasksTest {

    private static final int W = 20;
    private static final int H = 10;

    private final List<String> notices = new ArrayList<>();
    private final MemoryMask result = new MemoryMask(W, H);

    private void mask(MaskSettings settings, MaskInput frame) {
        new ImageToMask(new JavaEngine(), settings, notices::add).mask(frame, result);
    }

    private static MaskInput grey() {
        byte[] grey = new byte[W * H];
        new Random(1).nextBytes(grey);
        return MaskInput.of(new MemoryPicture(new Pixels.Planar(new byte[][] {grey}, 0, W * H), W, H));
    }

    private static Picture colours(int... argb) {
        int[] pixels = new int[W * H];
        Random random = new Random(2);
        for (int i = 0; i < pixels.length; i++) pixels[i] = argb[random.nextInt(argb.length)];
        return new MemoryPicture(new Pixels.Packed(pixels, 0, W * H, true), W, H);
    }

    private static WeightMap weights(int value) {
        byte[] bytes = new byte[W * H];
        java.util.Arrays.fill(bytes, (byte) value);
        bytes[0] = 0;
        return new MemoryMask(bytes, W, H);
    }

    @ParameterizedTest
    @CsvSource({"A (LAB), 128", "B (LAB), 128", "U (YUV), 128", "V (YUV), 128", "H (HSV), 0", "S (HSV), 0"})
    void aChannelOfColoursInAGreyPicture(String channel, int value) {
        mask(MaskSettings.of(channel), grey());

        assertThat(notices)
                .containsExactly("The mask is 0 everywhere: " + channel + " is " + value
                        + " in all pixels, as in pictures without colours.");
        assertThat(result.bytes()).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"L (LAB)", "Y (YUV)", "R (RGB)", "V (HSV)"})
    void othersSayNothing(String channel) {
        mask(MaskSettings.of(channel), grey());

        assertThat(notices).isEmpty();
    }

    @Test
    void aChannelThatIsTheSameEverywhere() {
        mask(MaskSettings.of("B (RGB)").withInvert(true), MaskInput.of(colours(0xff102007, 0xff990007)));

        assertThat(notices).containsExactly("The mask is 255 everywhere: B (RGB) is 7 in all pixels.");
        assertThat(result.bytes()).containsOnly(255);
    }

    @Test
    void noAlphaIsLikeAnyOtherConstantChannel() {
        mask(MaskSettings.of("Alpha"), grey());

        assertThat(notices).containsExactly("The mask is 0 everywhere: Alpha is 255 in all pixels.");
    }

    @Test
    void blackEqualToWhite() {
        mask(MaskSettings.of("L (LAB)").withLevels(90, 90, 1), grey());

        assertThat(notices)
                .containsExactly("The mask is 128 everywhere: the black point and the white point are both 90.");
        assertThat(result.bytes()).containsOnly(128);
    }

    @Test
    void levelsOutsideOfTheValues() {
        MaskInput frame = MaskInput.of(colours(0xff102030, 0xff995500));
        MaskSettings unstretched = MaskSettings.of("R (RGB)").withClip(Clip.NONE);
        mask(unstretched.withLevels(170, 230, 1), frame);
        mask(unstretched.withLevels(2, 10, 1), frame);
        MaskSettings reds = MaskSettings.of("H (HSV)").withHue(30).withClip(Clip.NONE);
        mask(reds.withLevels(100, 200, 1), MaskInput.of(colours(0xffff0000, 0xffff0001)));

        assertThat(notices)
                .containsExactly(
                        "The mask is 0 everywhere: the values of R (RGB) are 16 to 153 after the clip range is applied,"
                                + " but black is 170 and white is 230.",
                        "The mask is 255 everywhere: the values of R (RGB) are 16 to 153 after the clip range is"
                                + " applied, but black is 2 and white is 10.",
                        "The mask is 0 everywhere: the values of H (HSV) are 29 to 30 after the clip range is applied,"
                                + " but black is 100 and white is 200.");
    }

    @Test
    void aFixedRangeWithoutAnyValueOfThePicture() {
        mask(MaskSettings.of("R (RGB)").withClip(Clip.of(200, 250)), MaskInput.of(colours(0xff102030, 0xff995500)));

        assertThat(notices)
                .containsExactly("The mask is 0 everywhere: clip is 200,250, but no value of R (RGB) is in this"
                        + " range. With clip=auto the range is that of the picture.");
        notices.clear();

        MaskSettings reds = MaskSettings.of("H (HSV)").withHue(30);
        mask(reds.withClip(Clip.of(20, 40)), MaskInput.of(colours(0xffff0000, 0xffff0010)));
        assertThat(notices).isEmpty();
        mask(reds.withClip(Clip.of(100, 200)).withInvert(true), MaskInput.of(colours(0xffff0000, 0xffff0010)));
        assertThat(notices).singleElement().asString().startsWith("The mask is 255 everywhere: clip is 100,200,");
    }

    @Test
    void aTermThatMakesTheWholeMaskBlack() {
        Term colourful = Term.of(Join.AND, Channel.HSV_S);
        mask(MaskSettings.DEFAULT.withFurther(List.of(colourful)), grey());

        assertThat(notices)
                .containsExactly("The mask is 0 everywhere, because of term 2: S (HSV) is 0 in all pixels, as in"
                        + " pictures without colours.");
        assertThat(result.bytes()).containsOnly(0);
        notices.clear();

        mask(MaskSettings.of("S (HSV)").withFurther(List.of(colourful.withJoin(Join.WITHOUT))), grey());
        assertThat(notices).singleElement().asString().startsWith("The mask is 0 everywhere, because of term 1: S (");
        notices.clear();

        Term white = colourful.withJoin(Join.OR).withInvert(true);
        mask(MaskSettings.DEFAULT.withFurther(List.of(white)), grey());
        assertThat(notices).singleElement().asString().startsWith("The mask is 255 everywhere, because of term 2: S (");
        assertThat(result.bytes()).containsOnly(255);
    }

    @Test
    void aTermWithoutEffect() {
        Term colourful = Term.of(Join.OR, Channel.HSV_S);
        mask(MaskSettings.DEFAULT.withFurther(List.of(colourful)), grey());

        assertThat(notices)
                .containsExactly("Term 2 of the mask has no effect: S (HSV) is 0 in all pixels, as in pictures without"
                        + " colours.");
        notices.clear();

        mask(MaskSettings.DEFAULT.withFurther(List.of(Term.of(Join.OR, Channel.RGB_R))), grey());
        assertThat(notices).isEmpty();
    }

    @Test
    void termsThatTogetherNeverReachTheThreshold() {
        MaskSettings half = MaskSettings.of("R (RGB)").withClip(Clip.NONE).withOutput(Output.BINARY);
        MaskInput frame = MaskInput.of(colours(0xffa02030, 0xff995500));
        mask(half.withFurther(List.of(Term.of(Join.AND, Channel.RGB_R).withClip(Clip.NONE))), frame);

        assertThat(notices).containsExactly("The mask is 0 everywhere: all terms together are on one side of 128.");
        assertThat(result.bytes()).containsOnly(0);
    }

    @Test
    void aBandBesideAllValues() {
        MaskSettings settings = MaskSettings.of("R (RGB)").withClip(Clip.NONE);
        MaskInput frame = MaskInput.of(colours(0xff102030, 0xff995500));
        mask(settings.withLevels(new Levels(30, 40, 1, 90, 110)), frame);
        assertThat(notices)
                .containsExactly("The mask is 0 everywhere: no value of R (RGB) is on an edge of the band, from black"
                        + " 30 and white 40 to white2 90 and black2 110.");
        notices.clear();
        mask(settings.withLevels(new Levels(30, 40, 1, 152, 200)), frame);
        assertThat(notices).isEmpty();
    }

    @Test
    void aPictureOfOneColourInAFixedRangeHasItsValue() {
        mask(MaskSettings.of("R (RGB)").withClip(Clip.NONE), MaskInput.of(colours(0xff704020, 0xff709900)));

        assertThat(notices).containsExactly("The mask is 112 everywhere: R (RGB) is 112 in all pixels.");
        assertThat(result.bytes()).containsOnly(112);
    }

    @Test
    void nothingReachesTheThresholdOfABinaryMask() {
        MaskInput frame = MaskInput.of(colours(0xff000000, 0xff404040));
        mask(MaskSettings.of("R (RGB)").withLevels(0, 255, 0.01).withOutput(Output.BINARY), frame);
        assertThat(notices).isEmpty();

        mask(MaskSettings.of("R (RGB)").withLevels(255, 255, 1).withOutput(Output.BINARY), frame);
        assertThat(notices).hasSize(1);
    }

    @Test
    void alphaThatIsZeroEverywhere() {
        mask(MaskSettings.of("R (RGB)"), MaskInput.of(colours(0x00112233, 0x00998877)));

        assertThat(notices).containsExactly("The mask is 0 everywhere: the picture's alpha is 0 everywhere.");
    }

    @Test
    void aMaskImageThatIsZeroEverywhere() {
        mask(MaskSettings.of("R (RGB)"), new MaskInput(grey().picture(), weights(0), null));

        assertThat(notices).containsExactly("The mask is 0 everywhere: the mask image is 0 everywhere.");
    }

    @Test
    void aSelectionWithNothingInIt() {
        mask(MaskSettings.of("R (RGB)"), new MaskInput(grey().picture(), null, weights(0)));

        assertThat(notices).containsExactly("The mask is 0 everywhere: there is nothing in the selection.");
    }

    @Test
    void labelsThatAreTakenForValues() {
        MaskInput frame = new MaskInput(grey().picture(), weights(1), null);
        mask(MaskSettings.of("R (RGB)"), frame);

        assertThat(notices)
                .containsExactly(
                        "The mask is nearly black: the largest value of the mask image is only 0.4 % of what its"
                                + " type can hold. If its values are labels, or 0 and 1, choose maskvalues=labels (on the"
                                + " command line --maskvalues labels).");
        notices.clear();

        mask(MaskSettings.of("R (RGB)").withMaskValues(MaskValues.LABELS), frame);

        assertThat(notices).isEmpty();
        byte[] expected = masked(255);
        assertThat(result.bytes()).isEqualTo(expected);
    }

    /** The mask of the grey picture where the mask image is all but its first pixel. */
    private static byte[] masked(int value) {
        MemoryMask expected = new MemoryMask(W, H);
        new ImageToMask(new JavaEngine(), MaskSettings.of("R (RGB)"))
                .mask(new MaskInput(grey().picture(), weights(value), null), expected);
        return expected.bytes();
    }

    @Test
    void aStackIsToldOnceAndOnlyIfAllOfItIsFlat() {
        MaskInput flat = grey();
        MaskInput varied = MaskInput.of(colours(0xff102030, 0xff995500));
        ImageToMask job = new ImageToMask(new JavaEngine(), MaskSettings.of("S (HSV)"), notices::add);

        job.masks(3, i -> i == 1 ? varied : flat, i -> new MemoryMask(W, H), Progress.NONE);
        assertThat(notices).isEmpty();

        job.masks(3, i -> flat, i -> new MemoryMask(W, H), Progress.NONE);
        assertThat(notices).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SLICE", "STACK"})
    void ofSixteenBits(Statistics statistics) {
        Samples[] grey = {new Samples.Shorts(new short[W * H], new Samples.Range(0, 65535))};
        MaskInput frame = MaskInput.of(new MemoryPicture(new Pixels.HighBitDepth(grey, 0, W * H), W, H));

        new ImageToMask(new JavaEngine(), MaskSettings.DEFAULT.withStatistics(statistics), notices::add)
                .masks(2, i -> frame, i -> new MemoryMask(W, H), Progress.NONE);

        assertThat(notices)
                .containsExactly(
                        "The mask is 0 everywhere: L (LAB) is 0 in all pixels. If the values of the picture are"
                                + " only a small part of what its type can hold, set the values that become 0 and 1 with range=min,max"
                                + " (on the command line --range min,max).");
    }
}
