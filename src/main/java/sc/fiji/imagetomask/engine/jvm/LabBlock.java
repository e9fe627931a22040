package sc.fiji.imagetomask.engine.jvm;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.channel.Lab;

/**
 * {@link Lab#value} of a block of pixels in steps, each a loop of its own: what vectorises is apart from the one look-up,
 * which does not.
 *
 * <p>Design decision, measured on one core, in nanoseconds per pixel: 9 in one loop over the nodes, 4 in steps that look
 * up four nodes, 1.4 in these. The tables take 2.3 MB per component; neighbouring colours share their cache lines. Longer
 * loops are slower: beyond some 60 operations the compiler does not vectorise (two of these in one: 2.4 instead of 0.2).
 */
final class LabBlock {

    private static final long[][] TABLES = new long[3][];

    private final int[] argb;
    private final int[] fr = new int[ChannelBlock.SIZE];
    private final int[] fg = new int[ChannelBlock.SIZE];
    private final int[] fb = new int[ChannelBlock.SIZE];
    private final int[] index = new int[ChannelBlock.SIZE];
    private final int[] low = new int[ChannelBlock.SIZE];
    private final int[] high = new int[ChannelBlock.SIZE];
    private final int[] rise = new int[ChannelBlock.SIZE];

    LabBlock(int[] argb) {
        this.argb = argb;
    }

    private static synchronized long[] table(int component) {
        if (TABLES[component] == null) TABLES[component] = Lab.tetrahedra(component);
        return TABLES[component];
    }

    /** From argb to L, a and b; to null where that is not needed. */
    ChannelBlock.Loop[] loops(int[] l, int[] a, int[] b) {
        List<ChannelBlock.Loop> loops = new ArrayList<>(List.of(
                n -> fractions(fr, 16, n),
                n -> fractions(fg, 8, n),
                n -> fractions(fb, 0, n),
                this::corners,
                this::tetrahedra));
        int[][] targets = {l, a, b};
        for (int component = 0; component < targets.length; component++) {
            int[] values = targets[component];
            if (values == null) continue;
            long[] table = table(component);
            loops.add(n -> look(table, n));
            loops.add(this::weigh);
            loops.add(n -> round(values, n));
        }
        return loops.toArray(ChannelBlock.Loop[]::new);
    }

    private void fractions(int[] target, int bits, int n) {
        for (int i = 0; i < n; i++) target[i] = Lab.fraction(argb[i] >>> bits & 255);
    }

    private void corners(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            index[i] = Lab.corner(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private void tetrahedra(int n) {
        for (int i = 0; i < n; i++) index[i] = Lab.tetrahedron(index[i], fr[i], fg[i], fb[i]);
    }

    private void look(long[] tetrahedra, int n) {
        for (int i = 0; i < n; i++) {
            long entry = tetrahedra[index[i]];
            low[i] = (int) entry;
            high[i] = (int) (entry >>> 32);
        }
    }

    private void weigh(int n) {
        for (int i = 0; i < n; i++) rise[i] = Lab.rise(low[i], high[i], fr[i], fg[i], fb[i]);
    }

    private void round(int[] values, int n) {
        for (int i = 0; i < n; i++) values[i] = Lab.rounded(low[i], rise[i]);
    }
}
