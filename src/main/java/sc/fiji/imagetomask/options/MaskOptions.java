package sc.fiji.imagetomask.options;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MaskValues;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.tone.Levels;

/**
 * What the user of a dialog or macro asks for, by the same keys and values in plain ImageJ and in Fiji.
 *
 * <pre>{@code
 * MaskOptions options = MaskOptions.parse("channel=[S (HSV)] black=10 white=200 gray=1.20 invert=true");
 * }</pre>
 *
 * @param image what names the open image to work on, its title or {@code #ID}; null for the active one
 * @param settings how the picture becomes a mask
 * @param mask what names the open image to multiply with, or {@link #NO_MASK}
 * @param limited whether the image's selection limits the mask; it does by default
 * @param slices which slices of the image
 * @param reading how the image's values become colours
 * @param engine one of {@link EngineChoice#names}
 */
public record MaskOptions(
        String image,
        MaskSettings settings,
        String mask,
        boolean limited,
        Slices slices,
        Reading reading,
        String engine) {

    /** The choice that no mask image is used. */
    public static final String NO_MASK = "None";

    /** The active image, default settings, no mask image, the engine that is found. */
    public static final MaskOptions DEFAULT =
            new MaskOptions(null, MaskSettings.DEFAULT, NO_MASK, true, Slices.ALL, Reading.DEFAULT, EngineChoice.AUTO);

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
            "maskvalues",
            "limited",
            "slices",
            "range",
            "rgb",
            "output",
            "engine");

    /**
     * The options in a macro's option string; what it does not name keeps its default.
     *
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    public static MaskOptions parse(String text) {
        return parse(text, UnaryOperator.identity());
    }

    /**
     * The same of a text with variables.
     *
     * @param variables gives the value that is meant by a value that was written
     */
    public static MaskOptions parse(String text, UnaryOperator<String> variables) {
        Map<String, String> given = OptionString.parse(text, KEYS);
        List<String> ordered = new ArrayList<>(given.keySet());
        ordered.sort(Comparator.comparingInt(KEYS::indexOf)); // a hue is allowed or not once the channel is known
        MaskOptions options = DEFAULT;
        for (String key : ordered) options = options.with(key, variables.apply(given.get(key)));
        return options;
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
            case "image" -> new MaskOptions(text, settings, mask, limited, slices, reading, engine);
            case "channel" -> with(settings.withChannel(Channel.of(text)));
            case "hue" -> with(settings.withHue(whole(key, text, 254)));
            case "black" -> with(settings.withLevels(whole(key, text, 255), levels.white(), levels.gray()));
            case "white" -> with(settings.withLevels(levels.black(), whole(key, text, 255), levels.gray()));
            case "gray" -> with(settings.withLevels(levels.black(), levels.white(), gray(text)));
            case "invert" -> with(settings.withInvert(OptionString.flag(key, value)));
            case "statistics" -> with(settings.withStatistics(Statistics.of(text)));
            case "inside" -> with(settings.withInside(OptionString.flag(key, value)));
            case "mask" -> new MaskOptions(image, settings, text, limited, slices, reading, engine);
            case "limited" ->
                new MaskOptions(image, settings, mask, OptionString.flag(key, value), slices, reading, engine);
            case "maskvalues" -> with(settings.withMaskValues(MaskValues.of(text)));
            case "slices" -> new MaskOptions(image, settings, mask, limited, Slices.of(text), reading, engine);
            case "range" -> with(reading.withRange(NumberRange.parse(text)));
            case "rgb" -> with(reading.withRgb(ChannelOrder.parse(text)));
            case "output" -> with(settings.withOutput(Output.of(text)));
            case "engine" -> new MaskOptions(image, settings, mask, limited, slices, reading, text);
            default -> throw OptionString.unknown(key, value, KEYS);
        };
    }

    /** The same with other settings. */
    public MaskOptions with(MaskSettings newSettings) {
        return new MaskOptions(image, newSettings, mask, limited, slices, reading, engine);
    }

    /** The same with another reading. */
    public MaskOptions with(Reading newReading) {
        return new MaskOptions(image, settings, mask, limited, slices, newReading, engine);
    }

    /** All options but the image, and but those that are as if not given: mask, limited and rgb, by their keys, with values as in a macro. */
    public Map<String, String> values() {
        Levels levels = settings.levels();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("channel", settings.channel().label());
        values.put("hue", String.valueOf(settings.hue()));
        values.put("black", String.valueOf(levels.black()));
        values.put("white", String.valueOf(levels.white()));
        values.put("gray", BigDecimal.valueOf(levels.gray()).toPlainString());
        values.put("invert", String.valueOf(settings.invert()));
        values.put("statistics", settings.statistics().label());
        values.put("inside", String.valueOf(settings.inside()));
        if (!mask.equals(NO_MASK)) values.put("mask", mask);
        if (settings.maskValues() != MaskValues.VALUES)
            values.put("maskvalues", settings.maskValues().label());
        if (!limited) values.put("limited", "false");
        values.put("slices", slices.label());
        values.put("range", reading.range().text());
        if (!reading.rgb().numbers().isEmpty()) values.put("rgb", reading.rgb().text());
        values.put("output", settings.output().label());
        values.put("engine", engine);
        return values;
    }

    /** The same as a macro's option string. */
    public String text() {
        return text(KEYS);
    }

    /** Of these keys only. */
    public String text(List<String> keys) {
        return values().entrySet().stream()
                .filter(option -> keys.contains(option.getKey()))
                .map(option -> option.getKey() + "=" + OptionString.quoted(option.getValue()))
                .collect(Collectors.joining(" "));
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
}
