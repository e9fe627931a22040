package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import sc.fiji.imagetomask.tone.Histogram;

/**
 * What was counted in some blocks.
 *
 * @param values how many pixels have each of the 256 channel values
 * @param problems blocks that could not be counted
 */
record Count(long[] values, Problems problems) implements Serializable {

    static Count of(Histogram histogram) {
        return new Count(histogram.toArray(), Problems.NONE);
    }

    static Count of(Problems problems) {
        return new Count(Histogram.EMPTY.toArray(), problems);
    }

    Count plus(Count other) {
        return new Count(histogram().plus(other.histogram()).toArray(), problems.plus(other.problems));
    }

    Histogram histogram() {
        return Histogram.of(values);
    }
}
