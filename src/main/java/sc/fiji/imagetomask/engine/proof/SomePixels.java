package sc.fiji.imagetomask.engine.proof;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Histograms;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/**
 * All channels of some 8-bit pixels, each alone and all counted at once, a tone and a mask, and two channels of a few 32-bit pixels. Nearly all of its time
 * is that of building the kernels. Other threads do not help: they take time from a device that is a processor.
 */
final class SomePixels implements Check {

    /** Some groups of work-items, and a rest. */
    private static final int PIXELS = 4099;

    private static final int INSIDE = 500;

    private static final int DEEP_PIXELS = 515;
    private static final List<ChannelFormula> DEEP_CHANNELS =
            List.of(ChannelFormula.of(Channel.LAB_B), ChannelFormula.of(Channel.HSV_H));
    private static final Tone TONE = new Tone(new ClipRange(10, 240), new Levels(20, 230, 1.3), true);

    @Override
    public String name() {
        return "some pixels of each channel";
    }

    @Override
    public String run(Subject subject, Clock clock) {
        Engine engine = subject.engine();
        Pixels.EightBit pixels = Layouts.packed(PIXELS, false);
        int parts = ProofFormulas.ALL.size() + DEEP_CHANNELS.size();
        List<ByteSpan> values = new ArrayList<>();
        for (ChannelFormula formula : ProofFormulas.ALL) {
            clock.step(formula.channel().ordinal(), parts);
            ByteSpan result = ByteSpan.allocate(PIXELS);
            Expected.made(engine, pixels, formula, Expected.IDENTITY, null, result)
                    .run();
            values.add(result);
        }
        ByteSpan mask = ByteSpan.of(Layouts.noise(1, PIXELS));
        Expected.made(engine, pixels, ChannelFormula.of(Channel.RGB_G), TONE, mask)
                .run();
        Pixels.HighBitDepth deep = Layouts.floats(DEEP_PIXELS);
        for (ChannelFormula formula : DEEP_CHANNELS)
            Expected.made(engine, deep, formula).getAsDouble();
        compareCounted(engine, pixels, values);
        clock.step(parts, parts);
        return "";
    }

    /**
     * Compares the histograms of all channels, counted at once inside and outside, with those of the values.
     *
     * @param values what the engine has made of each channel, and is compared with the formulas before
     */
    private static void compareCounted(Engine engine, Pixels.EightBit pixels, List<ByteSpan> values) {
        List<Pixels> sets = List.of(pixels.part(0, INSIDE), pixels.part(INSIDE, PIXELS - INSIDE));
        List<Histograms> counted = engine.histograms(sets, ProofFormulas.ALL);
        for (ChannelFormula formula : ProofFormulas.ALL) {
            int channel = formula.channel().ordinal();
            ByteSpan made = values.get(channel);
            compare(made, 0, INSIDE, formula, counted.get(0).ofTerms().get(channel));
            compare(made, INSIDE, PIXELS, formula, counted.get(1).ofTerms().get(channel));
        }
    }

    private static void compare(ByteSpan values, int from, int to, ChannelFormula formula, Histogram counted) {
        long[] counts = new long[Histogram.BINS];
        for (int i = from; i < to; i++) counts[values.get(i)]++;
        if (!counted.equals(Histogram.of(counts)))
            throw new DifferenceException(
                    "The histogram of " + formula.channel().label()
                            + ", counted together with the other channels, is not that of its values.");
    }
}
