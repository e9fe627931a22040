package sc.fiji.imagetomask.engine.jvm;

import java.util.Arrays;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.Hsv;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.threads.ParallelRanges;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;

/** A channel plane of 16-bit and 32-bit images on the heap: values 0..255 that are not rounded. */
final class JavaHighBitDepthPlane implements ChannelPlane {

    /** How many whole numbers 16 bits have. */
    private static final int GREYS = 1 << 16;

    private final MaskSpan.Floats values;
    private final Histogram histogram;

    /** @param known its histogram; null: it is counted */
    private JavaHighBitDepthPlane(MaskSpan.Floats values, Histogram known) {
        this.values = values;
        histogram = known == null ? count(null) : known;
    }

    static JavaHighBitDepthPlane of(Pixels.HighBitDepth pixels, ChannelFormula formula) {
        Channel channel = formula.channel();
        float[] values = new float[pixels.length()];
        if (pixels.channels().length == 1) {
            ofGreys(pixels, formula, values);
            return new JavaHighBitDepthPlane(MaskSpan.Floats.of(values), null);
        }
        boolean isRatio = isRatio(channel) && haveOneRange(pixels);
        ParallelRanges.forEach(values.length, (start, end) -> {
            for (int i = start; i < end; i++)
                values[i] = isRatio ? ratio(pixels, i, channel) : value(pixels, i, formula);
        });
        return new JavaHighBitDepthPlane(MaskSpan.Floats.of(values), null);
    }

    /** A grey is one of a few whole numbers in most pictures, so the channel is computed once for each of them. */
    private static void ofGreys(Pixels.HighBitDepth pixels, ChannelFormula formula, float[] values) {
        float[] known = new float[GREYS];
        Arrays.fill(known, Float.NaN);
        Samples greys = pixels.channels()[0];
        ParallelRanges.forEach(values.length, (start, end) -> {
            for (int i = start; i < end; i++) {
                float grey = greys.stored(pixels.offset() + i);
                int whole = (int) grey;
                if (whole != grey || whole < 0 || whole >= GREYS) values[i] = value(pixels, i, formula);
                else {
                    if (Float.isNaN(known[whole])) known[whole] = value(pixels, i, formula);
                    values[i] = known[whole];
                }
            }
        });
    }

    private static float value(Pixels.HighBitDepth pixels, int i, ChannelFormula formula) {
        return formula.value(pixels.red(i), pixels.green(i), pixels.blue(i), pixels.alpha(i));
    }

    /** Whether the channel is the same at any scale. */
    static boolean isRatio(Channel channel) {
        return channel == Channel.HSV_H || channel == Channel.HSV_S;
    }

    /**
     * Hue and saturation are the same at any scale; where nothing is divided, the differences of whole numbers are
     * exact.
     */
    static float ratio(Pixels.HighBitDepth pixels, int i, Channel channel) {
        float[] rgb = new float[3];
        for (int c = 0; c < 3; c++) {
            Samples samples = pixels.channels()[c];
            rgb[c] = samples.range().above(samples.stored(pixels.offset() + i));
        }
        return channel == Channel.HSV_H ? Hsv.hue(rgb[0], rgb[1], rgb[2]) : Hsv.saturation(rgb[0], rgb[1], rgb[2]);
    }

    static boolean haveOneRange(Pixels.HighBitDepth pixels) {
        Samples[] channels = pixels.channels();
        return channels.length > 2
                && channels[0].range().equals(channels[1].range())
                && channels[0].range().equals(channels[2].range());
    }

    @Override
    public int length() {
        return values.length();
    }

    @Override
    public Histogram histogram() {
        return histogram;
    }

    @Override
    public Histogram histogram(MaskSpan inside) {
        return count(inside);
    }

    private Histogram count(MaskSpan inside) {
        return Counts.of(values.length(), (counts, start, end) -> {
            for (int i = start; i < end; i++) {
                float value = value(i);
                if (!Float.isNaN(value) && (inside == null || inside.fraction(i) >= 128f / 255))
                    counts.count((int) value);
            }
        });
    }

    private float value(int i) {
        return values.array()[values.offset() + i];
    }

    @Override
    public void apply(Tone tone, MaskSpan mask, MaskSpan out) {
        ParallelRanges.forEach(values.length(), (start, end) -> {
            for (int i = start; i < end; i++) {
                double value = tone.value(value(i));
                out.set(i, mask == null ? value : value * mask.fraction(i));
            }
        });
    }

    @Override
    public MaskSpan.Floats stored() {
        return values;
    }

    @Override
    public ChannelPlane movedTo(MaskSpan place) {
        return new JavaHighBitDepthPlane((MaskSpan.Floats) place, histogram);
    }

    @Override
    public void close() {}
}
