package sc.fiji.imagetomask.image;

import ij.ImagePlus;
import ij.macro.Interpreter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.tone.Levels;

/**
 * What the user of a dialog or macro asks for, by the same keys and values in plain ImageJ and in Fiji.
 *
 * <pre>{@code
 * MaskOptions options = MaskOptions.parse("channel=[S (HSV)] black=10 white=200 gray=1.20 invert=true");
 * ImagePlus mask = options.maskOf(options.picture(), IJ::log, Progress.NONE);
 * }</pre>
 *
 * @param image the title of the open image to work on; null for the active one
 * @param settings how the picture becomes a mask
 * @param mask the title of the open image to multiply with, or {@link #NO_MASK}
 * @param slices which slices of the image
 * @param engine one of {@link EngineChoice#names}
 */
public record MaskOptions(String image, MaskSettings settings, String mask, Slices slices, String engine) {

    /** The choice that no mask image is used. */
    public static final String NO_MASK = "None";

    /** The active image, default settings, no mask image, the engine that is found. */
    public static final MaskOptions DEFAULT =
            new MaskOptions(null, MaskSettings.DEFAULT, NO_MASK, Slices.ALL, EngineChoice.AUTO);

    /** What can be said in a macro. */
    public static final List<String> KEYS = List.of(
            "image",
            "channel",
            "hue",
            "black",
            "white",
            "gray",
            "invert",
            "statistics",
            "inside",
            "mask",
            "slices",
            "output",
            "engine");

    /**
     * The options in a macro's option string; what it does not name keeps its default.
     *
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    public static MaskOptions parse(String text) {
        Map<String, String> given = OptionString.parse(text);
        List<String> ordered = new ArrayList<>(given.keySet());
        ordered.sort(Comparator.comparingInt(KEYS::indexOf)); // a hue is allowed or not once the channel is known
        MaskOptions options = DEFAULT;
        for (String key : ordered) options = options.with(key, variable(given.get(key)));
        return options;
    }

    /** The choices for a mask image: none, and the titles of all open images. */
    public static List<String> maskChoices() {
        List<String> choices = new ArrayList<>(List.of(NO_MASK));
        choices.addAll(OpenImages.titles());
        return choices;
    }

    /**
     * The same with another value for one key.
     *
     * @param value as in a macro; null for a bare key, which turns a flag on
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    public MaskOptions with(String key, String value) {
        Levels levels = settings.levels();
        String text = value == null ? "" : value;
        return switch (key) {
            case "image" -> new MaskOptions(text, settings, mask, slices, engine);
            case "channel" -> with(settings.withChannel(Channel.of(text)));
            case "hue" -> with(settings.withHue(whole(key, text, 254)));
            case "black" -> with(settings.withLevels(whole(key, text, 255), levels.white(), levels.gray()));
            case "white" -> with(settings.withLevels(levels.black(), whole(key, text, 255), levels.gray()));
            case "gray" -> with(settings.withLevels(levels.black(), levels.white(), gray(text)));
            case "invert" -> with(settings.withInvert(value == null || flag(key, text)));
            case "statistics" -> with(settings.withStatistics(Statistics.of(text)));
            case "inside" -> with(settings.withInside(value == null || flag(key, text)));
            case "mask" -> new MaskOptions(image, settings, text, slices, engine);
            case "slices" -> new MaskOptions(image, settings, mask, Slices.of(text), engine);
            case "output" -> with(settings.withOutput(Output.of(text)));
            case "engine" -> new MaskOptions(image, settings, mask, slices, text);
            default ->
                throw new IllegalArgumentException("'" + key + (value == null ? "" : "=" + value)
                        + "' is not an option, but must be one of " + String.join(", ", KEYS) + ".");
        };
    }

    /** The same with other settings. */
    public MaskOptions with(MaskSettings newSettings) {
        return new MaskOptions(image, newSettings, mask, slices, engine);
    }

    /**
     * The image that these options name, or else the active one.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ImagePlus picture() {
        return image == null ? OpenImages.active() : OpenImages.titled("image", image);
    }

    /**
     * The mask of that picture, not shown.
     *
     * @param notices takes one sentence where another engine than the best one is used
     * @param progress is told after every slice
     * @throws IllegalArgumentException if the picture, its selection, the mask image or the engine's name cannot be used
     * @throws sc.fiji.imagetomask.engine.EngineException if the engine cannot be had or fails
     */
    public ImagePlus maskOf(ImagePlus picture, Consumer<String> notices, Progress progress) {
        ImagePlus maskImage = NO_MASK.equals(mask) ? null : OpenImages.titled("mask", mask);
        return new ImagePlusMasks(EngineChoice.of(engine, null, notices).engine(), settings)
                .of(picture, maskImage, slices, progress);
    }

    /** All options but the image, as a macro's option string that gives them back. */
    public String text() {
        Levels levels = settings.levels();
        return "channel=[" + settings.channel() + "] hue=" + settings.hue() + " black=" + levels.black() + " white="
                + levels.white() + " gray=" + BigDecimal.valueOf(levels.gray()).toPlainString() + " invert="
                + settings.invert() + " statistics=" + settings.statistics().label() + " inside=" + settings.inside()
                + " mask=" + quoted(mask) + " slices=" + slices.label() + " output="
                + settings.output().label() + " engine=" + engine;
    }

    private static String quoted(String value) {
        return value.matches("[\\w.-]+") ? value : "[" + value + "]";
    }

    /** ImageJ lets a macro write {@code key=&name} for the value of its variable. */
    private static String variable(String value) {
        Interpreter macro = Interpreter.getInstance();
        if (value == null || !value.startsWith("&") || macro == null) return value;
        String found = macro.getVariableAsString(value.substring(1));
        return found == null ? value : found;
    }

    private static int whole(String key, String value, int most) {
        try {
            return new BigDecimal(value).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    key + " is '" + value + "', but must be a whole number from 0 to " + most + ".");
        }
    }

    private static double gray(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("gray is '" + value + "', but must be a number from 0.01 to 9.99.");
        }
    }

    private static boolean flag(String key, String value) {
        if (value.equalsIgnoreCase("true")) return true;
        if (value.equalsIgnoreCase("false")) return false;
        throw new IllegalArgumentException(key + " is '" + value + "', but must be true or false.");
    }
}
