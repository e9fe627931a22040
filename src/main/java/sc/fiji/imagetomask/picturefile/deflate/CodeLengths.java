package sc.fiji.imagetomask.picturefile.deflate;

import java.util.Arrays;

/**
 * The header of a block that tells the lengths of its codes, RFC 1951 3.2.7: each length has a code itself, and there are
 * codes for repeated lengths.
 */
final class CodeLengths {

    /** Takes bits, the lowest first. */
    interface Bits {
        void put(int value, int count);
    }

    /** As zlib does, two codes for distances, although at most the first one is used; some programs want one at least. */
    private static final int DISTANCES = 2;

    private static final int FIRST_VALUES = 257;
    private static final int LONGEST = 7;
    private static final int CODES = 19;
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    /** The start of a block, and three counts. */
    private static final int FIXED_BITS = 3 + 5 + 5 + 4;

    private static final int SAME = 16;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int MOST_SAME = 6;
    private static final int MOST_ZEROS = 10;
    private static final int MOST_MANY_ZEROS = 138;

    /** What is added to 3, 3 and 11 repeats has that many bits. */
    private static final int[] MORE_BITS = {2, 3, 7};

    private final int literals;
    private final int[] values;
    private final int[] more;
    private final int[] lengths;
    private int count;
    private int told = CODES;

    /** @param of the lengths for all bytes, for the end of the block, and for the lengths of runs */
    CodeLengths(int[] of) {
        int used = of.length;
        while (used > FIRST_VALUES && of[used - 1] == 0) used--;
        literals = used;
        int[] all = Arrays.copyOf(of, used + DISTANCES);
        Arrays.fill(all, used, all.length, 1);
        values = new int[all.length];
        more = new int[all.length];
        for (int i = 0; i < all.length; ) {
            int end = i + 1;
            while (end < all.length && all[end] == all[i]) end++;
            while (i < end) i += run(all[i], end - i, i > 0 && all[i - 1] == all[i]);
        }
        int[] counts = new int[CODES];
        for (int i = 0; i < count; i++) counts[values[i]]++;
        lengths = HuffmanCode.lengths(counts, LONGEST);
        while (lengths[ORDER[told - 1]] == 0) told--;
    }

    /** Adds the next of these equal lengths, and returns how many of them it has told. */
    private int run(int length, int n, boolean isAsBefore) {
        if (n < 3 || length > 0 && !isAsBefore) return add(length, 0, 1);
        if (length > 0) return add(SAME, Math.min(n, MOST_SAME) - 3, Math.min(n, MOST_SAME));
        if (n <= MOST_ZEROS) return add(ZEROS, n - 3, n);
        int zeros = Math.min(n, MOST_MANY_ZEROS);
        return add(MANY_ZEROS, zeros - MOST_ZEROS - 1, zeros);
    }

    private int add(int value, int repeats, int n) {
        values[count] = value;
        more[count++] = repeats;
        return n;
    }

    /** With the start of the block. */
    int bits() {
        int bits = FIXED_BITS + 3 * told;
        for (int i = 0; i < count; i++) bits += lengths[values[i]] + moreBits(values[i]);
        return bits;
    }

    private static int moreBits(int value) {
        return value < SAME ? 0 : MORE_BITS[value - SAME];
    }

    /** Without the start of the block. */
    void write(Bits to) {
        to.put(literals - FIRST_VALUES, 5);
        to.put(DISTANCES - 1, 5);
        to.put(told - 4, 4);
        for (int i = 0; i < told; i++) to.put(lengths[ORDER[i]], 3);
        int[] codes = HuffmanCode.codes(lengths);
        for (int i = 0; i < count; i++) {
            int code = codes[values[i]];
            to.put(code >>> Byte.SIZE, code & 255);
            to.put(more[i], moreBits(values[i]));
        }
    }
}
