package sc.fiji.imagetomask.options;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.MaskValues;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.channel.White;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.value.Choice;
import sc.fiji.imagetomask.value.Flag;
import sc.fiji.imagetomask.value.FreeText;
import sc.fiji.imagetomask.value.Kind;
import sc.fiji.imagetomask.value.ParsedKind;

/**
 * The table of options: what each is called, which values it can have, what it does, and where its value is in {@link
 * MaskOptions}. Dialogs, macros, scripts, the command line, Spark, CLIJ2 and the records of masks read it here. Options are
 * taken in this order, whatever the user's order is: whether a hue is allowed depends on the channel. Only what numbers
 * from selections depend on is taken before, see {@link FromSelections}.
 */
public enum MaskOption implements Option {
    IMAGE(
            new FreeText("title or ID of an open image"),
            "Picture",
            Help.IMAGE,
            MaskOptions::image,
            text -> text,
            MaskOptions::withImage),
    CHANNEL(
            Choice.of(Channel.labels()),
            "Channel",
            Help.CHANNEL,
            options -> options.settings().channel().label(),
            Channel::of,
            (options, channel) -> options.change(settings -> settings.withChannel(channel))),
    BACKGROUND(
            new FreeText(
                    "red,green,blue, 1 to 255, or " + FromSelections.BACKGROUND,
                    FromSelections.offered(List.of(White.FULL.text()), FromSelections.BACKGROUND)),
            "Background",
            Help.BACKGROUND,
            options -> options.settings().stains().background().text(),
            text -> White.parse(FromSelections.excluded("background", text)),
            (options, white) -> options.change(
                    settings -> settings.withStains(settings.stains().with(white)))),
    STAINS(
            new FreeText(
                    "a set of stains such as H DAB, numbers r,g,b;r,g,b, or " + FromSelections.STAINS,
                    FromSelections.offered(Stains.names(), FromSelections.STAINS)),
            "Stains",
            Help.STAINS,
            options -> options.settings().stains().text(),
            text -> Stains.parse(FromSelections.excluded("stains", text)),
            (options, stains) -> options.change(settings ->
                    settings.withStains(stains.with(settings.stains().background())))),
    COLOUR(
            new FreeText("one or more colours such as #b5651d"),
            "Colour",
            Help.COLOUR,
            options -> options.settings().colours().text(),
            ReferenceColours::parse,
            (options, colours) -> options.change(settings -> settings.withColours(colours))),
    HUE(
            Term.HUE,
            "Hue shift",
            Help.HUE,
            options -> options.settings().hue(),
            (options, hue) -> options.change(settings -> settings.withHue(hue))),
    CLIP(
            new FreeText("auto, none, low,high", List.of("auto", "none")),
            "Clip range",
            Help.CLIP,
            options -> options.settings().clip().text(),
            Clip::parse,
            (options, clip) -> options.change(settings -> settings.withClip(clip))),
    BLACK(
            Levels.POINT,
            "Black",
            Help.BLACK,
            options -> options.settings().levels().black(),
            (options, black) -> options.changeLevels(levels -> levels.withBlack(black))),
    WHITE(
            Levels.POINT,
            "White",
            Help.WHITE,
            options -> options.settings().levels().white(),
            (options, white) -> options.changeLevels(levels -> levels.withWhite(white))),
    WHITE2(
            Levels.POINT,
            "White2",
            Help.WHITE2,
            options -> options.settings().levels().white2(),
            (options, white2) -> options.changeLevels(levels -> levels.withBand(white2, levels.black2()))),
    BLACK2(
            Levels.POINT,
            "Black2",
            Help.BLACK2,
            options -> options.settings().levels().black2(),
            (options, black2) -> options.changeLevels(levels -> levels.withBand(levels.white2(), black2))),
    GRAY(
            Levels.GRAY,
            "Gray",
            Help.GRAY,
            options -> options.settings().levels().gray(),
            (options, gray) -> options.changeLevels(levels -> levels.withGray(gray))),
    INVERT(
            new Flag(),
            "Invert",
            Help.INVERT,
            options -> options.settings().invert(),
            (options, invert) -> options.change(settings -> settings.withInvert(invert))),
    TERMS(
            new FreeText("and, or, without, each with a channel and its options"),
            "Terms",
            Help.TERMS,
            options -> TermText.of(options.settings().further()),
            TermText::parse,
            (options, terms) -> options.change(settings -> settings.withFurther(terms))),
    STATISTICS(
            Choice.of(Labelled.labels(Statistics.values())),
            "Statistics",
            Help.STATISTICS,
            options -> options.settings().statistics().label(),
            Statistics::of,
            (options, statistics) -> options.change(settings -> settings.withStatistics(statistics))),
    INSIDE(
            new Flag(),
            "Inside only",
            Help.INSIDE,
            options -> options.settings().inside(),
            (options, inside) -> options.change(settings -> settings.withInside(inside))),
    MASK(
            new FreeText("a second picture"),
            "Mask image",
            Help.MASK,
            MaskOptions::mask,
            text -> text,
            MaskOptions::withMask),
    MASKVALUES(
            Choice.of(Labelled.labels(MaskValues.values())),
            "Mask values",
            Help.MASKVALUES,
            options -> options.settings().maskValues().label(),
            MaskValues::of,
            (options, values) -> options.change(settings -> settings.withMaskValues(values))),
    LIMITED(new Flag(), "Limited to the selection", Help.LIMITED, MaskOptions::limited, MaskOptions::withLimited),
    SLICES(
            Choice.of(Labelled.labels(Slices.values())),
            "Slices",
            Help.SLICES,
            options -> options.slices().label(),
            Slices::of,
            MaskOptions::withSlices),
    RANGE(
            new FreeText("display, type, min,max", List.of("display", "type")),
            "Range",
            Help.RANGE,
            options -> options.reading().range().text(),
            NumberRange::parse,
            (options, range) -> options.with(options.reading().withRange(range))),
    RGB(
            new FreeText("display, or three or four channel numbers, such as 3,1,2"),
            "RGB channels",
            Help.RGB,
            options -> options.reading().rgb().text(),
            ChannelOrder::parse,
            (options, rgb) -> options.with(options.reading().withRgb(rgb))),
    OUTPUT(
            Choice.of(Labelled.labels(Output.values())),
            "Output",
            Help.OUTPUT,
            options -> options.settings().output().label(),
            Output::of,
            (options, output) -> options.change(settings -> settings.withOutput(output))),
    ENGINE(
            new Choice(EngineChoice::names),
            "Engine",
            Help.ENGINE,
            MaskOptions::engine,
            text -> text,
            MaskOptions::withEngine);

