package sc.fiji.imagetomask.tone;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The histograms of the terms of a mask over the same pixels. Those of tiles, slices and pictures add up.
 *
 * @param ofTerms one for each term
 */
public record Histograms(List<Histogram> ofTerms) {

    /** Those of a mask with one term for each of these. */
    public static Histograms of(Histogram... ofTerms) {
        return new Histograms(List.of(ofTerms));
    }

    /** Of no pixels. */
    public static Histograms empty(int terms) {
        return new Histograms(Collections.nCopies(terms, Histogram.EMPTY));
    }

    /** The histograms of both sets of pixels together. */
    public Histograms plus(Histograms other) {
        return new Histograms(IntStream.range(0, ofTerms.size())
                .mapToObj(i -> ofTerms.get(i).plus(other.ofTerms.get(i)))
                .toList());
    }

    /** That of the first term. */
    public Histogram first() {
        return ofTerms.get(0);
    }
}
