package sc.fiji.imagetomask.engine;

import java.util.HashMap;
import java.util.Map;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/**
 * Which of two engines is faster, measured on the first picture of each kind: channel, depth and size, in steps of
 * four from 1 to 2^24 pixels. Safe for use from several threads.
 *
 * <p>Both make the mask of the picture, or of its first 2^24 pixels, until the best time does not fall any more: at
 * least three times, and no longer than 0.2 s unless three times take longer. (The first runs of an engine build its
 * kernels or are interpreted.)
 */
class Speeds {

    /** Those of this JVM. */
    static final Speeds SHARED = new Speeds();

    private static final int MOST = 1 << 24;
    private static final int RUNS = 3;
    private static final long LONGEST_NANOS = 200_000_000;
    private static final Tone TONE = new Tone(new ClipRange(0, 255), Levels.NONE, false);

    private final Map<Kind, Boolean> firstIsFaster = new HashMap<>();

    private record Kind(String first, String second, Channel channel, boolean deep, int size) {}

    /**
     * Whether the first engine is the faster one for such pixels.
     *
     * @throws EngineException if an engine fails; then nothing is known of this kind, and the next picture is tried
     */
    synchronized boolean firstIsFaster(Engine first, Engine second, Pixels pixels, Channel channel) {
        int n = Math.min(pixels.length(), MOST);
        int size = (33 - Integer.numberOfLeadingZeros(n)) / 2;
        Kind kind = new Kind(first.device(), second.device(), channel, pixels instanceof Pixels.Deep, size);
        Boolean known = firstIsFaster.get(kind);
        if (known == null) {
            Pixels sample = pixels.part(0, n);
            known = nanos(first, sample, channel) < nanos(second, sample, channel);
            firstIsFaster.put(kind, known);
        }
        return known;
    }

    private static long nanos(Engine engine, Pixels pixels, Channel channel) {
        MaskRun out = ByteRun.allocate(pixels.length());
        long begin = System.nanoTime();
        long best = Long.MAX_VALUE;
        int since = 0;
        for (int run = 0; run < RUNS || since < RUNS && System.nanoTime() - begin < LONGEST_NANOS; run++) {
            long start = System.nanoTime();
            try (ChannelPlane plane = engine.plane(pixels, channel)) {
                plane.histogram();
                plane.apply(TONE, null, out);
            }
            long spent = System.nanoTime() - start;
            since = spent < best * 0.9 ? 0 : since + 1;
            best = Math.min(best, spent);
        }
        return best;
    }
}
