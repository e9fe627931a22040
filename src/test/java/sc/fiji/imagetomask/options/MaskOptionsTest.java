package sc.fiji.imagetomask.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.gui.Line;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.LUT;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.imagej.Images;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.imagej.RoiWeightMap;
import sc.fiji.imagetomask.reading.Reading;

/** Macro options, as users and ImageJ's recorder write them. */
class MaskOptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "channel=[L (LAB)] ", "mask=None engine=auto", "invert=false", "gray=1 black=0"})
    void defaultsMayBeLeftOut(String text) {
        assertThat(MaskOptions.parse(text)).isEqualTo(MaskOptions.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image=[a [1] b.png] channel=[S (HSV)] black=10 white=200 gray=1.20 invert mask='my mask' engine=java",
                "  invert=true engine=java mask=[my mask] gray=1.2 white=200.0\tblack=10 channel='s (hsv)'"
                        + " image='a [1] b.png' ",
                "invert=TRUE channel=[S (HSV)] black=[10] white='200' gray=[1.2] image=[a [1] b.png] mask=[my mask]"
                        + " engine=[java]"
            })
    void everySpellingOfValues(String text) {
        assertThat(MaskOptions.parse(text))
                .isEqualTo(new MaskOptions(
                        "a [1] b.png",
                        MaskSettings.of("S (HSV)").withLevels(10, 200, 1.2).withInvert(true),
                        "my mask",
                        true,
                        Slices.ALL,
                        Reading.DEFAULT,
                        "java"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        black=abc            | black is 'abc', but must be a whole number from 0 to 255.
        black=10.5           | black is '10.5', but must be a whole number from 0 to 255.
        white=256            | white is 256, but must be a whole number from 0 to 255.
        white=99999999999    | white is '99999999999', but must be a whole number from 0 to 255.
        white                | white is '', but must be a whole number from 0 to 255.
        clip=9               | clip is '9', but must be auto, none, or two whole numbers of 0 to 255, the smaller one first, such as 20,230.
        clip                 | clip is '', but must be auto, none, or two whole numbers of 0 to 255, the smaller one first, such as 20,230.
        clip=9,9             | clip is '9,9', but must be auto, none, or two whole numbers of 0 to 255, the smaller one first, such as 20,230.
        clip=90,10           | clip is '90,10', but must be auto, none, or two whole numbers of 0 to 255, the smaller one first, such as 20,230.
        clip=0,256           | clip is '0,256', but must be auto, none, or two whole numbers of 0 to 255, the smaller one first, such as 20,230.
        clip=0.5,20          | clip is '0.5,20', but must be auto, none, or two whole numbers of 0 to 255, the smaller one first, such as 20,230.
        clip=1,2,3           | clip is '1,2,3', but must be auto, none, or two whole numbers of 0 to 255, the smaller one first, such as 20,230.
        white2=256           | white2 is 256, but must be a whole number from 0 to 255.
        black2=x             | black2 is 'x', but must be a whole number from 0 to 255.
        gray=0               | gray is 0, but must be a number from 0.01 to 9.99.
        gray=1,2             | gray is '1,2', but must be a number from 0.01 to 9.99.
        gray=NaN             | gray is NaN, but must be a number from 0.01 to 9.99.
        invert=maybe         | invert is 'maybe', but must be true or false.
        blck=3               | 'blck=3' is not an option, but must be one of image, channel, background, stains, colour, hue, clip, black, white, white2, black2, gray, invert, terms, statistics, inside, mask, maskvalues, limited, slices, range, rgb, output, engine.
        range=9,1            | range is '9,1', but must be display, type, or two finite numbers in order such as 0,4095 (or two for each channel).
        range=NaN,1          | range is 'NaN,1', but must be display, type, or two finite numbers in order such as 0,4095 (or two for each channel).
        range=-3e38,3e38         | range is '-3e38,3e38', but must be display, type, or two finite numbers in order such as 0,4095 (or two for each channel).
        range=0,1,2          | range is '0,1,2', but must be display, type, or two finite numbers in order such as 0,4095 (or two for each channel).
        range                | range is '', but must be display, type, or two finite numbers in order such as 0,4095 (or two for each channel).
        rgb=1,2              | rgb is '1,2', but must be display, or three or four channel numbers such as 1,2,3.
        rgb=0,1,2            | rgb is '0,1,2', but must be display, or three or four channel numbers such as 1,2,3.
        rgb=red              | rgb is 'red', but must be display, or three or four channel numbers such as 1,2,3.
        (HSV)                | '(HSV)' is not an option, but must be one of image, channel, background, stains, colour, hue, clip, black, white, white2, black2, gray, invert, terms, statistics, inside, mask, maskvalues, limited, slices, range, rgb, output, engine.
        black=1 black=2      | black is given twice, as '1' and '2', but must be given once.
        channel=[S (HSV)     | channel is [S (HSV), but must end with ] since it starts with [.
        channel=R (RGB)      | channel is R (RGB), but a value of several words must be in brackets: write channel=[R (RGB)].
        channel=S (HSV) invert black=9 | channel is S (HSV), but a value of several words must be in brackets: write channel=[S (HSV)].
        image=my cells.tif gray=2 | image is my cells.tif, but a value of several words must be in brackets: write image=[my cells.tif].
        mask=Mask of a.tif   | mask is Mask of a.tif, but a value of several words must be in brackets: write mask=[Mask of a.tif].
        stains=H DAB invert  | stains is H DAB, but a value of several words must be in brackets: write stains=[H DAB].
        channel=Stain 1      | channel is Stain 1, but a value of several words must be in brackets: write channel=[Stain 1].
        clip=20, 230         | clip is 20, 230, but a value of several words must be in brackets: write clip=[20, 230].
        rgb=3 , 1 ,2         | rgb is 3 , 1 ,2, but a value of several words must be in brackets: write rgb=[3 , 1 ,2].
        black = 10           | black has a space beside its =, but must be written without: black=value.
        black= 10 invert     | black has a space beside its =, but must be written without: black=value.
        channel =[L (LAB)]   | channel has a space beside its =, but must be written without: channel=value.
        channel=B            | channel is 'B', but must be B (LAB) or B (RGB).
        channel=L invret     | 'invret' is not an option, but must be one of image, channel, background, stains, colour, hue, clip, black, white, white2, black2, gray, invert, terms, statistics, inside, mask, maskvalues, limited, slices, range, rgb, output, engine.
        mask='a b            | mask is 'a b, but must end with ' since it starts with '.
        """)
    void aMistakeIsNamedWithWhatIsAllowed(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaskOptions.parse(text))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        range=DISPLAY               | range=display
        range=type rgb=[]           | range=type
        range=[ 0 , 4095.0 ]        | range=[0,4095]
        range=0,300,0,300,0,300     | range=[0,300]
        range=-1.5,1e-7,0,300,1,2   | range=[-1.5,1.0E-7,0,300,1,2]
        rgb=[3, 1,2]                | rgb=[3,1,2]
        clip=[ 20 , 230.0]          | clip=[20,230]
        white2=90 black2=120.0      | white2=90 black2=120
        clip=NONE                   | clip=none
        clip=0,255                  | clip=none
        """)
    void rangesAndChannelsAreWrittenAsTheyParse(String text, String written) {
        MaskOptions options = MaskOptions.parse(text);
        assertThat(options.text()).contains(written);
        assertThat(MaskOptions.parse(options.text())).isEqualTo(options);
    }

    @Test
    void aPresetOfSeveralWordsMustBeInBrackets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaskOptions.parse(
                        "preset=brown cells black=3",
                        UnaryOperator.identity(),
                        MaskOptions::with,
                        name -> MaskOptions.DEFAULT))
                .withMessage("preset is brown cells, but a value of several words must be in brackets: write"
                        + " preset=[brown cells].");
    }

    @Test
    void anUnknownChannelIsNamedWithAllChannels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaskOptions.parse("channel=Tint"))
                .withMessageStartingWith("channel is 'Tint', but must be one of L (LAB), A (LAB)")
                .withMessageEndingWith("Distance (CIEDE2000).");
    }

    @Test
    void aShortNameIsWrittenInFull() {
        assertThat(MaskOptions.parse("channel=red").values()).containsEntry("channel", "R (RGB)");
    }

    @Test
    void anImageThatIsNotOpenIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        OpenImages.activeOr(MaskOptions.parse("image=[no such]").image()))
                .withMessage("image is 'no such', but must be the title of an open image, and none is open.");
    }

    /** As a dialog of ImageJ would record them; IMAGE is called Picture there, and MASKVALUES has two words. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"IMAGE", "MASKVALUES"})
    void labelsGiveTheRecorderTheSameKeys(MaskOption option) {
        assertThat(Macro.trimKey(option.label())).isEqualTo(option.key());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMAGE")
    void everyDefaultIsTakenAsItIsWritten(MaskOption option) {
        String standard = option.text(MaskOptions.DEFAULT);
        assertThat(MaskOptions.DEFAULT.with(option.key(), standard)).isEqualTo(MaskOptions.DEFAULT);
        assertThat(MaskOptions.parse(option.key() + "=[" + standard + "]")).isEqualTo(MaskOptions.DEFAULT);
    }

    @Test
    void aColourTableOnGreyIsSaidNotToCount() {
        ImagePlus grey = IJ.createImage("table", "8-bit ramp", 20, 10, 1);
        List<String> notices = new ArrayList<>();
        MaskCommands.mask(MaskOptions.parse("channel=[L (LAB)] engine=java"), grey, notices::add, Progress.NONE);
        grey.setLut(LUT.createLutFromColor(Color.GREEN));
        MaskCommands.mask(MaskOptions.parse("channel=[R (RGB)] engine=java"), grey, notices::add, Progress.NONE);
        assertThat(notices).isEmpty();
        MaskCommands.mask(MaskOptions.parse("channel=[S (HSV)] engine=java"), grey, notices::add, Progress.NONE);
        assertThat(notices)
                .containsExactly(
                        "The image 'table' is grey, and its colour table is ignored; to use its colours, choose"
                                + " Image > Type > RGB Color first.",
                        "The mask is 0 everywhere: S (HSV) is 0 in all pixels, as in pictures without colours.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells.tif", "two words", "a [b] c.tif", "fig [1.png", "a] b.png", "it's", "][", "[]"})
    void titlesAreWrittenAsTheyParse(String title) {
        MaskOptions options = MaskOptions.DEFAULT.with("image", title).with("mask", title);
        assertThat(MaskOptions.parse(options.text()).mask()).isEqualTo(title);
    }

    @Test
    void aSelectionLimitsTheMaskUnlessItIsToldNotTo() {
        ImagePlus picture = Images.noise("leaf.png", 31, 17, 1);
        byte[] all = Images.expected(picture, MaskSettings.DEFAULT, null, null);
        Roi area = new Roi(3, 4, 9, 8);
        picture.setRoi(area);
        assertThat(mask("engine=java", picture))
                .isEqualTo(
                        Images.expected(picture, MaskSettings.DEFAULT, null, Images.bytes(RoiWeightMap.of(picture))));
        assertThat(mask("engine=java limited=false", picture)).isEqualTo(all);
        assertThat(picture.getRoi()).isSameAs(area);
        for (Roi place : new Roi[] {new PointRoi(3, 4), new Line(1, 1, 9, 9)}) {
            picture.setRoi(place);
            assertThat(mask("engine=java", picture)).as(place.getTypeAsString()).isEqualTo(all);
        }
        assertThat(MaskOptions.parse("limited=false").text()).contains(" limited=false ");
        assertThat(MaskOptions.DEFAULT.text()).doesNotContain("limited");
    }

    private static byte[] mask(String options, ImagePlus picture) {
        return Images.bytes(MaskCommands.mask(MaskOptions.parse(options), picture, notice -> {}, Progress.NONE), 1);
    }
}
