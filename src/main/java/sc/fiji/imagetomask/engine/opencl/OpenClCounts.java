package sc.fiji.imagetomask.engine.opencl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Histograms;

/** The histograms of many channels of several sets of pixels: one kernel reads each pixel once. */
final class OpenClCounts {

    /** The most channels at once: their counters take 30 of the 32 KB that groups share on every device. */
    private static final int MOST_CHANNELS = 30;

    private static final int MOST_SETS = 4;

    private OpenClCounts() {}

    /** Whether the kernel can count these sets. */
    static boolean canCount(List<Pixels> sets) {
        return !sets.isEmpty() && sets.size() <= MOST_SETS && SentPixels.areAlike(sets);
    }

    /** For each set, the histogram of each channel. */
    static List<Histograms> of(ClContext context, List<Pixels> sets, List<ChannelFormula> formulas) {
        List<List<Histogram>> ofSets = new ArrayList<>();
        sets.forEach(set -> ofSets.add(new ArrayList<>()));
        context.inLane(lane -> {
            try (SentPixels sent = SentPixels.of(context, lane, sets)) {
                for (int from = 0; from < formulas.size(); from += MOST_CHANNELS) {
                    int to = Math.min(from + MOST_CHANNELS, formulas.size());
                    count(context, lane, sent.pixels(), ends(sets), formulas.subList(from, to), ofSets);
                }
            }
            return ofSets;
        });
        return ofSets.stream().map(Histograms::new).toList();
    }

    private static long[] ends(List<Pixels> sets) {
        long[] ends = new long[MOST_SETS];
        long end = 0;
        for (int set = 0; set < MOST_SETS; set++) {
            if (set < sets.size()) end += sets.get(set).length();
            ends[set] = end;
        }
        return ends;
    }

    private static void count(
            ClContext context,
            ClLane lane,
            DevicePixels pixels,
            long[] ends,
            List<ChannelFormula> formulas,
            List<List<Histogram>> ofSets) {
        int n = MOST_SETS * formulas.size() * Histogram.BINS;
        boolean isDeep = pixels.format().isHighBitDepth();
        try (ClTables.Several tables = context.tables().several(formulas, isDeep, lane);
                ClBuffer histograms = context.allocate(4L * n)) {
            lane.clear(histograms);
            ClSteps.counts(lane, pixels, ends, tables, formulas.size(), MOST_CHANNELS, histograms);
            int[] counts = lane.read(histograms, n);
            for (int set = 0; set < ofSets.size(); set++) {
                int first = set * formulas.size();
                IntStream.range(first, first + formulas.size())
                        .mapToObj(i ->
                                Histogram.of(Arrays.copyOfRange(counts, i * Histogram.BINS, (i + 1) * Histogram.BINS)))
                        .forEach(ofSets.get(set)::add);
            }
        }
    }
}
