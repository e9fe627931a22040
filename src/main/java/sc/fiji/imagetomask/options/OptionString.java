package sc.fiji.imagetomask.options;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The option string of an ImageJ macro, cut into keys and values: {@code key=word}, {@code key=[some words]}, {@code
 * key='some words'}, or a bare {@code key}. Square brackets may be nested.
 */
final class OptionString {

    /** The keys whose values often have several words. */
    private static final Set<String> TITLED = Set.of(
            MaskOption.IMAGE.key(),
            MaskOption.MASK.key(),
            MaskOption.STAINS.key(),
            MaskOption.TERMS.key(),
            MaskOptions.PRESET);

    private static final Pattern SPACED_SIGN = Pattern.compile("\\s+=|=\\s+([^\\s=]+)");

    private final String text;
    private int at;

    private OptionString(String text) {
        this.text = text;
    }

    /**
     * Keys and values in the order of the text; the value of a bare key is null.
     *
     * @param keys all keys that there are
     * @throws IllegalArgumentException if a key is given twice, a space stands beside an equals sign, a bracket or quote is
     *     not closed, or brackets are missing around a value of several words
     */
    static Map<String, String> parse(String text, List<String> keys) {
        OptionString options = new OptionString(text);
        Map<String, String> values = new LinkedHashMap<>();
        while (options.skipSpace()) {
            String key = options.key();
            boolean given = values.containsKey(key);
            if (keys.contains(key)) options.requireNoSpaceAtSign(key, keys);
            String value = options.value(key);
            if (given)
                throw new IllegalArgumentException(key + " is given twice, as '" + values.get(key) + "' and '" + value
                        + "', but must be given once.");
            if (value != null && keys.contains(key) && options.endsWithWord()) options.requireOneWord(key, value, keys);
            values.put(key, value);
        }
        return values;
    }

    /**
     * Options with the values that a text names.
     *
     * @param keys all keys that there are, in the order in which their values are taken; but what the values of
     *     selections depend on comes first
     * @param variables replaces a value such as {@code &name} by the value of the variable
     * @param start has the values that the text does not name
     */
    static <T> T read(
            String text, List<String> keys, UnaryOperator<String> variables, T start, OptionSetter<T> setter) {
        Map<String, String> given = parse(text, keys);
        List<String> ordered = new ArrayList<>(given.keySet());
        ordered.sort(Comparator.comparingInt(FromSelections::turn).thenComparingInt(keys::indexOf));
        T options = start;
        for (String key : ordered) options = setter.with(options, key, variables.apply(given.get(key)));
        return options;
    }

    /** The value as it is parsed: in brackets, or in quotes where its own brackets would end that early. */
    static String quoted(String value) {
        if (value.matches("[\\w.-]+")) return value;
        String inBrackets = "[" + value + "]";
        boolean isWhole = new OptionString(inBrackets).closingBracket() == inBrackets.length() - 1;
        return isWhole || value.contains("'") ? inBrackets : "'" + value + "'";
    }

    /** The error for a key that is not allowed. */
    static IllegalArgumentException unknown(String key, String value, List<String> allowed) {
        return new IllegalArgumentException("'" + key + (value == null ? "" : "=" + value)
                + "' is not an option, but must be one of " + String.join(", ", allowed) + ".");
    }

    /** Whether the last value is without brackets and quotes. */
    private boolean endsWithWord() {
        return at > 0 && text.charAt(at - 1) != ']' && text.charAt(at - 1) != '\'';
    }

    private void requireNoSpaceAtSign(String key, List<String> keys) {
        Matcher spaced = SPACED_SIGN.matcher(text).region(at, text.length());
        if (spaced.lookingAt() && !keys.contains(spaced.group(1)))
            throw new IllegalArgumentException(
                    key + " has a space beside its =, but must be written without: " + key + "=value.");
    }

    /**
     * Words that are not keys belong to the title before them, a parenthesis or a number to the channel before it, and a
     * word beside a comma to the list before it.
     */
    private void requireOneWord(String key, String value, List<String> keys) {
        StringBuilder whole = new StringBuilder(value);
        OptionString rest = new OptionString(text);
        rest.at = at;
        while (rest.skipSpace()) {
            String word = rest.key();
            boolean isPart = TITLED.contains(key)
                    || word.startsWith("(")
                    || key.equals(MaskOption.CHANNEL.key()) && word.matches("\\d")
                    || whole.toString().endsWith(",")
                    || word.startsWith(",");
            if (!isPart || keys.contains(word) || rest.value(word) != null) break;
            whole.append(' ').append(word);
        }
        if (whole.length() > value.length())
            throw new IllegalArgumentException(key + " is " + whole
                    + ", but a value of several words must be in brackets: write " + key + "=[" + whole + "].");
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        return at < text.length();
    }

    private String key() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) at++;
        return text.substring(start, at);
    }

    private String value(String key) {
        if (at == text.length() || text.charAt(at) != '=') return null;
        at++;
        char first = at < text.length() ? text.charAt(at) : ' ';
        int start = first == '[' || first == '\'' ? at + 1 : at;
        int end = first == '[' ? closingBracket() : first == '\'' ? text.indexOf('\'', start) : wordEnd();
        if (end < 0)
            throw new IllegalArgumentException(key + " is " + text.substring(at).strip() + ", but must end with "
                    + (first == '[' ? "]" : "'") + " since it starts with " + first + ".");
        at = start == at ? end : end + 1;
        return text.substring(start, end);
    }

    private int closingBracket() {
        int open = 0;
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) == '[') open++;
            if (text.charAt(i) == ']') open--;
            if (open == 0) return i;
        }
        return -1;
    }

    private int wordEnd() {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
        return end;
    }
}
