package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result of writing the masks of some fields.
 *
 * @param engines what computed them
 * @param problems fields whose masks were not made
 * @param notices about the masks; of very many, the first ones
 */
record FieldsWritten(List<String> engines, Problems problems, List<String> notices) implements Serializable {

    private static final int MOST_NOTICES = 1000;

    FieldsWritten plus(FieldsWritten other) {
        return new FieldsWritten(
                Stream.concat(engines.stream(), other.engines.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                problems.plus(other.problems),
                Stream.concat(notices.stream(), other.notices.stream())
                        .limit(MOST_NOTICES)
                        .toList());
    }
}
