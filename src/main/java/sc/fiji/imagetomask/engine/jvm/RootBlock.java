package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.ReferenceColours;

/**
 * {@link ReferenceColours#root} of a block of squared distances, in the place of the squares.
 *
 * <p>Design decision: of each stretch of squares a table has the root of the first one; no stretch has more than two roots, so
 * one comparison gives the root. It takes less time than a square root, which the compiler does not vectorise here.
 */
final class RootBlock {

    private static final int STRETCH_BITS = 12;
    private static final int MOST = 255;

    /** The largest square of each root, without the last. */
    private static final int[] LAST = new int[MOST + 1];

    private static final byte[] ROOTS;

    static {
        int square = 0;
        for (int root = 0; root < MOST; root++) {
            double end = 51 * (root + 0.5);
            square = (int) (end * end) - 2;
            while (ReferenceColours.root(square + 1) == root) square++;
            LAST[root] = square;
        }
        LAST[MOST] = Integer.MAX_VALUE;
        ROOTS = new byte[(square + 1 >> STRETCH_BITS) + 1];
        for (int i = 0; i < ROOTS.length; i++) ROOTS[i] = (byte) ReferenceColours.root(i << STRETCH_BITS);
    }

    private RootBlock() {}

    /** Of the first n squares; index is overwritten. */
    static ChannelBlock.Loop[] loops(int[] squares, int[] index, int[] values) {
        return new ChannelBlock.Loop[] {n -> stretches(squares, index, n), n -> roots(squares, index, values, n)};
    }

    private static void stretches(int[] squares, int[] index, int n) {
        int most = LAST[MOST - 1] + 1;
        for (int i = 0; i < n; i++) index[i] = least(squares[i], most) >> STRETCH_BITS;
    }

    /** The smaller of two numbers that are not negative; unlike Math.min, it vectorises. */
    static int least(int one, int other) {
        int difference = one - other;
        return other + (difference & difference >> 31);
    }

    private static void roots(int[] squares, int[] index, int[] values, int n) {
        for (int i = 0; i < n; i++) {
            int root = ROOTS[index[i]] & 255;
            values[i] = root + (LAST[root] - squares[i] >>> 31);
        }
    }
}
