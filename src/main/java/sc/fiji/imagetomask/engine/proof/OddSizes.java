package sc.fiji.imagetomask.engine.proof;

import java.util.List;
import java.util.stream.Stream;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** Pictures of any number of pixels and of every layout, such as grey ones with alpha. */
final class OddSizes implements Check {

    private static final List<Integer> LENGTHS = List.of(0, 1, 2, 3, 5, 7, 15, 17, 255, 257, 65537, 1 << 17 | 3);
    private static final Tone TONE = new Tone(new ClipRange(10, 240), new Levels(20, 230, 1.3), true);

    @Override
    public String name() {
        return "odd sizes and layouts";
    }

    /** Each layout has kernels of its own, whose building takes most of the time. */
    @Override
    public String run(Subject subject, Clock clock) {
        List<ChannelFormula> channels = clock.isFull()
                ? ProofFormulas.ALL
                : Stream.of(
                                Channel.LAB_B,
                                Channel.ALPHA,
                                Channel.YUV_V,
                                Channel.HSV_H,
                                Channel.STAIN_2,
                                Channel.DISTANCE)
                        .map(ProofFormulas::of)
                        .toList();
        int done = 0;
        for (int length : LENGTHS) {
            ByteSpan mask = ByteSpan.of(Layouts.noise(9, length));
            for (Pixels.EightBit pixels : Layouts.all(length))
                for (ChannelFormula formula : channels) {
                    clock.step(done++, LENGTHS.size() * 6 * channels.size());
                    Expected.check(subject.engine(), pixels, formula, TONE, done % 2 == 0 ? mask : null);
                }
        }
        clock.step(1, 1);
        return "";
    }
}
