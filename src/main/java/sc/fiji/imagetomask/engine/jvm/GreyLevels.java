package sc.fiji.imagetomask.engine.jvm;

import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.threads.ParallelRanges;
import sc.fiji.imagetomask.tone.Tone;

/**
 * What a channel makes of each of the 65536 values of grey 16-bit pixels. The tables used last are kept, because the slices
 * of a stack need the same one, and the formulas take longer than the pixels of a slice. Safe for use from several threads.
 */
final class GreyLevels {

    static final int COUNT = 1 << 16;

    private static final int KEPT = 4;
    private static final Map<Key, GreyLevels> TABLES = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, GreyLevels> eldest) {
            return size() > KEPT;
        }
    };

    /** 0..255 and not rounded. */
    private final float[] values = new float[COUNT];

    private final byte[] bins = new byte[COUNT];

    private volatile Toned latest;

    /**
     * The mask value of each level.
     *
     * @param values 0..255 and not rounded; not to be changed
     * @param bytes the same rounded; not to be changed
     */
    record Toned(Tone tone, double[] values, ByteSpan bytes) {}

    private record Key(Samples.Range range, ChannelFormula formula) {}

    private GreyLevels(Key key) {
        for (int level = 0; level < COUNT; level++) {
            float grey = key.range.scale(level);
            values[level] = key.formula.value(grey, grey, grey, 1);
            bins[level] = (byte) (int) values[level];
        }
    }

    /** For grey pixels of that range; not for alpha. */
    static GreyLevels of(Samples.Range range, ChannelFormula formula) {
        synchronized (TABLES) {
            return TABLES.computeIfAbsent(new Key(range, formula), GreyLevels::new);
        }
    }

    /** What that tone makes of them; the latest one is kept, because the slices of a stack have often the same. */
    Toned toned(Tone tone) {
        Toned known = latest;
        if (known != null && known.tone.equals(tone)) return known;
        double[] tones = new double[COUNT];
        ByteSpan bytes = ByteSpan.allocate(COUNT);
        ParallelRanges.forEach(COUNT, (start, end) -> {
            for (int level = start; level < end; level++) {
                tones[level] = tone.value(values[level]);
                bytes.set(level, tones[level]);
            }
        });
        return latest = new Toned(tone, tones, bytes);
    }

    /** The same rounded down, as unsigned bytes; not to be changed. */
    byte[] bins() {
        return bins;
    }
}
