package sc.fiji.imagetomask;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One of a few values that users choose by a word; the same word in dialogs, macros, scripts and commands. */
public interface Labelled {

    /** The word. */
    String label();

    /** The words of all these values, in order. */
    static String[] labels(Labelled[] values) {
        return Arrays.stream(values).map(Labelled::label).toArray(String[]::new);
    }

    /**
     * The value of that word; case does not matter.
     *
     * @param name what is chosen, for the error
     * @throws IllegalArgumentException naming the word and all that are allowed
     */
    static <T extends Labelled> T of(String name, String word, T[] values) {
        for (T value : values) if (value.label().equalsIgnoreCase(word)) return value;
        throw new IllegalArgumentException(name + " is '" + word + "', but must be one of "
                + Arrays.stream(labels(values)).collect(Collectors.joining(", ")) + ".");
    }
}
