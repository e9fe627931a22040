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
    private final int[][] values = new int[3][ChannelBlock.SIZE];

    /** @param argb where the block's pixels are put */
    LabBlock(int[] argb) {
        this.argb = argb;
    }

    private static synchronized long[] table(int component) {
        if (TABLES[component] == null) TABLES[component] = Lab.tetrahedra(component);
        return TABLES[component];
    }

    int[] argb() {
        return argb;
    }

    /** L, a or b, once the loops have run. */
    int[] values(int component) {
        return values[component];
    }

    /** From argb to these components; none if there are none. */
    ChannelBlock.Loop[] loops(int... components) {
        if (components.length == 0) return new ChannelBlock.Loop[0];
        List<ChannelBlock.Loop> loops = new ArrayList<>(List.of(
                n -> fractions(fr, 16, n),
                n -> fractions(fg, 8, n),
                n -> fractions(fb, 0, n),
                this::corners,
                this::tetrahedra));
        for (int component : components) {
            long[] table = table(component);
            int[] target = values[component];
            loops.add(n -> look(table, n));
            loops.add(this::weigh);
            loops.add(n -> round(target, n));
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