    /** The help text of each option, as constants for annotations. */
    public static final class Help {

        public static final String IMAGE = "The open image that the mask is made from; it is not changed";
        public static final String CHANNEL = "The colour channel that the mask is made from";
        public static final String STAINS =
                "For Stain 1 to Stain 3 only: the stains of the section, by name or as optical densities"
                        + " in red, green and blue, such as 0.65,0.70,0.29;0.27,0.57,0.78";
        public static final String BACKGROUND =
                "For Stain 1 to Stain 3 only: red, green and blue of an empty place of the slide, without tissue";
        public static final String COLOUR = "For Distance only: the colour to measure from, such as #b5651d; of several"
                + " colours, separated by commas, the nearest one counts";
        public static final String HUE = "0 to " + Term.MOST_HUE
                + ", for H (HSV) and H (LCH) only: shifts the hues; red is at both ends of the scale, and a shift of 30 moves all reds to one place";
        public static final String CLIP =
                "Which values of the channel become 0 and 255 before black and white apply. auto:"
                        + " the darkest and the brightest value of the picture; none: 0 and 255, so that values stay as they are; or"
                        + " two numbers such as 20,230, the same for every picture";
        public static final String BLACK = "0 to " + Levels.MOST + ": this value and all below become 0";
        public static final String WHITE = "0 to " + Levels.MOST + ": this value and all above become " + Levels.MOST
                + "; if black is above white, the two are swapped";
        public static final String WHITE2 = "0 to " + Levels.MOST
                + ": the end of a band of values: from this value on the mask falls, to 0 at black2; " + Levels.MOST
                + " for both: no band";
        public static final String BLACK2 =
                "0 to " + Levels.MOST + ": the end of a band of values: this value and all above become 0";
        public static final String GRAY = Levels.LEAST_GRAY + " to " + Levels.MOST_GRAY
                + ": above 1 brightens the middle values, below 1 darkens them; Invert is applied after it, so"
                + " with Invert a value above 1 darkens the mask";
        public static final String INVERT =
                "Bright becomes dark; outside your selection or mask image the mask stays black";
        public static final String TERMS = "Further channels that the mask is joined with, one after the other, such as"
                + " \"and S (HSV) black=10 without H (HSV) hue=30\". and: white where both are; or: white where one of them is;"
                + " without: black where that channel is white";
        public static final String STATISTICS =
                "slice: each slice is stretched by its own clip range; stack: all slices by one clip range;"
                        + " batch: one clip range for all files of the run";
        public static final String INSIDE = "The clip range is computed only from pixels where the selection,"
                + " mask image or alpha is at least " + Output.THRESHOLD;
        public static final String MASK = "The mask is multiplied with this image of the same size, which replaces the"
                + " picture's own alpha; of a colour image, the brightness (luma) is used";
        public static final String MASKVALUES = "values: 0 is outside, the largest value of the mask image's type is"
                + " inside; labels: every value above 0 is inside, for label images and images of 0 and 1";
        public static final String LIMITED =
                "Outside the selection the mask is 0; if this is off, the selection is ignored";
        public static final String SLICES = "all: every slice of the stack; current: only the slice that is shown";
        public static final String RANGE =
                "For 16-bit and 32-bit images: which stored values count as no light and as full light. display: the contrast that you"
                        + " set in Brightness/Contrast, or that the file stores; type: all values of the type; or two numbers such as"
                        + " 0,4095";
        public static final String RGB =
                "Which channels are red, green, blue and, if given, alpha, such as 3,1,2; display:"
                        + " all channels in the colours in which they are shown";
        public static final String OUTPUT = "8-bit: 0 to 255; 32-bit: 0 to 1; binary: 255 where the mask is at least "
                + Output.THRESHOLD + ", else 0; selection: the binary mask as an ROI, for open images only";
        public static final String ENGINE =
                "What computes the mask. auto: a GPU if there is one, else the processor; java: the processor; opencl: a device of OpenCL";

