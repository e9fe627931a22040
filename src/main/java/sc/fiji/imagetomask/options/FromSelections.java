package sc.fiji.imagetomask.options;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values of options that stand for what is selected in an open image: the pixels there give the numbers, which are
 * recorded. Where no image is open, they are not allowed.
 */
public final class FromSelections {

    /** For the option stains. */
    public static final String STAINS = "From selections";

    /** For the option background. */
    public static final String BACKGROUND = "From selection";

    /** What numbers from selections depend on: which image, how it is read, and for stains the background. */
    private static final List<String> BEFORE = List.of("image", "channel", "range", "rgb", "background");

    private static final Pattern PASSED_OVER = Pattern.compile("[\\s_-]");

    private FromSelections() {}

    /** Whether that value of an option is to be taken from selections; case, spaces and underscores do not matter. */
    public static boolean isMeant(String key, String value) {
        return key.equals("stains") && isWord(STAINS, value) || key.equals("background") && isWord(BACKGROUND, value);
    }

    /** When the value of an option is taken: the smaller, the earlier. */
    static int turn(String key) {
        int i = BEFORE.indexOf(key);
        return i < 0 ? BEFORE.size() : i;
    }

    private static boolean isWord(String word, String value) {
        return value != null && plain(word).equalsIgnoreCase(plain(value));
    }

    private static String plain(String text) {
        return PASSED_OVER.matcher(text).replaceAll("");
    }

    /** The values that a list offers, and that word. */
    static List<String> offered(List<String> values, String word) {
        return Stream.concat(values.stream(), Stream.of(word)).toList();
    }

    /**
     * The value, which is a name or numbers.
     *
     * @throws IllegalArgumentException if it is to be taken from selections
     */
    static String excluded(String key, String value) {
        if (!isMeant(key, value)) return value;
        throw new IllegalArgumentException(key + " is '" + value
                + "', but files and terms have no selections: write the numbers, which"
                + " the mask of an open image records.");
    }
}
