package sc.fiji.imagetomask.engine.proof;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/**
 * Pictures of any number of pixels and of every layout, such as grey ones with alpha. Packed pixels and planes have kernels of their
 * own for each kind of channel, whose building takes most of the time; they differ in how pixels are read, so some channels of
 * each layout are tested, and all of them in a full test.
 */
final class OddSizes implements Check {

    private static final List<Integer> LENGTHS = List.of(0, 1, 2, 3, 5, 7, 15, 17, 255, 257, 65537, 1 << 17 | 3);
    private static final Tone TONE = new Tone(new ClipRange(10, 240), new Levels(20, 230, 1.3), true);

    private static final List<Layout> LAYOUTS = List.of(
            new Layout(n -> Layouts.packed(n, false), Channel.LAB_B, Channel.ALPHA, Channel.STAIN_2, Channel.DISTANCE),
            new Layout(n -> Layouts.packed(n, true), Channel.ALPHA),
            new Layout(n -> Layouts.planar(1, n), Channel.RGB_B, Channel.LAB_B),
            new Layout(n -> Layouts.planar(2, n), Channel.ALPHA, Channel.LAB_B),
            new Layout(n -> Layouts.planar(3, n), Channel.RGB_G, Channel.HSV_H),
            new Layout(n -> Layouts.planar(4, n), Channel.ALPHA, Channel.LAB_L));

    /** Makes pictures of a layout. */
    private record Layout(IntFunction<Pixels.EightBit> maker, List<ChannelFormula> some) {

        Layout(IntFunction<Pixels.EightBit> maker, Channel... some) {
            this(maker, Stream.of(some).map(ProofFormulas::of).toList());
        }

        List<ChannelFormula> channels(boolean isFull) {
            return isFull ? ProofFormulas.ALL : some;
        }
    }

    @Override
    public String name() {
        return "odd sizes and layouts";
    }

    @Override
    public String run(Subject subject, Clock clock) {
        int all = LENGTHS.size()
                * LAYOUTS.stream()
                        .mapToInt(layout -> layout.channels(clock.isFull()).size())
                        .sum();
        Comparisons comparisons = new Comparisons();
        int done = 0;
        for (int length : LENGTHS) {
            ByteSpan mask = ByteSpan.of(Layouts.noise(9, length));
            for (Layout layout : LAYOUTS) {
                Pixels.EightBit pixels = layout.maker.apply(length);
                for (ChannelFormula formula : layout.channels(clock.isFull())) {
                    clock.step(done++, all);
                    ByteSpan factors = done % 2 == 0 ? mask : null;
                    comparisons.add(Expected.made(subject.engine(), pixels, formula, TONE, factors));
                }
            }
        }
        comparisons.end();
        clock.step(1, 1);
        return "";
    }
}
