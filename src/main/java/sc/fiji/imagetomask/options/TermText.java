package sc.fiji.imagetomask.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.imagetomask.Join;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Term;

/**
 * The terms after the first one as a text, which stands in a macro's brackets without brackets of its own:
 *
 * <pre>{@code
 * and S (HSV) black=10 white=200 without H (HSV) hue=30 invert=true
 * }</pre>
 *
 * <p>Each term is {@code and}, {@code or} or {@code without}, the channel, and then options of {@link MaskOption}, each as {@code
 * key=value}. A channel or value ends where the next option or term begins. A bare {@code invert} means {@code invert=true}. Options that are
 * not named have their defaults, whatever the first term is.
 */
final class TermText {

    private static final String EXAMPLE = "and S (HSV) black=10 without H (HSV) hue=30";

    private static final List<MaskOption> OPTIONS =
            Stream.of(MaskOption.values()).filter(MaskOption::isOfTerm).toList();

    private final List<String> words;
    private int at;

    private TermText(List<String> words) {
        this.words = words;
    }

    /** The text of these terms; empty for none. */
    static String of(List<Term> terms) {
        return terms.stream().map(TermText::of).collect(Collectors.joining(" "));
    }

    private static String of(Term term) {
        MaskOptions options =
                MaskOptions.DEFAULT.with(MaskSettings.DEFAULT.withTerms(List.of(term.withJoin(Join.AND))));
        return term.join().label() + " " + term.channel().label()
                + OPTIONS.stream()
                        .filter(option -> !option.text(options).equals(option.text(MaskOptions.DEFAULT)))
                        .map(option -> " " + option.key() + "=" + option.text(options))
                        .collect(Collectors.joining());
    }

    /**
     * The terms of such a text.
     *
     * @throws IllegalArgumentException with one sentence that names what is wrong and what is allowed
     */
    static List<Term> parse(String text) {
        if (text.isBlank()) return List.of();
        TermText reading = new TermText(List.of(text.strip().split("\\s+")));
        if (!reading.isJoin())
            throw new IllegalArgumentException("terms is '" + text + "', but must begin with one of "
                    + String.join(", ", Labelled.labels(Join.values())) + ", such as " + EXAMPLE + ".");
        List<Term> terms = new ArrayList<>();
        while (reading.at < reading.words.size()) terms.add(reading.term());
        return terms;
    }

    private Term term() {
        int start = at;
        Join join = Join.of(words.get(at++));
        String channel = channel(start);
        Map<MaskOption, String> given = new TreeMap<>();
        while (at < words.size() && !isJoin()) option(given);
        String term = String.join(" ", words.subList(start, at));
        try {
            return term(channel, given).withJoin(join);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("terms has '" + term + "': " + e.getMessage());
        }
    }

    private static Term term(String channel, Map<MaskOption, String> given) {
        MaskOptions options = MaskOption.CHANNEL.set(MaskOptions.DEFAULT, channel);
        for (Map.Entry<MaskOption, String> option : given.entrySet())
            options = option.getKey().set(options, option.getValue());
        return options.complete().settings().first();
    }

    private String channel(int start) {
        String channel = value();
        if (!channel.isEmpty()) return channel;
        while (at < words.size() && !isJoin()) at++;
        String join = words.get(start);
        throw new IllegalArgumentException("terms has '" + String.join(" ", words.subList(start, at))
                + "', but must have a channel after " + join + ", such as " + join + " S (HSV).");
    }

    /** A word beside a space that should be without one. */
    private static void requireNoSpace(String word) {
        String key = word.replaceFirst("^-+", "");
        if (word.startsWith("=")
                || OPTIONS.stream().anyMatch(option -> option.key().equals(key)))
            throw new IllegalArgumentException("terms has '" + word
                    + "', but an option of a term must be written as key=value without spaces, such as black=10.");
    }

    /** Reads one option with its value; that of a bare invert is null. */
    private void option(Map<MaskOption, String> given) {
        String word = words.get(at++);
        if (word.startsWith("=")) requireNoSpace(word);
        int sign = word.indexOf('=');
        String key = sign < 0 ? word : word.substring(0, sign);
        MaskOption option = OPTIONS.stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("terms has '" + word
                        + "', but an option of a term must be one of "
                        + OPTIONS.stream().map(MaskOption::key).collect(Collectors.joining(", ")) + "."));
        String rest = sign < 0 ? null : (word.substring(sign + 1) + " " + value()).strip();
        if (given.containsKey(option))
            throw new IllegalArgumentException("terms has '" + word + "', but " + key
                    + " was given for that term already, and must be given once.");
        if (FromSelections.isMeant(key, rest))
            throw new IllegalArgumentException(
                    "terms has '" + key + "=" + rest + "', but must have a name or numbers for " + key + ".");
        given.put(option, rest);
    }

    /** The words up to the next option or term. */
    private String value() {
        int start = at;
        for (; at < words.size() && !isJoin() && !isOption(); at++) requireNoSpace(words.get(at));
        return String.join(" ", words.subList(start, at));
    }

    private boolean isJoin() {
        return Arrays.stream(Join.values()).anyMatch(join -> join.label().equalsIgnoreCase(words.get(at)));
    }

    private boolean isOption() {
        String word = words.get(at);
        return word.indexOf('=') > 0 || word.equals(MaskOption.INVERT.key());
    }
}
