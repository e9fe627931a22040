package sc.fiji.imagetomask.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.value.Flag;

/**
 * The options of the channel gallery that the user of a dialog or macro chose.
 *
 * @param image what names the open image to work on, its title or {@code #ID}; null for the active one
 * @param as a stack or a montage
 * @param masked whether the picture's alpha and selection limit what is shown
 * @param sorted whether the channel that separates the selection best comes first
 * @param stains the stains of the channels {@code Stain 1} to {@code Stain 3}
 * @param colours what the channels {@code Distance} are measured from; without a colour they are left out
 * @param reading how the picture's values become colours
 * @param engine one of {@link EngineChoice#names}
 */
public record GalleryOptions(
        String image,
        GalleryForm as,
        boolean masked,
        boolean sorted,
        Stains stains,
        ReferenceColours colours,
        Reading reading,
        String engine) {

    /** The defaults: the active image, a stack, the whole picture, the best engine. */
    public static final GalleryOptions DEFAULT = new GalleryOptions(
            null,
            GalleryForm.STACK,
            false,
            false,
            Stains.DEFAULT,
            ReferenceColours.NONE,
            Reading.DEFAULT,
            EngineChoice.AUTO);

    /** The keys that a macro may use. */
    public static final List<String> KEYS = Stream.of(
                    MaskOption.IMAGE,
                    GalleryOption.AS,
                    GalleryOption.MASKED,
                    GalleryOption.SORTED,
                    MaskOption.BACKGROUND,
                    MaskOption.STAINS,
                    MaskOption.COLOUR,
                    MaskOption.RANGE,
                    MaskOption.RGB,
                    MaskOption.ENGINE)
            .map(Option::key)
            .toList();

    /**
     * The options in a macro's option string; options that it does not name keep their defaults.
     *
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    public static GalleryOptions parse(String text) {
        return parse(text, UnaryOperator.identity(), GalleryOptions::with);
    }

    /**
     * The same for a text with macro variables.
     *
     * @param variables replaces a value such as {@code &name} by the value of the variable
     * @param setter takes the values, such as {@link #with(String, String)}
     */
    public static GalleryOptions parse(
            String text, UnaryOperator<String> variables, OptionSetter<GalleryOptions> setter) {
        return OptionString.read(text, KEYS, variables, DEFAULT, setter);
    }

    /**
     * The same with another value for one key.
     *
     * @param value as in a macro; null for a bare key, which turns a flag on
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    public GalleryOptions with(String key, String value) {
        if (!KEYS.contains(key)) throw OptionString.unknown(key, value, KEYS);
        if (key.equals(GalleryOption.AS.key()))
            return new GalleryOptions(
                    image,
                    GalleryForm.of(value == null ? "" : value),
                    masked,
                    sorted,
                    stains,
                    colours,
                    reading,
                    engine);
        if (key.equals(GalleryOption.MASKED.key()))
            return new GalleryOptions(
                    image, as, new Flag().parse(key, value), sorted, stains, colours, reading, engine);
        if (key.equals(GalleryOption.SORTED.key()))
            return new GalleryOptions(
                    image, as, masked, new Flag().parse(key, value), stains, colours, reading, engine);
        if (key.equals(MaskOption.COLOUR.key()))
            return new GalleryOptions(
                    image,
                    as,
                    masked,
                    sorted,
                    stains,
                    ReferenceColours.parse(value == null ? "" : value),
                    reading,
                    engine);
        MaskOptions shared = MaskOptions.DEFAULT
                .change(settings -> settings.withChannel(Channel.STAIN_1).withStains(stains))
                .withImage(image)
                .with(reading)
                .withEngine(engine)
                .with(key, value);
        return new GalleryOptions(
                shared.image(),
                as,
                masked,
                sorted,
                shared.settings().stains(),
                colours,
                shared.reading(),
                shared.engine());
    }

    /** The form, and the other options that do not have their defaults, by their keys, with values as in a macro; without the image. */
    public Map<String, String> changed() {
        Map<String, String> values = texts();
        Map<String, String> standard = DEFAULT.texts();
        values.entrySet()
                .removeIf(value -> !value.getKey().equals(GalleryOption.AS.key())
                        && value.getValue().equals(standard.get(value.getKey())));
        return values;
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(GalleryOption.AS.key(), as.label());
        texts.put(GalleryOption.MASKED.key(), String.valueOf(masked));
        texts.put(GalleryOption.SORTED.key(), String.valueOf(sorted));
        texts.put(MaskOption.BACKGROUND.key(), stains.background().text());
        texts.put(MaskOption.STAINS.key(), stains.text());
        texts.put(MaskOption.COLOUR.key(), colours.text());
        texts.put(MaskOption.RANGE.key(), reading.range().text());
        texts.put(MaskOption.RGB.key(), reading.rgb().text());
        texts.put(MaskOption.ENGINE.key(), engine);
        return texts;
    }
}
