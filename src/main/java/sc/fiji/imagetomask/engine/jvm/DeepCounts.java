package sc.fiji.imagetomask.engine.jvm;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ManyFormulas;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.threads.ParallelRanges;
import sc.fiji.imagetomask.threads.Workers;
import sc.fiji.imagetomask.tone.Histograms;

/** The histograms of many channels of 16-bit and 32-bit images, for one thread: each pixel is read once. */
final class DeepCounts {

    private final Channel[] channels;
    private final ManyFormulas formulas;
    private final float[] values;
    private final Counts[] counts;

    private DeepCounts(List<ChannelFormula> all) {
        channels = all.stream().map(ChannelFormula::channel).toArray(Channel[]::new);
        formulas = new ManyFormulas(all);
        values = new float[channels.length];
        counts = Stream.generate(Counts::new).limit(channels.length).toArray(Counts[]::new);
    }

    /** Those of all these pixels, by several threads. */
    static Histograms of(Pixels.HighBitDepth pixels, List<ChannelFormula> formulas) {
        boolean isOneRange = JavaHighBitDepthPlane.haveOneRange(pixels);
        Workers<DeepCounts> workers = new Workers<>(() -> new DeepCounts(formulas));
        ParallelRanges.forEach(
                pixels.length(), (start, end) -> workers.use(worker -> worker.count(pixels, isOneRange, start, end)));
        return new Histograms(IntStream.range(0, formulas.size())
                .mapToObj(i -> Counts.sum(
                        workers.all().stream().map(worker -> worker.counts[i]).toList()))
                .toList());
    }

    private void count(Pixels.HighBitDepth pixels, boolean isOneRange, int start, int end) {
        for (int i = start; i < end; i++) {
            formulas.values(pixels.red(i), pixels.green(i), pixels.blue(i), pixels.alpha(i), values);
            for (int c = 0; c < channels.length; c++) {
                float value = isOneRange && JavaHighBitDepthPlane.isRatio(channels[c])
                        ? JavaHighBitDepthPlane.ratio(pixels, i, channels[c])
                        : values[c];
                if (!Float.isNaN(value)) counts[c].count((int) value);
            }
        }
    }
}
