package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.tone.ClipRanges;

/** The clip ranges of the slices, one for each or one for all, as far as they are known. */
final class SliceClipRanges implements Serializable {

    private static final long serialVersionUID = 1;

    private final HashMap<Long, String> texts = new HashMap<>();

    /** Under which number that slice is counted. */
    static long key(MaskSettings settings, long slice) {
        return settings.statistics().isOfAllSlices() ? 0 : slice;
    }

    /** Of complete counts, by their numbers. */
    static SliceClipRanges of(MaskSettings settings, Map<Long, Count> counts) {
        SliceClipRanges ranges = new SliceClipRanges();
        counts.forEach((key, count) ->
                ranges.texts.put(key, settings.ranges(count.histograms()).text()));
        return ranges;
    }

    /** Null if it is not known. */
    ClipRanges get(long key) {
        String text = texts.get(key);
        return text == null ? null : ClipRanges.parse(text);
    }
}
