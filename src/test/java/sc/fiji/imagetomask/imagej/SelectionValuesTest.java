package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import java.awt.Point;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.channel.White;
import sc.fiji.imagetomask.options.FindMaskOptions;
import sc.fiji.imagetomask.options.FromSelections;
import sc.fiji.imagetomask.options.GalleryOptions;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.RepeatOptions;

/** Stains and background from the selections of a drawn slide, whose stains are known. */
class SelectionValuesTest {

    private static final int SIDE = 40;
    private static final White LIGHT = new White(240, 236, 228);
    private static final double[][] STAINS = {{0.62, 0.71, 0.33}, {0.30, 0.52, 0.80}, {0.15, 0.95, 0.27}};
    private static final Roi[] PURE = {new Roi(0, 0, 10, 10), new Roi(12, 0, 10, 10), new Roi(24, 0, 10, 10)};
    private static final Roi EMPTY = new Roi(0, 20, 30, 15);

    private final Opened opened = new Opened();
    private ImagePlus slide;

    @BeforeEach
    void open() {
        slide = opened.open(slide());
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void stainsAreTheMeanDensitiesOfTwoOrThreeSelections() {
        overlay(PURE);
        Stains stains = options("channel=[Stain 1] background=240,236,228 stains=[From selections]")
                .settings()
                .stains();
        for (int i = 0; i < 3; i++) {
            double[] found = stains.vectors()[i];
            for (int c = 0; c < 3; c++)
                assertThat(found[c] / found[1])
                        .isBetween(STAINS[i][c] / STAINS[i][1] - 0.03, STAINS[i][c] / STAINS[i][1] + 0.03);
            for (int x = 0; x < 3; x++) {
                int amount = stains.value(i, slide.getProcessor().get(12 * x + 4, 4));
                if (x == i) assertThat(amount).isGreaterThan(60);
                else assertThat(amount).isLessThan(4);
            }
        }
        overlay(PURE[0], PURE[1]);
        Stains two = options("channel=[stain 2] background=240,236,228 stains=from_selections")
                .settings()
                .stains();
        assertThat(two.vectors()[1]).isEqualTo(stains.vectors()[1]);
        assertThat(two.vectors()[2]).isNotEqualTo(stains.vectors()[2]);
        assertThat(GalleryOptions.parse(
                                "stains=[From selections] background=240,236,228", text -> text, SelectionValues::with)
                        .stains())
                .isEqualTo(two);
    }

    /** The order of the macro does not matter: stains are relative to the background. */
    @Test
    void theBackgroundIsTheMeanColourOfTheSelectionWhichThenLimitsNothing() {
        overlay(PURE);
        slide.setRoi(EMPTY);
        MaskOptions taken = options("stains=[From selections] background=[From selection] channel=[Stain 2]");
        assertThat(taken.settings().stains().background()).isEqualTo(LIGHT);
        assertThat(taken.settings().stains())
                .isEqualTo(options("channel=[Stain 2] stains=[From selections] background=240,236,228")
                        .settings()
                        .stains());
        assertThat(taken.limited()).isFalse();
        assertThat(options("channel=[Stain 2] background=[From selection] limited=true")
                        .limited())
                .isTrue();
        ImagePlus mask = mask(taken);
        assertThat(Images.bytes(mask, 1)[5 * SIDE + 16]).isEqualTo((byte) 255);
    }

    /** So that the numbers are those of the colours that the mask is made from. */
    @Test
    void theRangeAndThePositionOfASelectionCount() {
        overlay(PURE);
        Stains stains =
                options("channel=[Stain 1] stains=[From selections]").settings().stains();
        ImageStack stack = new ImageStack(SIDE, SIDE);
        for (int i = 0; i < 2; i++) {
            ColorProcessor colours =
                    new ColorProcessor(SIDE, SIDE, (int[]) slide.getProcessor().getPixelsCopy());
            if (i == 0) colours.invert();
            for (int c = 1; c <= 3; c++)
                stack.addSlice(colours.getChannel(c, null).convertToShort(false));
        }
        ImagePlus deep = new ImagePlus("deep", stack);
        deep.setDimensions(3, 1, 2);
        slide = opened.open(new CompositeImage(deep, CompositeImage.COMPOSITE));
        for (int c = 1; c <= 3; c++) {
            slide.setC(c);
            slide.setDisplayRange(0, 100);
        }
        Roi[] later = Stream.of(PURE).map(roi -> (Roi) roi.clone()).toArray(Roi[]::new);
        for (Roi roi : later) roi.setPosition(0, 0, 2);
        overlay(later);
        String macro = "channel=[Stain 1] stains=[From selections] range=0,255 rgb=1,2,3";
        assertThat(options(macro).settings().stains().vectors()).isDeepEqualTo(stains.vectors());
        slide.setRoi(EMPTY);
        slide.setT(2);
        assertThat(options(macro.replace("stains=[From selections]", "background=[From selection]"))
                        .settings()
                        .stains()
                        .background())
                .isEqualTo(LIGHT);
    }

    /** Its list of options has the stains first. */
    @Test
    void theSearchTakesTheBackgroundBeforeTheStainsToo() {
        overlay(PURE);
        slide.setRoi(EMPTY);
        assertThat(FindMaskOptions.parse(
                                "stains=[From selections] background=[From selection]",
                                text -> text,
                                SelectionValues::with)
                        .options()
                        .settings()
                        .stains())
                .isEqualTo(options("channel=[Stain 1] stains=[From selections] background=240,236,228")
                        .settings()
                        .stains());
    }

    @Test
    void theRecordHasTheNumbersAndGivesTheSameMaskAgain() {
        overlay(PURE[1], PURE[0]);
        ImagePlus mask = mask(options("channel=[Stain 1] stains=[From selections]"));
        overlay();
        MaskSettings recorded = MaskInfo.of(mask).options().settings();
        assertThat(recorded.stains().text()).matches("([\\d.,]+;){2}[-\\d.,]+");
        assertThat(Images.bytes(MaskCommands.mask(MaskInfo.of(mask).options(), slide, note -> {}, Progress.NONE), 1))
                .isEqualTo(Images.bytes(mask, 1));
        assertThat(Images.bytes(MaskCommands.again(RepeatOptions.DEFAULT, mask, note -> {}, Progress.NONE), 1))
                .isEqualTo(Images.bytes(mask, 1));
    }

    @Test
    void whatCannotBeTakenIsSaidInOneSentence() {
        String stains = "channel=[Stain 1] stains=[From selections]";
        String needed =
                "stains is 'From selections', but the ROI Manager or the overlay must have two or three selections,"
                        + " one on each pure stain, and not ";
        refused(stains, needed + "0.");
        overlay(PURE[0]);
        refused(stains, needed + "1.");
        overlay(PURE[0], PURE[1], PURE[2], EMPTY);
        refused(stains, needed + "4.");
        overlay(PURE[0], new Roi(SIDE, 0, 9, 9));
        refused(stains, "stains is 'From selections', but selection 2 lies outside of the image 'slide'.");
        overlay(PURE[0], PURE[0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(stains))
                .withMessageEndingWith(
                        "but each stain must have a colour that clearly differs from those of the others.");
        String background = "channel=[Stain 1] background=[From selection]";
        refused(
                background,
                "background is 'From selection', but the image 'slide' must have a selection, on an empty place of the"
                        + " slide.");
        slide.getProcessor().set(1, 1, 0);
        slide.setRoi(new PointRoi(1, 1));
        refused(
                background,
                "background is '0,0,0', but must be the red, green and blue of an empty place, 1 to 255 each, such as"
                        + " 245,243,240.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaskOptions.parse(stains))
                .withMessageStartingWith("stains is 'From selections', but files and terms have no selections");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaskOptions.parse(background))
                .withMessageStartingWith("background is 'From selection', but files and terms have no selections");
        assertThat(FromSelections.isMeant("channel", FromSelections.STAINS)).isFalse();
    }

    private static MaskOptions options(String macro) {
        return MaskOptions.parse(macro, UnaryOperator.identity(), SelectionValues::with);
    }

    private ImagePlus mask(MaskOptions options) {
        return MaskCommands.mask(options, slide, note -> {}, Progress.NONE);
    }

    private static void refused(String macro, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> options(macro)).withMessage(sentence);
    }

    private void overlay(Roi... selections) {
        Overlay overlay = new Overlay();
        for (Roi selection : selections) overlay.add(selection);
        slide.setOverlay(overlay);
    }

    /** Each selection of pure stain has three amounts of it; the rest is light. */
    private static ImagePlus slide() {
        ColorProcessor pixels = new ColorProcessor(SIDE, SIDE);
        pixels.setColor(LIGHT.r() << 16 | LIGHT.g() << 8 | LIGHT.b());
        pixels.fill();
        for (int i = 0; i < PURE.length; i++)
            for (Point at : PURE[i]) pixels.set(at.x, at.y, colour(STAINS[i], 0.7 + 0.1 * (at.y % 3)));
        return new ImagePlus("slide", pixels);
    }

    private static int colour(double[] stain, double amount) {
        int[] white = {LIGHT.r(), LIGHT.g(), LIGHT.b()};
        int rgb = 0;
        for (int c = 0; c < 3; c++) rgb |= (int) Math.round(white[c] * Math.pow(10, -amount * stain[c])) << 16 - 8 * c;
        return rgb;
    }
}
