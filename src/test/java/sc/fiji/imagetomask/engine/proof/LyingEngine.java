package sc.fiji.imagetomask.engine.proof;

import java.util.function.Predicate;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;

/**
 * The Java engine with one wrong value: that of the last pixel, or a count of the histogram.
 *
 * @param when for which masks
 * @param inHistogram whether the histogram is wrong, and not the mask
 */
public record LyingEngine(Predicate<Job> when, boolean inHistogram) implements Engine {

    /** A mask that is made. */
    public record Job(Pixels pixels, Channel channel, Tone tone, MaskSpan factors) {}

    /** Wrong in one channel. */
    public LyingEngine() {
        this(job -> job.channel == Channel.YUV_U, false);
    }

    @Override
    public String name() {
        return "opencl";
    }

    @Override
    public String device() {
        return "liar";
    }

    @Override
    public int maxPixels() {
        return 1 << 28;
    }

    @Override
    public ChannelPlane plane(Pixels pixels, ChannelFormula formula) {
        Channel channel = formula.channel();
        ChannelPlane honest = new JavaEngine().plane(pixels, formula);
        return new ChannelPlane() {
            @Override
            public int length() {
                return honest.length();
            }

            @Override
            public Histogram histogram() {
                return changed(honest.histogram(), null);
            }

            @Override
            public Histogram histogram(MaskSpan inside) {
                return changed(honest.histogram(inside), inside);
            }

            private Histogram changed(Histogram histogram, MaskSpan inside) {
                long[] counts = histogram.toArray();
                if (inHistogram && when.test(new Job(pixels, channel, null, inside))) counts[7]++;
                return Histogram.of(counts);
            }

            @Override
            public void apply(Tone tone, MaskSpan mask, MaskSpan out) {
                honest.apply(tone, mask, out);
                if (inHistogram || out.length() == 0 || !when.test(new Job(pixels, channel, tone, mask))) return;
                int last = out.length() - 1;
                if (out instanceof ByteSpan bytes) bytes.array()[bytes.offset() + last] ^= 1;
                else out.set(last, 255 * out.fraction(last) + 1);
            }

            @Override
            public void close() {
                honest.close();
            }
        };
    }
}
