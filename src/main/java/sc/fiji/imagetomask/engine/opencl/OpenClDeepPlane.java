package sc.fiji.imagetomask.engine.opencl;

import java.util.Arrays;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteRun;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.MaskRun;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** A channel plane of deeper data in the memory of a device: floats 0..255 that are not rounded. */
final class OpenClDeepPlane implements ChannelPlane {

    private final ClContext context;
    private final ClBuffer values;
    private final int length;
    private final Histogram histogram;

    private OpenClDeepPlane(ClContext context, ClBuffer values, int length, Histogram histogram) {
        this.context = context;
        this.values = values;
        this.length = length;
        this.histogram = histogram;
    }

    static OpenClDeepPlane of(ClContext context, Pixels.Deep pixels, Channel channel) {
        int n = pixels.length();
        return context.inLane(lane -> {
            ClBuffer values = context.allocate(4L * n);
            try {
                fill(context, lane, values, pixels, channel);
                return new OpenClDeepPlane(context, values, n, count(context, lane, values, null, n));
            } catch (EngineException e) {
                values.close();
                throw e;
            }
        });
    }

    /** Samples of mixed kinds all travel as floats. */
    private static void fill(ClContext context, ClLane lane, ClBuffer values, Pixels.Deep pixels, Channel channel) {
        Samples[] channels = pixels.channels();
        boolean shorts = Arrays.stream(channels).allMatch(samples -> samples instanceof Samples.Shorts);
        int n = pixels.length();
        int size = shorts ? 2 : 4;
        float[] ranges = new float[8];
        try (ClBuffer source = context.allocate((long) size * channels.length * n)) {
            for (int c = 0; c < channels.length; c++) {
                ranges[2 * c] = channels[c].range().min();
                ranges[2 * c + 1] = channels[c].range().max();
                lane.write(source, (long) size * c * n, channels[c], pixels.offset(), n, shorts);
            }
            lane.run(KernelSpec.deep(channel, channels.length, shorts), n, source, (long) n, n, ranges, values);
            lane.finish();
        }
    }

    private static Histogram count(ClContext context, ClLane lane, ClBuffer values, MaskRun inside, int n) {
        try (ClBuffer mask = context.allocate(inside == null ? 0 : 4L * n);
                ClBuffer counts = context.allocate(4L * Histogram.BINS)) {
            if (inside != null) lane.write(mask, fractions(inside));
            lane.clear(counts);
            lane.run(KernelSpec.DEEP_HISTOGRAM, n, values, mask, inside == null ? 0 : 1, n, counts);
            return OpenClPlane.histogram(lane, counts);
        }
    }

    private static float[] fractions(MaskRun mask) {
        float[] fractions = new float[mask.length()];
        for (int i = 0; i < fractions.length; i++) fractions[i] = mask.fraction(i);
        return fractions;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public Histogram histogram() {
        return histogram;
    }

    @Override
    public synchronized Histogram histogram(MaskRun inside) {
        return context.inLane(lane -> count(context, lane, values, inside, length));
    }

    @Override
    public synchronized void apply(Tone tone, MaskRun mask, MaskRun out) {
        boolean bytes = out instanceof ByteRun;
        MaskRun.Floats floats =
                out instanceof MaskRun.Floats run ? run : new MaskRun.Floats(new float[length], 0, length);
        context.inLane(lane -> {
            try (ClBuffer factors = context.allocate(mask == null ? 0 : 4L * length);
                    ClBuffer result = context.allocate(4L * length)) {
                if (mask != null) lane.write(factors, fractions(mask));
                lane.run(
                        KernelSpec.DEEP_TONE,
                        length,
                        values,
                        factors,
                        mask == null ? 0 : 1,
                        length,
                        curve(tone),
                        tone.turn(),
                        tone.invert() ? 1 : 0,
                        bytes ? 1f : 1f / 255,
                        result);
                lane.read(result, floats);
                return out;
            }
        });
        if (bytes) for (int i = 0; i < length; i++) out.set(i, floats.array()[i]);
    }

    private static float[] curve(Tone tone) {
        Levels levels = tone.levels();
        return new float[] {
            tone.range().low(),
            tone.range().high(),
            Math.min(levels.black(), levels.white()),
            Math.max(levels.black(), levels.white()),
            (float) (1 / levels.gray()),
            0,
            0,
            0
        };
    }

    @Override
    public synchronized void close() {
        values.close();
    }
}
