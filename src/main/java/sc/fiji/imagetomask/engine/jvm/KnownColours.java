package sc.fiji.imagetomask.engine.jvm;

import java.util.HashMap;
import java.util.Map;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.memory.IdlePool;

/**
 * The distances of the colours that pictures have had so far. Planes of one formula share them, also at the same time, and
 * they are kept for the next picture for a while.
 *
 * <p>Design decision, measured: a photograph has 20 to 50 times fewer colours than pixels, and a look-up takes a third of
 * the time of the formula. The table takes 16 MB, which have to be cleared, so it is made only for many pixels.
 *
 * <p>Threads read and write it without locks: an entry is one byte, which is either not known yet or right.
 */
final class KnownColours implements AutoCloseable {

    /** For fewer pixels the table does not pay. */
    static final int FEWEST_PIXELS = 1 << 22;

    private static final int COLOURS = 1 << 24;
    private static final int MOST_TABLES = 2;
    private static final boolean HAS_ROOM = Runtime.getRuntime().maxMemory() >= MOST_TABLES * 12L * COLOURS;

    private static final Map<ChannelFormula, KnownColours> USED = new HashMap<>();
    private static final IdlePool<KnownColours> IDLE = new IdlePool<>((long) MOST_TABLES * COLOURS, known -> {});
    private static ChannelFormula latest;
    private static long pixelsOfLatest;

    private final ChannelFormula formula;
    private final byte[] table = new byte[COLOURS];
    private int planes;

    private KnownColours(ChannelFormula formula) {
        this.formula = formula;
    }

    /** Those of a formula for a plane of so many pixels, until they are closed; null where each pixel is to be computed. */
    static synchronized KnownColours of(ChannelFormula formula, int pixels) {
        if (!formula.channel().isDistance()) return null;
        if (!formula.equals(latest)) pixelsOfLatest = 0;
        latest = formula;
        pixelsOfLatest += pixels;
        KnownColours known = USED.get(formula);
        if (known == null && USED.size() < MOST_TABLES) known = unused(formula);
        if (known == null) return null;
        USED.put(formula, known);
        known.planes++;
        return known;
    }

    private static KnownColours unused(ChannelFormula formula) {
        KnownColours idle = IDLE.take(COLOURS, known -> known.formula.equals(formula));
        return idle != null || !HAS_ROOM || pixelsOfLatest < FEWEST_PIXELS ? idle : new KnownColours(formula);
    }

    /** For each {@link KnownBlock} place, 255 minus the distance; 0 also where it is not known. */
    byte[] table() {
        return table;
    }

    @Override
    public void close() {
        synchronized (KnownColours.class) {
            if (--planes > 0) return;
            USED.remove(formula);
            IDLE.giveBack(this, COLOURS);
        }
    }
}
