package sc.fiji.imagetomask.engine.proof;

import java.security.MessageDigest;
import java.util.Map;
import java.util.function.IntUnaryOperator;
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

    private static final int BLOCKS = COLOURS / BLOCK;

    @Override
    public String name() {
        return ProofFormulas.ALL.size() + " channels, all 2^24 colours";
    }

    @Override
    public String run(Subject subject, Clock clock) {
        Map<String, String> hashes = ReferenceHashes.allColours();
        Comparisons comparisons = new Comparisons();
        try (KernelsAhead ahead = KernelsAhead.of(subject.engine(), ProofFormulas.ALL)) {
            compute(subject.engine(), clock, hashes, comparisons);
        }
        comparisons.end();
        clock.step(1, 1);
        return "";
    }

    private static void compute(Engine engine, Clock clock, Map<String, String> hashes, Comparisons comparisons) {
        int[] colours = new int[BLOCK];
        for (ChannelFormula formula : ProofFormulas.ALL) {
            byte[] values = new byte[COLOURS];
            Histogram histogram = Histogram.EMPTY;
            for (int block = 0; block < BLOCKS; block++) {
                clock.step(formula.channel().ordinal() * BLOCKS + block, ProofFormulas.ALL.size() * BLOCKS);
                for (int i = 0; i < BLOCK; i++) colours[i] = block * BLOCK + i;
                histogram =
                        histogram.plus(compute(engine, colours, new ByteSpan(values, block * BLOCK, BLOCK), formula));
            }
            Histogram counted = histogram;
            String hash = hashes.get(formula.channel().label());
            comparisons.add(() -> compare(values, counted, formula, hash));
        }
    }

    /** Writes the values, and returns their histogram. */
    private static Histogram compute(Engine engine, int[] colours, ByteSpan values, ChannelFormula formula) {
        try (ChannelPlane plane = engine.plane(new Pixels.Packed(colours, 0, BLOCK, false), formula)) {
            plane.apply(Expected.IDENTITY, null, values);
            return plane.histogram();
        }
    }

    private static void compare(byte[] values, Histogram counted, ChannelFormula formula, String hash) {
        MessageDigest digest = ReferenceHashes.digest();
        digest.update(values);
        if (!ReferenceHashes.text(digest).equals(hash)) throw difference(values, formula);
        long[] counts = new long[Histogram.BINS];
        for (byte value : values) counts[value & 255]++;
        Expected.check(counted, Histogram.of(counts), formula);
    }

    /** With the first colour and the number of colours that are wrong. */
    private static DifferenceException difference(byte[] values, ChannelFormula formula) {
        String first = null;
        int wrong = 0;
        IntUnaryOperator expectedOf = formula.values();
        for (int colour = 0; colour < COLOURS; colour++) {
            int expected = expectedOf.applyAsInt(0xff000000 | colour);
            if ((values[colour] & 255) == expected) continue;
            if (first == null)
                first = "%s of colour %06x is %d, but must be %d"
                        .formatted(formula.channel().label(), colour, values[colour] & 255, expected);
            wrong++;
        }
        return new DifferenceException(
                first == null
                        ? "Java itself computes another " + formula.channel().label() + " than the reference."
                        : first + " (" + wrong + " of " + COLOURS + " colours are wrong).");
    }
}
