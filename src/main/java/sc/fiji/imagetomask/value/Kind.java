package sc.fiji.imagetomask.value;

/** Which values a setting can have. */
public sealed interface Kind permits ParsedKind, Choice, FreeText {

    /** The values in short, as a table of settings lists them, such as {@code 0 to 255}. */
    String values();

    /**
     * The sentence about a value that is not allowed.
     *
     * @param key the name of the setting
     * @param allowed in words
     */
    static IllegalArgumentException mistake(String key, Object value, String allowed) {
        return new IllegalArgumentException(key + " is " + value + ", but must be " + allowed + ".");
    }
}
