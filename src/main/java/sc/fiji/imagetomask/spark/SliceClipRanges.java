package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.tone.ClipRange;

/** The clip ranges of the slices, one for each or one for all, as far as they are known. */
final class SliceClipRanges implements Serializable {

    private static final long serialVersionUID = 1;

    private final HashMap<Long, int[]> ends = new HashMap<>();

    /** Under which number that slice is counted. */
    static long key(MaskSettings settings, long slice) {
        return settings.statistics().isOfAllSlices() ? 0 : slice;
    }

    /** Of complete counts, by their numbers. */
    static SliceClipRanges of(MaskSettings settings, Map<Long, Count> counts) {
        SliceClipRanges ranges = new SliceClipRanges();
        counts.forEach((key, count) -> {
            ClipRange range = settings.range(count.histogram());
            ranges.ends.put(key, new int[] {range.low(), range.high()});
        });
        return ranges;
    }

    /** Null if it is not known. */
    ClipRange get(long key) {
        int[] range = ends.get(key);
        return range == null ? null : new ClipRange(range[0], range[1]);
    }
}
