package sc.fiji.imagetomask.engine.proof;

import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.Histogram;

/** All channels over all 2^24 colours, against the hashes of the reference. */
final class AllColours implements Check {

    private static final int COLOURS = 1 << 24;
    /** So that the test fits into a small heap. */
    private static final int BLOCK = 1 << 22;

    @Override
    public String name() {
        return ProofFormulas.ALL.size() + " channels, all 2^24 colours";
    }

    @Override
    public String run(Subject subject, Clock clock) {
        Map<String, String> hashes = ReferenceHashes.allColours();
        List<ChannelFormula> channels = ProofFormulas.ALL;
        int blocks = COLOURS / BLOCK;
        int[] colours = new int[BLOCK];
        byte[] values = new byte[BLOCK];
        for (ChannelFormula formula : channels) {
            MessageDigest digest = ReferenceHashes.digest();
            long[] counts = new long[Histogram.BINS];
            Histogram counted = Histogram.EMPTY;
            for (int block = 0; block < blocks; block++) {
                clock.step(formula.channel().ordinal() * blocks + block, channels.size() * blocks);
                fill(colours, block);
                counted = counted.plus(compute(subject.engine(), colours, values, formula));
                digest.update(values);
                for (byte value : values) counts[value & 255]++;
            }
            if (!ReferenceHashes.text(digest)
                    .equals(hashes.get(formula.channel().label())))
                throw difference(subject.engine(), colours, values, formula);
            Expected.check(counted, Histogram.of(counts), formula);
        }
        clock.step(1, 1);
        return "";
    }

    private static void fill(int[] colours, int block) {
        for (int i = 0; i < BLOCK; i++) colours[i] = block * BLOCK + i;
    }

    /** Writes the values, and returns their histogram. */
    private static Histogram compute(Engine engine, int[] colours, byte[] values, ChannelFormula formula) {
        try (ChannelPlane plane = engine.plane(new Pixels.Packed(colours, 0, BLOCK, false), formula)) {
            plane.apply(Expected.IDENTITY, null, ByteSpan.of(values));
            return plane.histogram();
        }
    }

    /** Computes once more to find the first colour and the number of colours. */
    private static DifferenceException difference(Engine engine, int[] colours, byte[] values, ChannelFormula formula) {
        String first = null;
        int wrong = 0;
        for (int block = 0; block < COLOURS / BLOCK; block++) {
            fill(colours, block);
            compute(engine, colours, values, formula);
            for (int i = 0; i < BLOCK; i++) {
                int expected = formula.value(0xff000000 | colours[i]);
                if ((values[i] & 255) == expected) continue;
                if (first == null)
                    first = "%s of colour %06x is %d, but must be %d"
                            .formatted(formula.channel().label(), colours[i], values[i] & 255, expected);
                wrong++;
            }
        }
        return new DifferenceException(
                first == null
                        ? formula.channel().label() + " was wrong in one run and right in the next."
                        : first + " (" + wrong + " of " + COLOURS + " colours are wrong).");
    }
}
