package sc.fiji.imagetomask.engine.jvm;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.CountedChannels;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.memory.ArrayPool;
import sc.fiji.imagetomask.threads.ParallelRanges;
import sc.fiji.imagetomask.threads.Workers;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * The histograms of many channels of 8-bit pixels, and their values, for one thread: each pixel is read once, and L, a and b are computed once for
 * all channels that are made of them.
 */
final class ChannelCounts {

    /** Fewer pixels of all channels than this are not worth a thread. */
    private static final int SMALLEST = 1 << 12;

    private final LabBlock lab = new LabBlock(new int[ChannelBlock.SIZE]);
    private final ChannelBlock.Loop[] labLoops;
    private final ChannelBlock[] blocks;
    private final Counts[] counts;

    private ChannelCounts(List<ChannelFormula> formulas) {
        labLoops = lab.loops(formulas.stream()
                .flatMapToInt(formula -> IntStream.of(ChannelBlock.components(formula.channel())))
                .distinct()
                .toArray());
        BlockMemory memory = new BlockMemory();
        blocks = formulas.stream()
                .map(formula -> new ChannelBlock(lab, formula, memory))
                .toArray(ChannelBlock[]::new);
        counts = Stream.generate(Counts::new).limit(blocks.length).toArray(Counts[]::new);
    }

    /** Those of all these pixels, by several threads. */
    static Histograms of(Pixels.EightBit pixels, List<ChannelFormula> formulas) {
        return of(pixels, formulas, null);
    }

    /** The planes of these channels, by several threads. */
    static List<ChannelPlane> planes(Pixels.EightBit pixels, List<ChannelFormula> formulas) {
        byte[][] values = arrays(pixels, formulas);
        Histograms counted = of(pixels, formulas, values);
        return IntStream.range(0, values.length)
                .<ChannelPlane>mapToObj(
                        i -> JavaPlane.pooled(values[i], counted.ofTerms().get(i)))
                .toList();
    }

    /** The histograms, and all values. */
    static CountedChannels kept(Pixels.EightBit pixels, List<ChannelFormula> formulas) {
        byte[][] values = arrays(pixels, formulas);
        return CountedChannels.kept(
                formulas,
                of(pixels, formulas, values),
                values,
                () -> Stream.of(values).forEach(ArrayPool::give));
    }

    private static byte[][] arrays(Pixels pixels, List<ChannelFormula> formulas) {
        return Stream.generate(() -> ArrayPool.take(byte[].class, pixels.length()))
                .limit(formulas.size())
                .toArray(byte[][]::new);
    }

    /** @param values takes those of each channel; or null */
    private static Histograms of(Pixels.EightBit pixels, List<ChannelFormula> formulas, byte[][] values) {
        Workers<ChannelCounts> workers = new Workers<>(() -> new ChannelCounts(formulas));
        ParallelRanges.forEach(
                pixels.length(),
                SMALLEST,
                (start, end) -> workers.use(worker -> worker.count(pixels, start, end, values)));
        return new Histograms(IntStream.range(0, formulas.size())
                .mapToObj(i -> Counts.sum(
                        workers.all().stream().map(worker -> worker.counts[i]).toList()))
                .toList());
    }

    private void count(Pixels.EightBit pixels, int start, int end, byte[][] values) {
        for (int at = start; at < end; at += ChannelBlock.SIZE) {
            int n = Math.min(ChannelBlock.SIZE, end - at);
            pixels.pack(at, n, lab.argb());
            for (ChannelBlock.Loop loop : labLoops) loop.run(n);
            for (int i = 0; i < blocks.length; i++) {
                int[] block = blocks[i].values(n);
                counts[i].count(block, n);
                if (values != null) ChannelBlock.narrow(block, n, values[i], at);
            }
        }
    }
}
