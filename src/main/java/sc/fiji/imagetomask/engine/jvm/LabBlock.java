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

    private final int[] corner = new int[ChannelBlock.SIZE];
    private final int[] first = new int[ChannelBlock.SIZE];
    private final int[] second = new int[ChannelBlock.SIZE];
    private final int[] third = new int[ChannelBlock.SIZE];
    private final int[] start = new int[ChannelBlock.SIZE];
    private final int[] rise1 = new int[ChannelBlock.SIZE];
    private final int[] rise2 = new int[ChannelBlock.SIZE];
    private final int[] rise3 = new int[ChannelBlock.SIZE];

    /** Writes the component of the first n pixels to values. */
    void values(int component, int[] argb, int n, int[] values) {
        corners(argb, n, corner);
        firsts(argb, n, first);
        thirds(argb, n, third);
        seconds(argb, n, first, third, second);
        look(NODES[component], n);
        weigh(rise1, first, n);
        weigh(rise2, second, n);
        weigh(rise3, third, n);
        sum(start, rise1, rise2, rise3, n, values);
    }

    private static void corners(int[] argb, int n, int[] corner) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            corner[i] = Lab.corner(p >>> 16 & 255, p >>> 8 & 255, p & 255);
        }
    }

    private static void firsts(int[] argb, int n, int[] first) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            first[i] = Ints.max(Lab.rKey(p >>> 16 & 255), Lab.gKey(p >>> 8 & 255), Lab.bKey(p & 255));
        }
    }

    private static void thirds(int[] argb, int n, int[] third) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            third[i] = Ints.min(Lab.rKey(p >>> 16 & 255), Lab.gKey(p >>> 8 & 255), Lab.bKey(p & 255));
        }
    }

    private static void seconds(int[] argb, int n, int[] first, int[] third, int[] second) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            int sum = Lab.rKey(p >>> 16 & 255) + Lab.gKey(p >>> 8 & 255) + Lab.bKey(p & 255);
            second[i] = sum - first[i] - third[i];
        }
    }

    private void look(char[] nodes, int n) {
        for (int i = 0; i < n; i++) {
            int i0 = corner[i];
            int i1 = i0 + Lab.step(first[i]);
            int i2 = i1 + Lab.step(second[i]);
            int n0 = nodes[i0];
            int n1 = nodes[i1];
            int n2 = nodes[i2];
            start[i] = n0;
            rise1[i] = n1 - n0;
            rise2[i] = n2 - n1;
            rise3[i] = nodes[i0 + Lab.DIAGONAL] - n2;
        }
    }

    private static void weigh(int[] rise, int[] key, int n) {
        for (int i = 0; i < n; i++) rise[i] = rise[i] * Lab.fraction(key[i]);
    }

    private static void sum(int[] start, int[] rise1, int[] rise2, int[] rise3, int n, int[] values) {
        for (int i = 0; i < n; i++) values[i] = Lab.rounded(start[i], rise1[i] + rise2[i] + rise3[i]);
    }
}
