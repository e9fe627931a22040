package sc.fiji.imagetomask.engine.proof;

import java.util.stream.IntStream;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;
import sc.fiji.imagetomask.tone.ToneTable;

/** Masks that stay on the device, as for CLIJ2: there the device makes clip range and table itself. */
final class StayingMasks implements Check {

    private static final int N = 100_003;
    private static final Levels LEVELS = new Levels(20, 230, 1.3);

    @Override
    public String name() {
        return "masks that stay on the device";
    }

    @Override
    public String run(Subject subject, Clock clock) {
        Comparisons comparisons = new Comparisons();
        int[] argb = Layouts.packed(N, false).data();
        for (int i = 0; i < argb.length; i++) argb[i] = 0xff000000 | argb[i] & 0x7f3f7f;
        try (Subject.OnDevice picture = subject.onDevice(argb)) {
            if (picture == null) return null;
            for (ChannelFormula formula : ProofFormulas.ALL) {
                clock.step(formula.channel().ordinal(), ProofFormulas.ALL.size());
                int hueShift = formula.channel() == Channel.HSV_H ? 100 : 0;
                picture.make(formula, hueShift, LEVELS, true);
                byte[] mask = picture.mask();
                comparisons.add(() -> check(mask, argb, formula, hueShift));
            }
        }
        comparisons.end();
        clock.step(1, 1);
        return "";
    }

    private static void check(byte[] mask, int[] argb, ChannelFormula formula, int hueShift) {
        long[] counts = new long[Histogram.BINS];
        int[] values = IntStream.of(argb).map(formula::value).toArray();
        for (int value : values) counts[value]++;
        ClipRange range = ClipRange.of(Histogram.of(counts).hueShifted(hueShift));
        ToneTable table = new Tone(range, LEVELS, true, hueShift).table();
        for (int i = 0; i < argb.length; i++) {
            int expected = table.value(values[i]);
            if ((mask[i] & 255) != expected)
                throw new DifferenceException("The mask of colour %06x in %s is %d, but must be %d."
                        .formatted(argb[i] & 0xffffff, formula.channel().label(), mask[i] & 255, expected));
        }
    }
}
