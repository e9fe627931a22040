package sc.fiji.imagetomask.options;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;

/**
 * What the user of a dialog or macro asks of the gallery of channels.
 *
 * @param image what names the open image to work on, its title or {@code #ID}; null for the active one
 * @param as a stack or a montage
 * @param masked whether the picture's alpha and selection limit what is shown
 * @param reading how the picture's values become colours
 * @param engine one of {@link EngineChoice#names}
 */
public record GalleryOptions(String image, GalleryForm as, boolean masked, Reading reading, String engine) {

    /** The active image, a stack, all of the picture, the engine that is found. */
    public static final GalleryOptions DEFAULT =
            new GalleryOptions(null, GalleryForm.STACK, false, Reading.DEFAULT, EngineChoice.AUTO);

    /** What can be said in a macro. */
    public static final List<String> KEYS = List.of("image", "as", "masked", "range", "rgb", "engine");

    /**
     * The options in a macro's option string; what it does not name keeps its default.
     *
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    public static GalleryOptions parse(String text) {
        return parse(text, UnaryOperator.identity());
    }

    /**
     * The same of a text with variables.
     *
     * @param variables gives the value that is meant by a value that was written
     */
    public static GalleryOptions parse(String text, UnaryOperator<String> variables) {
        GalleryOptions options = DEFAULT;
        for (Map.Entry<String, String> given : OptionString.parse(text, KEYS).entrySet())
            options = options.with(given.getKey(), variables.apply(given.getValue()));
        return options;
    }

    /**
     * The same with another value for one key.
     *
     * @param value as in a macro; null for a bare key, which turns a flag on
     * @throws IllegalArgumentException naming key, value and what is allowed, if one of them is not
     */
    public GalleryOptions with(String key, String value) {
        String word = value == null ? "" : value;
        return switch (key) {
            case "image" -> new GalleryOptions(word, as, masked, reading, engine);
            case "as" -> new GalleryOptions(image, GalleryForm.of(word), masked, reading, engine);
            case "masked" -> new GalleryOptions(image, as, OptionString.flag(key, value), reading, engine);
            case "range" -> new GalleryOptions(image, as, masked, reading.withRange(NumberRange.parse(word)), engine);
            case "rgb" -> new GalleryOptions(image, as, masked, reading.withRgb(ChannelOrder.parse(word)), engine);
            case "engine" -> new GalleryOptions(image, as, masked, reading, word);
            default -> throw OptionString.unknown(key, value, KEYS);
        };
    }
}
