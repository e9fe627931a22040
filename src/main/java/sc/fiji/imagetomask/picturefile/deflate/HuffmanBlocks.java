package sc.fiji.imagetomask.picturefile.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Blocks of a raw Deflate stream, RFC 1951, whose bytes are coded one by one, without a search for repeats other than
 * {@linkplain Runs runs} of one value.
 *
 * <p>Design decision: zlib does the same by {@link java.util.zip.Deflater#HUFFMAN_ONLY}, and takes up to four times as long.
 * Its method for runs, Z_RLE, cannot be asked for in Java.
 */
final class HuffmanBlocks {

    /** As many as a block without codes can hold. */
    private static final int BLOCK = (1 << 16) - 1;

    /** Four codes of this length and seven bits before them are a long. */
    private static final int LONGEST = 14;

    private static final int LONGEST_OF_LENGTHS = 7;
    private static final int END = 256;

    private static final int HUFFMAN = 2;
    private static final int STORED = 0;

    /** Beside its bytes a stored block has at most 6, and a whole long is written at the end. */
    private static final int MARGIN = 6 + Long.BYTES + 1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final DeflatedBytes target;
    private byte[] array;
    private int length;
    private long bits;
    private int bitCount;

    private HuffmanBlocks(DeflatedBytes target) {
        this.target = target;
        length = target.length();
    }

    /**
     * Adds blocks of these bytes, from a byte on and up to one.
     *
     * @param isLast whether this is the end of the stream
     */
    static void add(DeflatedBytes target, byte[] bytes, int start, int n, boolean isLast) {
        HuffmanBlocks blocks = new HuffmanBlocks(target);
        int end = start + n;
        for (int at = start; at < end; ) {
            int most = Math.min(end, at + BLOCK);
            Runs runs = Runs.pay(bytes, at, most) ? new Runs(bytes, at, end) : null;
            int next = runs == null ? most : runs.end();
            blocks.block(bytes, at, next, runs, isLast && next == end);
            at = next;
        }
        if (n == 0 || !isLast) blocks.stored(bytes, start, 0, isLast);
        blocks.finish();
        target.end(blocks.length);
    }

    /** How the symbols of a block are coded: the bits of each, and of all together. */
    private record Code(int[] lengths, CodeLengths header, long bits) {

        static Code of(int[] counts, int moreBits) {
            counts[END] = 1;
            int[] lengths = HuffmanCode.lengths(counts, LONGEST);
            CodeLengths header = new CodeLengths(lengths);
            long bits = header.bits() + moreBits;
            for (int symbol = 0; symbol < counts.length; symbol++) bits += (long) counts[symbol] * lengths[symbol];
            return new Code(lengths, header, bits);
        }
    }

    /** @param runs of the bytes, which may be smaller; null if there are too few */
    private void block(byte[] bytes, int start, int end, Runs runs, boolean isLast) {
        Code plain = Code.of(counts(bytes, start, end), 0);
        Code ofRuns = runs == null ? plain : Code.of(runs.counts(), runs.moreBits());
        boolean isPlain = plain.bits <= ofRuns.bits;
        Code code = isPlain ? plain : ofRuns;
        if (code.bits >= (long) Byte.SIZE * (end - start) && end - start <= BLOCK) {
            stored(bytes, start, end - start, isLast);
            return;
        }
        reserve((int) (code.bits / Byte.SIZE));
        start(isLast, HUFFMAN);
        code.header.write(this::put);
        int[] codes = HuffmanCode.codes(code.lengths);
        if (isPlain) put(bytes, start, end, codes);
        else
            runs.forEach((symbol, more, count) -> {
                put(codes[symbol]);
                put(more, count);
            });
        put(codes[END]);
    }

    private void stored(byte[] bytes, int start, int n, boolean isLast) {
        reserve(n);
        start(isLast, STORED);
        finish();
        put(n | ~n << Short.SIZE, Integer.SIZE);
        System.arraycopy(bytes, start, array, length, n);
        length += n;
    }

    /** Makes room for that many bytes, and for what is before and behind them. */
    private void reserve(int n) {
        array = target.withRoom(length, n + MARGIN);
    }

    private void start(boolean isLast, int kind) {
        put(isLast ? 1 : 0, 1);
        put(kind, 2);
    }

    /** Up to 32 bits, the lowest first. */
    private void put(int value, int count) {
        bits |= (value & (1L << count) - 1) << bitCount;
        bitCount += count;
        LONGS.set(array, length, bits);
        length += bitCount >>> 3;
        bits >>>= bitCount & ~7;
        bitCount &= 7;
    }

    private void put(int code) {
        put(code >>> Byte.SIZE, code & 255);
    }

    private void put(byte[] bytes, int start, int end, int[] codes) {
        byte[] to = array;
        int at = length;
        long waiting = bits;
        int count = bitCount;
        int i = start;
        for (; i < end - 3; i += 4) {
            int a = codes[bytes[i] & 255];
            int b = codes[bytes[i + 1] & 255];
            int c = codes[bytes[i + 2] & 255];
            int d = codes[bytes[i + 3] & 255];
            waiting |= (long) (a >>> Byte.SIZE) << count;
            count += a & 255;
            waiting |= (long) (b >>> Byte.SIZE) << count;
            count += b & 255;
            waiting |= (long) (c >>> Byte.SIZE) << count;
            count += c & 255;
            waiting |= (long) (d >>> Byte.SIZE) << count;
            count += d & 255;
            LONGS.set(to, at, waiting);
            at += count >>> 3;
            waiting >>>= count & ~7;
            count &= 7;
        }
        length = at;
        bits = waiting;
        bitCount = count;
        for (; i < end; i++) put(codes[bytes[i] & 255]);
    }

    /** Fills the last byte. */
    private void finish() {
        put(0, -bitCount & 7);
    }

    private static int[] counts(byte[] bytes, int start, int end) {
        int[] counts = new int[END + 1];
        int[] others = new int[END]; // a processor waits for a counter that it has just changed
        int i = start;
        for (; i < end - 1; i += 2) {
            counts[bytes[i] & 255]++;
            others[bytes[i + 1] & 255]++;
        }
        if (i < end) counts[bytes[i] & 255]++;
        for (i = 0; i < END; i++) counts[i] += others[i];
        return counts;
    }
}
