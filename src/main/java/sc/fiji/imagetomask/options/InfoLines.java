package sc.fiji.imagetomask.options;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names and values as lines {@code name: value} in an image's info.
 *
 * <p>A backslash is written twice; line ends, other control characters and characters beyond Latin-1 are written as
 * {@code \}{@code n}, {@code \}{@code r} or {@code \}{@code uXXXX}: ImageJ loses the high byte of some of them when it
 * reads a TIFF file of Intel byte order.
 */
final class InfoLines {

    private static final Pattern UNSAFE = Pattern.compile("[\\\\\\x00-\\x1f\\x7f-\\x9f\u0100-\uffff]");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-f]{4})|.)");

    private InfoLines() {}

    /** These lines. */
    static String text(Map<String, String> values) {
        return values.entrySet().stream()
                .map(line -> line.getKey() + ": " + escaped(line.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** The lines of a text; of lines with the same name the first. */
    static Map<String, String> read(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text.split("\r?\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) values.putIfAbsent(line.substring(0, colon), plain(line.substring(colon + 2)));
        }
        return values;
    }

    private static String escaped(String value) {
        return UNSAFE.matcher(value)
                .replaceAll(found -> "\\\\"
                        + switch (found.group()) {
                            case "\\" -> "\\\\";
                            case "\n" -> "n";
                            case "\r" -> "r";
                            default -> "u%04x".formatted((int) found.group().charAt(0));
                        });
    }

    private static String plain(String value) {
        return ESCAPE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    private static String character(MatchResult escape) {
        if (escape.group(2) != null) return String.valueOf((char) Integer.parseInt(escape.group(2), 16));
        return switch (escape.group(1)) {
            case "n" -> "\n";
            case "r" -> "\r";
            default -> escape.group(1);
        };
    }
}
