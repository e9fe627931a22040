package sc.fiji.imagetomask.options;

import java.util.List;
import java.util.function.UnaryOperator;
import sc.fiji.imagetomask.engine.EngineChoice;

/**
 * The options that a macro can give for making a mask again.
 *
 * @param image what names the mask, its title or {@code #ID}; null for the active image
 * @param engine one of {@link EngineChoice#names}
 */
public record RepeatOptions(String image, String engine) {

    /** The defaults: the active image, the best engine. */
    public static final RepeatOptions DEFAULT = new RepeatOptions(null, EngineChoice.AUTO);

    /** The keys that a macro may use. */
    public static final List<String> KEYS = List.of(MaskOption.IMAGE.key(), MaskOption.ENGINE.key());

    /**
     * The options in a macro's option string; options that it does not name keep their defaults.
     *
     * @throws IllegalArgumentException naming a key that there is not
     */
    public static RepeatOptions parse(String text) {
        return parse(text, UnaryOperator.identity());
    }

    /**
     * The same for a text with macro variables.
     *
     * @param variables replaces a value such as {@code &name} by the value of the variable
     */
    public static RepeatOptions parse(String text, UnaryOperator<String> variables) {
        return OptionString.read(text, KEYS, variables, DEFAULT, RepeatOptions::with);
    }

    private RepeatOptions with(String key, String value) {
        if (!KEYS.contains(key)) throw OptionString.unknown(key, value, KEYS);
        MaskOptions shared =
                MaskOptions.DEFAULT.withImage(image).withEngine(engine).with(key, value);
        return new RepeatOptions(shared.image(), shared.engine());
    }
}
