package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which blocks could not be read.
 *
 * @param count how many
 * @param sentences one for each of the first of them
 */
record Problems(long count, List<String> sentences) implements Serializable {

    static final Problems NONE = new Problems(0, List.of());

    private static final int MOST_NAMED = 1000;

    /** That one block cannot be read. */
    static Problems of(Block block, RuntimeException problem) {
        return new Problems(1, List.of("Cannot read " + block + ": " + problem.getMessage()));
    }

    /** One sentence about something else that failed. */
    static Problems of(String sentence) {
        return new Problems(1, List.of(sentence));
    }

    Problems plus(Problems other) {
        List<String> both = Stream.concat(sentences.stream(), other.sentences.stream())
                .limit(MOST_NAMED)
                .toList();
        return new Problems(count + other.count, both);
    }

    /** How many are not named. */
    long unnamed() {
        return count - sentences.size();
    }
}
