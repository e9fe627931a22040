package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.imagetomask.Multiplied;

/**
 * The result of writing some blocks.
 *
 * @param engines what computed them
 * @param problems blocks that could not be read
 * @param multiplied what the masks were multiplied with
 */
record Written(List<String> engines, Problems problems, Multiplied multiplied) implements Serializable {

    Written plus(Written other) {
        List<String> all = Stream.concat(engines.stream(), other.engines.stream())
                .distinct()
                .sorted()
                .toList();
        return new Written(all, problems.plus(other.problems), multiplied.plus(other.multiplied));
    }
}
