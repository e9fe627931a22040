package sc.fiji.imagetomask.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/**
 * Which of two engines is faster, for each kind of picture: formula, depth and size, in steps of four from 1 to 2^24
 * pixels. Safe for use from several threads.
 *
 * <p>Both make the mask of the first picture of a kind, or of its first 2^24 pixels: three times, and on for at most 30
 * ms each while it gets faster. As Java code gets faster for a second or so, they are compared again on the next
 * picture after 0.3 s, and after waits that grow by three.
 *
 * <p>Design decision: an engine that has failed is not used for twenty times as long as the failed work took. So an
 * engine that fails at once is tried again at once, and a device that hangs for minutes, or fails after it has built
 * kernels for a second, costs a batch of thousands of pictures at most a twentieth of its time.
 */
class Speeds {

    /** Those of this JVM. */
    static final Speeds SHARED = new Speeds();

    private static final int REST = 20;
    private static final int MOST = 1 << 24;
    private static final int MOST_COUNTED = 1 << 16;
    private static final int RUNS = 3;
    private static final long ENOUGH_NANOS = 30_000_000;
    private static final long FIRST_PAUSE_NANOS = 300_000_000;
    private static final Tone TONE = new Tone(new ClipRange(0, 255), Levels.NONE, false);

    private final Map<Kind, Comparison> known = new HashMap<>();
    /** For each device that has failed: until when it is not used. */
    private final Map<String, Long> rests = new ConcurrentHashMap<>();

    /** @param channel null for the histograms of many */
    private record Kind(String first, String second, Channel channel, boolean deep, int size) {}

    /** Best times in nanoseconds per pixel, when to compare again, and how long that was put off. */
    private record Comparison(double first, double second, long due, long pause) {}

    /** Records that the engine failed after this number of nanoseconds. */
    void failed(Engine engine, long spent) {
        rests.put(engine.device(), System.nanoTime() + REST * spent);
    }

    /** Whether the engine must not be tried yet. */
    boolean isResting(Engine engine) {
        Long until = rests.get(engine.device());
        return until != null && System.nanoTime() - until < 0;
    }

    /**
     * Whether the first engine is the faster one for such pixels.
     *
     * @throws EngineException if an engine fails; then nothing is learnt, and the next picture is tried
     */
    boolean firstIsFaster(Engine first, Engine second, Pixels pixels, ChannelFormula formula) {
        int n = Math.min(pixels.length(), MOST);
        boolean isDeep = pixels instanceof Pixels.HighBitDepth;
        Kind kind = new Kind(first.device(), second.device(), formula.channel(), isDeep, size(n));
        MaskSpan out = ByteSpan.allocate(n);
        Pixels sample = pixels.part(0, n);
        return firstIsFaster(first, second, kind, n, engine -> {
            try (ChannelPlane plane = engine.plane(sample, formula)) {
                plane.histogram();
                plane.apply(TONE, null, out);
            }
        });
    }

    /**
     * Whether the first engine counts many channels faster. It is learnt of a part of the pixels.
     *
     * @throws EngineException if an engine fails; then nothing is learnt
     */
    boolean firstCountsFaster(Engine first, Engine second, List<Pixels> sets, List<ChannelFormula> formulas) {
        List<Pixels> sample = sets.stream()
                .map(set -> set.part(0, Math.min(set.length(), MOST_COUNTED)))
                .toList();
        int n = sample.stream().mapToInt(Pixels::length).sum();
        boolean isDeep = sets.get(0) instanceof Pixels.HighBitDepth;
        Kind kind = new Kind(first.device(), second.device(), null, isDeep, size(n));
        return firstIsFaster(first, second, kind, n, engine -> engine.histograms(sample, formulas));
    }

    private static int size(int pixels) {
        return (33 - Integer.numberOfLeadingZeros(pixels)) / 2;
    }

    private synchronized boolean firstIsFaster(Engine first, Engine second, Kind kind, int n, Consumer<Engine> job) {
        Comparison last = known.get(kind);
        if (last == null || System.nanoTime() - last.due > 0) {
            int runs = last == null ? RUNS : 1;
            double nanos1 = nanos(first, job, runs) / n;
            double nanos2 = nanos(second, job, runs) / n;
            long pause = last == null ? FIRST_PAUSE_NANOS : 3 * last.pause;
            last = new Comparison(
                    last == null ? nanos1 : Math.min(nanos1, last.first),
                    last == null ? nanos2 : Math.min(nanos2, last.second),
                    System.nanoTime() + pause,
                    pause);
            known.put(kind, last);
        }
        return last.first < last.second;
    }

    private static double nanos(Engine engine, Consumer<Engine> job, int runs) {
        long begin = System.nanoTime();
        long best = Long.MAX_VALUE;
        int since = 0;
        for (int run = 0; run < runs || since < runs && System.nanoTime() - begin < ENOUGH_NANOS; run++) {
            long start = System.nanoTime();
            job.accept(engine);
            long spent = System.nanoTime() - start;
            since = spent < best * 0.9 ? 0 : since + 1;
            best = Math.min(best, spent);
        }
        return best;
    }
}