        private Help() {}
    }

    private static final Set<MaskOption> OF_TERM =
            EnumSet.of(BACKGROUND, STAINS, COLOUR, HUE, CLIP, BLACK, WHITE, WHITE2, BLACK2, GRAY, INVERT);
    private static final Set<MaskOption> FOR_OPEN_IMAGES_ONLY = EnumSet.of(IMAGE, MASK, LIMITED, SLICES);

    /**
     * The options that mask records had from the start. An option that was added later is written only if it is used,
     * so that other records stay the same.
     */
    private static final Set<MaskOption> ALWAYS_WRITTEN =
            EnumSet.of(CHANNEL, HUE, BLACK, WHITE, GRAY, INVERT, STATISTICS, INSIDE, SLICES, RANGE, OUTPUT, ENGINE);

    private final Kind kind;
    private final String label;
    private final String help;
    private final Function<MaskOptions, Object> getter;
    private final BiFunction<MaskOptions, String, MaskOptions> setter;

    <T> MaskOption(
            ParsedKind<T> kind,
            String label,
            String help,
            Function<MaskOptions, Object> getter,
            BiFunction<MaskOptions, T, MaskOptions> setter) {
        this.kind = kind;
        this.label = label;
        this.help = help;
        this.getter = getter;
        this.setter =
                (options, text) -> setter.apply(options, kind.parse(key(), kind instanceof Flag ? text : filled(text)));
    }

    /** @param parser throws an IllegalArgumentException with one sentence for a text that is not allowed */
    <T> MaskOption(
            Kind kind,
            String label,
            String help,
            Function<MaskOptions, Object> getter,
            Function<String, T> parser,
            BiFunction<MaskOptions, T, MaskOptions> setter) {
        this.kind = kind;
        this.label = label;
        this.help = help;
        this.getter = getter;
        this.setter = (options, text) -> setter.apply(options, parser.apply(filled(text)));
    }

    /** The names of all options. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(MaskOption::key).toList();
    }

    /**
     * The option of that name.
     *
     * @param value that was given for it, for the error
     * @throws IllegalArgumentException naming all options, if there is none
     */
    static MaskOption of(String key, String value) {
        for (MaskOption option : values()) if (option.key().equals(key)) return option;
        throw OptionString.unknown(key, value, keys());
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String help() {
        return help;
    }

    /** Whether each further term of a mask has the option, too. */
    public boolean isOfTerm() {
        return OF_TERM.contains(this);
    }

    /** Whether the option also applies to picture files, and not only to open images. */
    public boolean isForFiles() {
        return !FOR_OPEN_IMAGES_ONLY.contains(this);
    }

    /** Its value as a number, a boolean or a text; null for the active image. */
    public Object value(MaskOptions options) {
        return getter.apply(options);
    }

    /** Its value as a macro names it. */
    public String text(MaskOptions options) {
        Object value = value(options);
        if (value instanceof Double number) return BigDecimal.valueOf(number).toPlainString();
        return value == null ? "" : String.valueOf(value);
    }

    /** Whether the value of this option is written where all options of a mask are. */
    public boolean isWritten(MaskOptions options) {
        if (this == IMAGE) return false;
        String text = text(options);
        return ALWAYS_WRITTEN.contains(this) || !text.isEmpty() && !text.equals(text(MaskOptions.DEFAULT));
    }

    /**
     * The same options with another value of this one.
     *
     * @param text the value as a macro names it; null for a bare key, which turns a flag on
     * @throws IllegalArgumentException naming key, value and what is allowed, if it is not
     */
    MaskOptions set(MaskOptions options, String text) {
        return setter.apply(options, text);
    }

    private static String filled(String text) {
        return text == null ? "" : text;
    }
}
