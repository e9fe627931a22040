package sc.fiji.imagetomask.engine.opencl;

import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;

/** A channel plane in the memory of a device; its kinds differ in what a value is. */
abstract class OpenClPlane implements ChannelPlane {

    private final ClContext context;
    private final ClBuffer values;
    private final int length;
    private final Histogram histogram;

    /** @param values closed together with the plane */
    OpenClPlane(ClContext context, ClBuffer values, int length, Histogram histogram) {
        this.context = context;
        this.values = values;
        this.length = length;
        this.histogram = histogram;
    }

    /** The histogram where the mask is at least 128 of 255. */
    abstract Histogram count(ClContext context, ClLane lane, ClBuffer values, MaskSpan inside);

    /** Applies the tone and the mask, if there is one, in that lane, and waits for the result. */
    abstract void apply(ClContext context, ClLane lane, ClBuffer values, Tone tone, MaskSpan mask, MaskSpan out);

    @Override
    public final int length() {
        return length;
    }

    @Override
    public final Histogram histogram() {
        return histogram;
    }

    @Override
    public final synchronized Histogram histogram(MaskSpan inside) {
        return context.inLane(lane -> count(context, lane, values, inside));
    }

    @Override
    public final synchronized void apply(Tone tone, MaskSpan mask, MaskSpan out) {
        context.inLane(lane -> {
            apply(context, lane, values, tone, mask, out);
            return out;
        });
    }

    @Override
    public final synchronized void close() {
        values.close();
    }
}
