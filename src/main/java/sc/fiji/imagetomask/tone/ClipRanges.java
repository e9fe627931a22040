package sc.fiji.imagetomask.tone;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The clip ranges of the terms of a mask.
 *
 * @param ofTerms one for each term
 */
public record ClipRanges(List<ClipRange> ofTerms) {

    private static final String APART = " + ";

    /** Those of a mask with one term for each of these. */
    public static ClipRanges of(ClipRange... ofTerms) {
        return new ClipRanges(List.of(ofTerms));
    }

    /** That of the first term. */
    public ClipRange first() {
        return ofTerms.get(0);
    }

    /** As text, such as {@code 3..250}, or {@code 3..250 + 0..180} for two terms. */
    public String text() {
        return ofTerms.stream().map(range -> range.low() + ".." + range.high()).collect(Collectors.joining(APART));
    }

    /**
     * Of such a text.
     *
     * @throws RuntimeException if it is not one
     */
    public static ClipRanges parse(String text) {
        return new ClipRanges(Stream.of(text.split(" \\+ "))
                .map(range -> range.split("\\.\\."))
                .map(ends -> new ClipRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                .toList());
    }
}
