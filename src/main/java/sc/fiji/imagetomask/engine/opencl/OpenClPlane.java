package sc.fiji.imagetomask.engine.opencl;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteRun;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.MaskRun;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;

/** A channel plane of 8-bit pixels in the memory of a device. */
final class OpenClPlane implements ChannelPlane {

    private final ClContext context;
    private final ClBuffer values;
    private final int length;
    private final Histogram histogram;

    private OpenClPlane(ClContext context, ClBuffer values, int length, Histogram histogram) {
        this.context = context;
        this.values = values;
        this.length = length;
        this.histogram = histogram;
    }

    static OpenClPlane of(ClContext context, Pixels.EightBit pixels, Channel channel) {
        return context.inLane(lane -> {
            ClBuffer values = context.allocate(pixels.length());
            try {
                return new OpenClPlane(context, values, pixels.length(), fill(context, lane, values, pixels, channel));
            } catch (EngineException e) {
                values.close();
                throw e;
            }
        });
    }

    private static Histogram fill(
            ClContext context, ClLane lane, ClBuffer values, Pixels.EightBit pixels, Channel channel) {
        try (ClBuffer source = context.allocate(bytes(pixels));
                ClBuffer counts = context.allocate(4L * Histogram.BINS)) {
            DevicePixels onDevice = write(lane, source, pixels);
            ClSteps.plane(context, lane, onDevice, channel, values.memory(), counts);
            return histogram(lane, counts);
        }
    }

    private static long bytes(Pixels.EightBit pixels) {
        return pixels instanceof Pixels.Planar planar
                ? (long) planar.channels().length * planar.length()
                : 4L * pixels.length();
    }

    private static DevicePixels write(ClLane lane, ClBuffer source, Pixels.EightBit pixels) {
        int n = pixels.length();
        if (pixels instanceof Pixels.Packed packed) {
            lane.write(source, 0, packed.data(), packed.offset(), n);
            return new DevicePixels(
                    DevicePixels.Format.PACKED,
                    DevicePixels.planes(source.memory(), 1, n, Samples.Range.UNIT),
                    n,
                    !packed.hasAlpha());
        }
        Pixels.Planar planar = (Pixels.Planar) pixels;
        int channels = planar.channels().length;
        for (int c = 0; c < channels; c++)
            lane.write(source, (long) c * n, new ByteRun(planar.channels()[c], planar.offset(), n));
        return new DevicePixels(
                DevicePixels.Format.BYTES,
                DevicePixels.planes(source.memory(), channels, n, Samples.Range.UNIT),
                n,
                false);
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
        return context.inLane(lane -> {
            try (ClBuffer mask = context.allocate(length);
                    ClBuffer counts = context.allocate(4L * Histogram.BINS)) {
                lane.write(mask, 0, ByteRun.of(inside));
                ClSteps.histogramInside(lane, values.memory(), mask.memory(), length, counts);
                return histogram(lane, counts);
            }
        });
    }

    @Override
    public synchronized void apply(Tone tone, MaskRun mask, MaskRun out) {
        ByteRun bytes = out instanceof ByteRun run ? run : ByteRun.allocate(length);
        context.inLane(lane -> {
            try (ClBuffer entries = context.allocate(Histogram.BINS);
                    ClBuffer result = context.allocate(length);
                    ClBuffer factors = context.allocate(mask == null ? 0 : length)) {
                lane.write(entries, 0, ByteRun.of(tone.table().toArray()));
                if (mask != null) lane.write(factors, 0, ByteRun.of(mask));
                DeviceMasks.Factor multiplied =
                        mask == null ? null : new DeviceMasks.Factor(factors.memory(), 0, DevicePixels.Format.BYTES);
                ClSteps.apply(
                        lane,
                        values.memory(),
                        entries,
                        multiplied,
                        length,
                        new DeviceMasks.Result(result.memory(), false));
                lane.read(result, bytes);
                return bytes;
            }
        });
        if (bytes != out) for (int i = 0; i < length; i++) out.set(i, bytes.get(i));
    }

    static Histogram histogram(ClLane lane, ClBuffer counts) {
        int[] numbers = new int[Histogram.BINS];
        lane.read(counts, numbers);
        return Histogram.of(numbers);
    }

    @Override
    public synchronized void close() {
        values.close();
    }
}
