package sc.fiji.imagetomask.image;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The option string of an ImageJ macro, cut into keys and values: {@code key=word}, {@code key=[some words]}, {@code
 * key='some words'}, or a bare {@code key}. Square brackets may be nested.
 */
final class OptionString {

    private final String text;
    private int at;

    private OptionString(String text) {
        this.text = text;
    }

    /**
     * Keys and values in the order of the text; the value of a bare key is null.
     *
     * @throws IllegalArgumentException if a key is given twice, or a bracket or quote is not closed
     */
    static Map<String, String> parse(String text) {
        OptionString options = new OptionString(text);
        Map<String, String> values = new LinkedHashMap<>();
        while (options.skipSpace()) {
            String key = options.key();
            boolean given = values.containsKey(key);
            String value = options.value(key);
            if (given)
                throw new IllegalArgumentException(key + " is given twice, as '" + values.get(key) + "' and '" + value
                        + "', but must be given once.");
            values.put(key, value);
        }
        return values;
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
