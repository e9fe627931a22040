package sc.fiji.imagetomask.spark;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.tone.Histograms;
import scala.Tuple2;

/**
 * What is known of all slices when they are counted.
 *
 * @param ranges of those slices that could be read as a whole
 * @param problems of the others
 * @param flat why all masks are the same everywhere: sentences; none if they are not
 */
record CountedSlices(SliceClipRanges ranges, Problems problems, List<String> flat) {

    /** Goes through the histograms of slices with their numbers once, and keeps none of them. */
    static CountedSlices of(
            MaskSettings settings, long slices, boolean isOfHighBitDepth, Iterator<Tuple2<Long, Count>> counts) {
        SliceClipRanges.Builder ranges = new SliceClipRanges.Builder(slices);
        AtomicReference<Problems> problems = new AtomicReference<>(Problems.NONE);
        Stream<Histograms> whole = StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(counts, Spliterator.ORDERED), false)
                .peek(count -> problems.set(problems.get().plus(count._2().problems())))
                .filter(count -> count._2().problems().count() == 0)
                .map(count -> {
                    Histograms histograms = count._2().histograms();
                    ranges.put(count._1(), settings.ranges(histograms));
                    return histograms;
                });
        List<String> flat = ImageToMask.sameEverywhere(settings, whole::iterator, isOfHighBitDepth);
        return new CountedSlices(ranges.build(), problems.get(), flat);
    }
}
