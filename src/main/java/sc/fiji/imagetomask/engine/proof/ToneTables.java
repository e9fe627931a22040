package sc.fiji.imagetomask.engine.proof;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;
import sc.fiji.imagetomask.tone.ToneTable;

/** The tables of tones are those of the reference, and the device applies some of them; in a full test, all of more. */
final class ToneTables implements Check {

    private static final int MOST = 999 + 16 * 16 * 9 + 255 * 128;
    private static final int PAIRS = 256 * 256;
    /** How many tables the device applies in a test that is not full, about. */
    private static final int APPLIED = 400;

    private static final ClipRange WHOLE = new ClipRange(0, 255);
    private static final double[] GRAYS = {0.01, 0.37, 0.50, 0.99, 1.01, 1.50, 2.20, 5.00, 9.99};

    @Override
    public String name() {
        return "tone tables";
    }

    @Override
    public String run(Subject subject, Clock clock) {
        int[] ramp = IntStream.range(0, 256).map(v -> v << 16).toArray();
        Random random = new Random(5);
        int all = clock.isFull() ? MOST + PAIRS : MOST;
        AtomicInteger done = new AtomicInteger();
        ByteSpan result = ByteSpan.allocate(256);
        Pixels pixels = new Pixels.Packed(ramp, 0, 256, false);
        try (ChannelPlane plane = subject.engine().plane(pixels, Channel.RGB_R)) {
            checkHashes(clock.isFull(), tone -> {
                clock.step(done.getAndIncrement(), all);
                if (!clock.isFull() && random.nextInt(all) >= APPLIED) return;
                plane.apply(tone, null, result);
                ToneTable table = tone.table();
                for (int v = 0; v < 256; v++)
                    if (result.get(v) != table.value(v))
                        throw new DifferenceException("%s gives %d for %d, but must give %d."
                                .formatted(tone, result.get(v), v, table.value(v)));
            });
        }
        return "";
    }

    private static void checkHashes(boolean isFull, Consumer<Tone> each) {
        List<String> all = new ArrayList<>(ReferenceHashes.levels().values());
        all.add(ReferenceHashes.clipRanges());
        Iterator<String> hashes = all.iterator();
        for (List<Tone> tones : List.of(grays(), isFull ? pairs() : List.<Tone>of(), mixed(), ranges())) {
            String expected = hashes.next();
            if (tones.isEmpty()) continue;
            MessageDigest digest = ReferenceHashes.digest();
            for (Tone tone : tones) {
                digest.update(tone.table().toArray());
                each.accept(tone);
            }
            if (!ReferenceHashes.text(digest).equals(expected))
                throw new DifferenceException(
                        "Java itself computes other tables than the reference, from " + tones.get(0) + " on.");
        }
    }

    private static List<Tone> grays() {
        List<Tone> tones = new ArrayList<>();
        for (int k = 1; k < 1000; k++) tones.add(tone(0, 255, k / 100.0));
        return tones;
    }

    private static List<Tone> pairs() {
        List<Tone> tones = new ArrayList<>();
        for (int black = 0; black < 256; black++)
            for (int white = 0; white < 256; white++) tones.add(tone(black, white, 1));
        return tones;
    }

    private static List<Tone> mixed() {
        List<Tone> tones = new ArrayList<>();
        for (int black = 0; black < 256; black += 17)
            for (int white = 0; white < 256; white += 17) for (double gray : GRAYS) tones.add(tone(black, white, gray));
        return tones;
    }

    private static List<Tone> ranges() {
        List<Tone> tones = new ArrayList<>();
        for (int low = 0; low < 256; low++)
            for (int high = low + 1; high < 256; high++)
                tones.add(new Tone(new ClipRange(low, high), Levels.NONE, false));
        return tones;
    }

    private static Tone tone(int black, int white, double gray) {
        return new Tone(WHOLE, new Levels(black, white, gray), false);
    }
}
