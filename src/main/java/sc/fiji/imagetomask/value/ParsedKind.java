package sc.fiji.imagetomask.value;

/**
 * Values that are written in one way only.
 *
 * @param <T> what a text becomes
 */
public sealed interface ParsedKind<T> extends Kind permits WholeNumber, DecimalNumber, Flag {

    /**
     * The value in a text.
     *
     * @param key the name of the setting, for the error
     * @throws IllegalArgumentException naming key, text and what is allowed, if it is none or not allowed
     */
    T parse(String key, String text);
}
