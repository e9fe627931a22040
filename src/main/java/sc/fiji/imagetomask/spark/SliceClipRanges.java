package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.tone.ClipRanges;

/**
 * The clip ranges of the slices, one for each or one for all, as far as they are known.
 *
 * <p>Design decision: each machine has all of them. So a slice takes four bytes, and slices with the same ranges share them.
 *
 * @param distinct the ranges, each once
 * @param ofSlices for each slice which of them, or {@link #UNKNOWN}
 */
record SliceClipRanges(List<String> distinct, int[] ofSlices) implements Serializable {

    private static final int UNKNOWN = -1;

    /** Under which number that slice is counted. */
    static long key(Statistics statistics, long slice) {
        return statistics.isOfAllSlices() ? 0 : slice;
    }

    /** Null if it is not known. */
    ClipRanges get(long key) {
        int which = ofSlices[(int) key];
        return which == UNKNOWN ? null : ClipRanges.parse(distinct.get(which));
    }

    /** Takes them one by one. */
    static final class Builder {

        private final List<String> distinct = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();
        private final int[] ofSlices;

        Builder(long slices) {
            ofSlices = new int[Math.toIntExact(slices)];
            Arrays.fill(ofSlices, UNKNOWN);
        }

        void put(long key, ClipRanges ranges) {
            ofSlices[(int) key] = places.computeIfAbsent(ranges.text(), text -> {
                distinct.add(text);
                return distinct.size() - 1;
            });
        }

        SliceClipRanges build() {
            return new SliceClipRanges(new ArrayList<>(distinct), ofSlices);
        }
    }
}
