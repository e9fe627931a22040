package sc.fiji.imagetomask.picturefile.deflate;

import java.util.Arrays;

/**
 * Bytes as a block of a raw Deflate stream codes them if only runs of one value are looked for: a byte by itself, or how
 * often the byte before it is repeated, which is a length with the distance 1.
 */
final class Runs {

    /** Takes what is coded: a byte or the code of a length, and the bits that follow it, the lowest first. */
    interface Symbols {
        void put(int symbol, int more, int bits);
    }

    /** So many symbols at most are a block, which is smaller than its bytes if these are more than a block can store. */
    private static final int MOST = 1 << 15;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 258;

    /** The codes of lengths follow those of the bytes and of the end of the block. */
    private static final int FIRST_LENGTH = 257;

    private static final int SYMBOLS = 286;

    /** So many neighbours of a hundred are equal at least where runs are looked for; fewer are noise. */
    private static final int PERCENT = 30;

    /** For each length the code, above 9 bits what follows it, above 9 more how many bits that are. */
    private static final int[] LENGTHS = lengths();

    private final int[] symbols = new int[MOST];
    private final int[] counts = new int[SYMBOLS];
    private final int end;
    private int count;
    private int moreBits;

    /** Of the bytes from there on, as far as there is room. */
    Runs(byte[] bytes, int start, int most) {
        int at = start;
        while (at < most && count < MOST) {
            int run = at == start ? 0 : run(bytes, at, most);
            add(run == 0 ? bytes[at] & 255 : LENGTHS[run]);
            at += Math.max(1, run);
        }
        end = at;
    }

    /** How often the byte before is repeated; 0 if it is too seldom. */
    private static int run(byte[] bytes, int at, int most) {
        byte before = bytes[at - 1];
        if (at + SHORTEST > most || bytes[at] != before || bytes[at + 1] != before || bytes[at + 2] != before) return 0;
        int longest = Math.min(most, at + LONGEST);
        int end = Arrays.mismatch(bytes, at, longest, bytes, at - 1, longest - 1);
        return end < 0 ? longest - at : end;
    }

    private void add(int symbol) {
        symbols[count++] = symbol;
        counts[symbol & 511]++;
        moreBits += symbol >>> 18;
    }

    private static int[] lengths() {
        int[] lengths = new int[LONGEST + 1];
        for (int length = SHORTEST; length < LONGEST; length++) {
            int n = length - SHORTEST;
            int bits = Math.max(0, 29 - Integer.numberOfLeadingZeros(n));
            int code = n < 8 ? n : 4 * (bits + 1) + (n >> bits & 3);
            lengths[length] = FIRST_LENGTH + code | (n & (1 << bits) - 1) << 9 | bits + 1 << 18;
        }
        lengths[LONGEST] = SYMBOLS - 1 | 1 << 18;
        return lengths;
    }

    /** Whether enough of these bytes are equal to those before them. */
    static boolean pay(byte[] bytes, int start, int end) {
        int equal = 0;
        for (int i = start + 1; i < end; i++) equal += bytes[i] == bytes[i - 1] ? 1 : 0;
        return equal * 100L > (end - start) * (long) PERCENT;
    }

    /** Behind the last byte. */
    int end() {
        return end;
    }

    /** How often each symbol occurs. */
    int[] counts() {
        return counts;
    }

    /** How many bits follow all symbols. */
    int moreBits() {
        return moreBits;
    }

    /** In their order. The bits that follow a length are its rest, and the code of the distance, which is a zero. */
    void forEach(Symbols taker) {
        for (int i = 0; i < count; i++) taker.put(symbols[i] & 511, symbols[i] >> 9 & 511, symbols[i] >>> 18);
    }
}
