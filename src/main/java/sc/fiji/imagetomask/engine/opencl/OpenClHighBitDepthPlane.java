package sc.fiji.imagetomask.engine.opencl;

import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;

/** A channel plane of 16-bit and 32-bit images in the memory of a device: floats 0..255 that are not rounded. */
final class OpenClHighBitDepthPlane extends OpenClPlane {

    private OpenClHighBitDepthPlane(ClContext context, ClBuffer values, int length, Histogram histogram) {
        super(context, values, length, histogram);
    }

    static OpenClHighBitDepthPlane of(ClContext context, ClLane lane, DevicePixels pixels, ChannelFormula formula) {
        int n = pixels.length();
        return context.keeping(4L * n, values -> {
            ClSteps.plane(context, lane, pixels, formula, values.memory(), null);
            lane.finish();
            return new OpenClHighBitDepthPlane(context, values, n, count(context, lane, values, null, n));
        });
    }

    private static Histogram count(ClContext context, ClLane lane, ClBuffer values, MaskSpan inside, int n) {
        try (ClBuffer mask = context.allocate(inside == null ? 0 : 4L * n)) {
            if (inside != null) lane.write(mask, fractions(inside));
            ClSteps.highBitDepthHistogram(
                    lane, values.memory(), inside == null ? null : floats(mask), n, lane.counts());
            return lane.histogram();
        }
    }

    private static DeviceMasks.Factor floats(ClBuffer mask) {
        return new DeviceMasks.Factor(mask.memory(), 0, DevicePixels.Format.FLOATS);
    }

    private static float[] fractions(MaskSpan mask) {
        float[] fractions = new float[mask.length()];
        for (int i = 0; i < fractions.length; i++) fractions[i] = mask.fraction(i);
        return fractions;
    }

    @Override
    Histogram count(ClContext context, ClLane lane, ClBuffer values, MaskSpan inside) {
        return count(context, lane, values, inside, length());
    }

    @Override
    void apply(ClContext context, ClLane lane, ClBuffer values, Tone tone, MaskSpan mask, MaskSpan out) {
        boolean floats = out instanceof MaskSpan.Floats;
        int n = length();
        try (ClBuffer factors = context.allocate(mask == null ? 0 : 4L * n);
                ClBuffer result = context.allocate((floats ? 4L : 1L) * n)) {
            if (mask != null) lane.write(factors, fractions(mask));
            ClSteps.highBitDepthTone(
                    lane,
                    values.memory(),
                    tone,
                    mask == null ? null : floats(factors),
                    n,
                    new DeviceMasks.Result(result.memory(), floats));
            lane.read(result, out);
        }
    }
}
