package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.Ints;
import sc.fiji.imagetomask.channel.Lab;

/**
 * {@link Lab#value} of a block of pixels in steps, each a loop of its own: what vectorises is apart from the look-up
 * of the nodes, which does not.
 *
 * <p>Measured on one core: 9 ns per pixel in one loop, 3 ns in these.
 */
final class LabBlock {

    private static final char[][] NODES = {Lab.nodes(0), Lab.nodes(1), Lab.nodes(2)};

    private final char[] nodes;
    private final int[] argb;
    private final int[] values;
    private final int[] corner = new int[ChannelBlock.SIZE];
    private final int[] first = new int[ChannelBlock.SIZE];
    private final int[] second = new int[ChannelBlock.SIZE];
    private final int[] third = new int[ChannelBlock.SIZE];
    private final int[] start = new int[ChannelBlock.SIZE];
    private final int[] rise1 = new int[ChannelBlock.SIZE];
    private final int[] rise2 = new int[ChannelBlock.SIZE];
    private final int[] rise3 = new int[ChannelBlock.SIZE];

    LabBlock(int component, int[] argb, int[] values) {
        nodes = NODES[component];
        this.argb = argb;
        this.values = values;
    }

    /** From argb to values. */
    ChannelBlock.Loop[] loops() {
        return new ChannelBlock.Loop[] {
            this::corners,
            this::firsts,
            this::thirds,
            this::sums,
            this::seconds,
            this::look,
            n -> weigh(rise1, first, n),
            n -> weigh(rise2, second, n),
            n -> weigh(rise3, third, n),
            this::sum
        };
    }

    private void corners(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            corner[i] = Lab.corner(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private void firsts(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            first[i] = Ints.max(Lab.rKey(p >>> 16 & 255), Lab.gKey(p >>> 8 & 255), Lab.bKey(p & 255));
        }
    }

    private void thirds(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            third[i] = Ints.min(Lab.rKey(p >>> 16 & 255), Lab.gKey(p >>> 8 & 255), Lab.bKey(p & 255));
        }
    }

    private void sums(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            second[i] = Lab.rKey(p >>> 16 & 255) + Lab.gKey(p >>> 8 & 255) + Lab.bKey(p & 255);
        }
    }

    private void seconds(int n) {
        for (int i = 0; i < n; i++) second[i] = second[i] - first[i] - third[i];
    }

    private void look(int n) {
        for (int i = 0; i < n; i++) {
            int i0 = corner[i];
            int i1 = i0 + Lab.step(first[i]);
            int i3 = i0 + Lab.DIAGONAL;
            int i2 = i3 - Lab.step(third[i]);
            int n0 = nodes[i0];
            int n1 = nodes[i1];
            int n2 = nodes[i2];
            start[i] = n0;
            rise1[i] = n1 - n0;
            rise2[i] = n2 - n1;
            rise3[i] = nodes[i3] - n2;
        }
    }

    private static void weigh(int[] rise, int[] key, int n) {
        for (int i = 0; i < n; i++) rise[i] = rise[i] * Lab.fraction(key[i]);
    }

    private void sum(int n) {
        for (int i = 0; i < n; i++) values[i] = Lab.rounded(start[i], rise1[i] + rise2[i] + rise3[i]);
    }
}
