package sc.fiji.imagetomask.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.tone.Levels;

/**
 * The options that the user of a dialog or macro chose. Keys and values are the same in plain ImageJ and in Fiji.
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

    /** The defaults: the active image, default settings, no mask image, the best engine. */
    public static final MaskOptions DEFAULT =
            new MaskOptions(null, MaskSettings.DEFAULT, NO_MASK, true, Slices.ALL, Reading.DEFAULT, EngineChoice.AUTO);

    /** The keys that a macro may use. */
    public static final List<String> KEYS = MaskOption.keys();

    /** The key by which a macro names a preset. It is no option: its settings are recorded, and not its name. */
    public static final String PRESET = "preset";

    private static final List<String> PRESET_KEYS = Stream.of(MaskOption.values())
            .filter(MaskOption::isForFiles)
            .map(MaskOption::key)
            .toList();

    /**
     * The options in a macro's option string; options that it does not name keep their defaults.
     *
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    public static MaskOptions parse(String text) {
        return parse(text, UnaryOperator.identity(), MaskOptions::with);
    }

    /**
     * The same for a text with macro variables.
     *
     * @param variables replaces a value such as {@code &name} by the value of the variable
     * @param setter takes the values, such as {@link #with(String, String)}
     */
    public static MaskOptions parse(String text, UnaryOperator<String> variables, OptionSetter<MaskOptions> setter) {
        return OptionString.read(text, KEYS, variables, DEFAULT, setter);
    }

    /**
     * The same for a text that may name a preset, with {@code preset=NAME}; the other options of the text win over it.
     *
     * @param presets gives the options of a preset by its name
     */
    public static MaskOptions parse(
            String text,
            UnaryOperator<String> variables,
            OptionSetter<MaskOptions> setter,
            Function<String, MaskOptions> presets) {
        List<String> keys = Stream.concat(KEYS.stream(), Stream.of(PRESET)).toList();
        Map<String, String> given = OptionString.parse(text, keys);
        MaskOptions start = DEFAULT;
        if (given.containsKey(PRESET)) {
            String preset = given.get(PRESET);
            start = presets.apply(preset == null ? "" : variables.apply(preset));
        }
        return OptionString.read(text, keys, variables, start, (options, key, value) -> {
            if (!keys.contains(key)) throw OptionString.unknown(key, value, keys);
            return key.equals(PRESET) ? options : setter.with(options, key, value);
        });
    }

    /**
     * The options of a preset: those that picture files have, too.
     *
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    public static MaskOptions parsePreset(String text) {
        return OptionString.read(text, PRESET_KEYS, UnaryOperator.identity(), DEFAULT, (options, key, value) -> {
            if (!PRESET_KEYS.contains(key)) throw OptionString.unknown(key, value, PRESET_KEYS);
            return options.with(key, value);
        });
    }

    /** These options with the settings of a preset, and how it reads pictures. */
    public MaskOptions withPreset(MaskOptions preset) {
        return with(preset.settings).with(preset.reading);
    }

    /**
     * The same with another value for one key.
     *
     * @param value as in a macro; null for a bare key, which turns a flag on
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    public MaskOptions with(String key, String value) {
        return MaskOption.of(key, value).set(this, value);
    }

    /**
     * These options, if a mask can be made by them.
     *
     * @throws IllegalArgumentException if the channel needs an option that was not given, such as a colour
     */
    public MaskOptions complete() {
        settings.complete();
        return this;
    }

    /** The same with other settings. */
    public MaskOptions with(MaskSettings newSettings) {
        return new MaskOptions(image, newSettings, mask, limited, slices, reading, engine);
    }

    /** The same with another reading. */
    public MaskOptions with(Reading newReading) {
        return new MaskOptions(image, settings, mask, limited, slices, newReading, engine);
    }

    MaskOptions withImage(String newImage) {
        return new MaskOptions(newImage, settings, mask, limited, slices, reading, engine);
    }

    MaskOptions withMask(String newMask) {
        return new MaskOptions(image, settings, newMask, limited, slices, reading, engine);
    }

    MaskOptions withLimited(boolean newLimited) {
        return new MaskOptions(image, settings, mask, newLimited, slices, reading, engine);
    }

    MaskOptions withSlices(Slices newSlices) {
        return new MaskOptions(image, settings, mask, limited, newSlices, reading, engine);
    }

    MaskOptions withEngine(String newEngine) {
        return new MaskOptions(image, settings, mask, limited, slices, reading, newEngine);
    }

    MaskOptions change(UnaryOperator<MaskSettings> change) {
        return with(change.apply(settings));
    }

    MaskOptions changeLevels(UnaryOperator<Levels> change) {
        return with(settings.withLevels(change.apply(settings.levels())));
    }

    /**
     * All options by their keys, with values as in a macro; without the image, and without mask, limited and rgb if
     * they have their defaults.
     */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (MaskOption option : MaskOption.values())
            if (option.isWritten(this)) values.put(option.key(), option.text(this));
        return values;
    }

    /**
     * The channel, and the other options for picture files that do not have their defaults, by their keys, with values as in a
     * macro; without the engine, which makes no difference to the mask.
     */
    public Map<String, String> changed() {
        Map<String, String> values = new LinkedHashMap<>();
        for (MaskOption option : MaskOption.values())
            if (option.isForFiles()
                    && option != MaskOption.ENGINE
                    && (option == MaskOption.CHANNEL || !option.text(this).equals(option.text(DEFAULT))))
                values.put(option.key(), option.text(this));
        return values;
    }

    /** The same as a macro's option string. */
    public String changedText() {
        return text(changed());
    }

    /** All options as a macro's option string. */
    public String text() {
        return text(KEYS);
    }

    /** The same with these keys only. */
    public String text(List<String> keys) {
        Map<String, String> chosen = new LinkedHashMap<>(values());
        chosen.keySet().retainAll(keys);
        return text(chosen);
    }

    private static String text(Map<String, String> values) {
        return values.entrySet().stream()
                .map(option -> option.getKey() + "=" + OptionString.quoted(option.getValue()))
                .collect(Collectors.joining(" "));
    }
}
