package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result of writing some blocks.
 *
 * @param engines what computed them
 * @param problems blocks that could not be read
 * @param largestFactor the largest value that the masks were multiplied with, up to the first one that matters; 1 if a part
 *     of them was not multiplied
 */
record Written(List<String> engines, Problems problems, float largestFactor) implements Serializable {

    Written plus(Written other) {
        List<String> all = Stream.concat(engines.stream(), other.engines.stream())
                .distinct()
                .sorted()
                .toList();
        return new Written(all, problems.plus(other.problems), Math.max(largestFactor, other.largestFactor));
    }
}
