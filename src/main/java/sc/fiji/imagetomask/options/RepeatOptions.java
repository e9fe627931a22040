package sc.fiji.imagetomask.options;

import java.util.List;
import java.util.function.UnaryOperator;
import sc.fiji.imagetomask.engine.EngineChoice;

/**
 * What a macro can say about making a mask again.
 *
 * @param image what names the mask, its title or {@code #ID}; null for the active image
 * @param engine one of {@link EngineChoice#names}
 */
public record RepeatOptions(String image, String engine) {

    /** The active image, the engine that is found. */
    public static final RepeatOptions DEFAULT = new RepeatOptions(null, EngineChoice.AUTO);

    /** What can be said in a macro. */
    public static final List<String> KEYS = List.of(MaskOption.IMAGE.key(), MaskOption.ENGINE.key());

    /**
     * The options in a macro's option string; what it does not name keeps its default.
     *
     * @throws IllegalArgumentException naming a key that there is not
     */
    public static RepeatOptions parse(String text) {
        return parse(text, UnaryOperator.identity());
    }

    /**
     * The same of a text with variables.
     *
     * @param variables gives the value that is meant by a value that was written
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
