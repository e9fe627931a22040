package sc.fiji.imagetomask.engine.opencl;

import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;

/** A channel plane of 8-bit pixels in the memory of a device. */
final class OpenClBytePlane extends OpenClPlane {

    private OpenClBytePlane(ClContext context, ClBuffer values, int length, Histogram histogram) {
        super(context, values, length, histogram);
    }

    static OpenClBytePlane of(ClContext context, Pixels.EightBit pixels, Channel channel) {
        int n = pixels.length();
        return context.inLane(lane -> context.keeping(
                n, values -> new OpenClBytePlane(context, values, n, fill(context, lane, values, pixels, channel))));
    }

    private static Histogram fill(
            ClContext context, ClLane lane, ClBuffer values, Pixels.EightBit pixels, Channel channel) {
        try (ClBuffer source = context.allocate(bytes(pixels));
                ClBuffer counts = context.allocate(4L * Histogram.BINS)) {
            DevicePixels onDevice = write(lane, source, pixels);
            ClSteps.plane(context, lane, onDevice, channel, values.memory(), counts);
            return lane.histogram(counts);
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
        for (int c = 0; c < channels; c++) lane.write(source, (long) c * n, planar.plane(c));
        return new DevicePixels(
                DevicePixels.Format.BYTES,
                DevicePixels.planes(source.memory(), channels, n, Samples.Range.UNIT),
                n,
                false);
    }

    @Override
    Histogram count(ClContext context, ClLane lane, ClBuffer values, MaskSpan inside) {
        try (ClBuffer mask = context.allocate(length());
                ClBuffer counts = context.allocate(4L * Histogram.BINS)) {
            lane.write(mask, 0, ByteSpan.of(inside));
            ClSteps.histogramInside(lane, values.memory(), mask.memory(), length(), counts);
            return lane.histogram(counts);
        }
    }

    @Override
    void apply(ClContext context, ClLane lane, ClBuffer values, Tone tone, MaskSpan mask, MaskSpan out) {
        int n = length();
        ByteSpan bytes = out instanceof ByteSpan run ? run : ByteSpan.allocate(n);
        try (ClBuffer entries = context.allocate(Histogram.BINS);
                ClBuffer result = context.allocate(n);
                ClBuffer factors = context.allocate(mask == null ? 0 : n)) {
            lane.write(entries, 0, ByteSpan.of(tone.table().toArray()));
            if (mask != null) lane.write(factors, 0, ByteSpan.of(mask));
            DeviceMasks.Factor multiplied =
                    mask == null ? null : new DeviceMasks.Factor(factors.memory(), 0, DevicePixels.Format.BYTES);
            ClSteps.apply(
                    lane, values.memory(), entries, multiplied, n, new DeviceMasks.Result(result.memory(), false));
            lane.read(result, bytes);
        }
        if (bytes != out) for (int i = 0; i < n; i++) out.set(i, bytes.get(i));
    }
}
