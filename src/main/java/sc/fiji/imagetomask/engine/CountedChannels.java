package sc.fiji.imagetomask.engine;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histograms;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/**
 * The histograms of several channels of the same pixels, and the values of those that are chosen after that. An engine that has computed
 * all values to count them may have kept them.
 */
public final class CountedChannels implements AutoCloseable {

    private static final Tone UNCHANGED = new Tone(new ClipRange(0, 255), Levels.NONE, false);

    private final Histograms histograms;
    private final Function<List<ChannelFormula>, List<byte[]>> source;
    private final Runnable release;

    private CountedChannels(
            Histograms histograms, Function<List<ChannelFormula>, List<byte[]>> source, Runnable release) {
        this.histograms = histograms;
        this.source = source;
        this.release = release;
    }

    /** Those whose values this engine computes when they are asked for. */
    static List<CountedChannels> of(Engine engine, List<Pixels> sets, List<Histograms> histograms) {
        return IntStream.range(0, sets.size())
                .mapToObj(i ->
                        new CountedChannels(histograms.get(i), some -> values(engine, sets.get(i), some), () -> {}))
                .toList();
    }

    private static List<byte[]> values(Engine engine, Pixels pixels, List<ChannelFormula> formulas) {
        if (pixels.length() == 0) return Collections.nCopies(formulas.size(), new byte[0]);
        List<ChannelPlane> planes = engine.planes(pixels, formulas);
        try {
            return planes.stream().map(CountedChannels::values).toList();
        } finally {
            planes.forEach(ChannelPlane::close);
        }
    }

    private static byte[] values(ChannelPlane plane) {
        byte[] values = new byte[plane.length()];
        plane.apply(UNCHANGED, null, ByteSpan.of(values));
        return values;
    }

    /**
     * Those whose values are there already.
     *
     * @param values for each of these formulas
     * @param release is called when this is closed
     */
    public static CountedChannels kept(
            List<ChannelFormula> formulas, Histograms histograms, byte[][] values, Runnable release) {
        return new CountedChannels(
                histograms,
                some -> some.stream()
                        .map(formula -> values[formulas.indexOf(formula)])
                        .toList(),
                release);
    }

    /** One for each channel. */
    public Histograms histograms() {
        return histograms;
    }

    /** The values of some of these channels, one byte for each pixel: the caller's until this is closed. */
    public List<byte[]> values(List<ChannelFormula> some) {
        return source.apply(some);
    }

    @Override
    public void close() {
        release.run();
    }
}
