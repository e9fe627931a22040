package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import java.util.stream.Stream;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * What was counted in some blocks.
 *
 * @param values for each term, how many pixels have each of the 256 channel values
 * @param problems blocks that could not be counted
 */
record Count(long[][] values, Problems problems) implements Serializable {

    static Count of(Histograms histograms, Problems problems) {
        return new Count(histograms.ofTerms().stream().map(Histogram::toArray).toArray(long[][]::new), problems);
    }

    Count plus(Count other) {
        return of(histograms().plus(other.histograms()), problems.plus(other.problems));
    }

    Histograms histograms() {
        return new Histograms(Stream.of(values).map(Histogram::of).toList());
    }
}
