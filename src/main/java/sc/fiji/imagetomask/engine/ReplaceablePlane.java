package sc.fiji.imagetomask.engine;

import java.util.function.Function;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;

/** A plane whose work is done by a plane of another engine, which is replaced where it fails. */
abstract class ReplaceablePlane implements ChannelPlane {

    final Pixels pixels;

    ReplaceablePlane(Pixels pixels) {
        this.pixels = pixels;
    }

    /** Does the job on a plane that has not failed. */
    abstract <T> T work(Function<ChannelPlane, T> job);

    @Override
    public final int length() {
        return pixels.length();
    }

    @Override
    public final Histogram histogram() {
        return work(ChannelPlane::histogram);
    }

    @Override
    public final Histogram histogram(MaskSpan inside) {
        return work(plane -> plane.histogram(inside));
    }

    @Override
    public final void apply(Tone tone, MaskSpan mask, MaskSpan out) {
        work(plane -> {
            plane.apply(tone, mask, out);
            return out;
        });
    }
}
