package sc.fiji.imagetomask.engine.jvm;

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

    private final long[] tetrahedra;
    private final int[] argb;
    private final int[] values;
    private final int[] fr = new int[ChannelBlock.SIZE];
    private final int[] fg = new int[ChannelBlock.SIZE];
    private final int[] fb = new int[ChannelBlock.SIZE];
    private final int[] index = new int[ChannelBlock.SIZE];
    private final int[] low = new int[ChannelBlock.SIZE];
    private final int[] high = new int[ChannelBlock.SIZE];
    private final int[] rise = new int[ChannelBlock.SIZE];

    LabBlock(int component, int[] argb, int[] values) {
        tetrahedra = table(component);
        this.argb = argb;
        this.values = values;
    }

    private static synchronized long[] table(int component) {
        if (TABLES[component] == null) TABLES[component] = Lab.tetrahedra(component);
        return TABLES[component];
    }

    /** From argb to values. */
    ChannelBlock.Loop[] loops() {
        return new ChannelBlock.Loop[] {
            n -> fractions(fr, 16, n),
            n -> fractions(fg, 8, n),
            n -> fractions(fb, 0, n),
            this::corners,
            this::tetrahedra,
            this::look,
            this::weigh,
            this::round
        };
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

    private void look(int n) {
        for (int i = 0; i < n; i++) {
            long entry = tetrahedra[index[i]];
            low[i] = (int) entry;
            high[i] = (int) (entry >>> 32);
        }
    }

    private void weigh(int n) {
        for (int i = 0; i < n; i++) rise[i] = Lab.rise(low[i], high[i], fr[i], fg[i], fb[i]);
    }

    private void round(int n) {
        for (int i = 0; i < n; i++) values[i] = Lab.rounded(low[i], rise[i]);
    }
}
