package sc.fiji.imagetomask.picturefile.tiff.codec;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * Decodes a strip or tile of a TIFF that is compressed by LZW (TIFF 6.0, section 13), and the kind that was written
 * before TIFF 6.0: its codes have their lowest bit first, and become longer one code later.
 *
 * <p>Design decision: own code, because the library that reads TIFF keeps its decoder to itself, and before it decodes
 * it refuses data that become more than 512 times as long when decoded, although LZW can compress flat areas more than
 * that.
 */
final class LzwBytes {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST_BITS = 9;
    private static final int MOST_BITS = 12;

    private final byte[] data;
    private final boolean isOld;
    private long at;
    private final int[] prefix = new int[1 << MOST_BITS];
    private final byte[] last = new byte[1 << MOST_BITS];
    private final int[] length = new int[1 << MOST_BITS];
    private final byte[] string = new byte[1 << MOST_BITS];

    private LzwBytes(byte[] data) {
        this.data = data;
        isOld = data.length > 1 && data[0] == 0 && (data[1] & 1) == 1;
        for (int i = 0; i < CLEAR; i++) {
            last[i] = (byte) i;
            length[i] = 1;
        }
    }

    /**
     * The first bytes of what is decoded.
     *
     * @throws EOFException if there are fewer
     */
    static byte[] decode(byte[] data, int bytes) throws IOException {
        return new LzwBytes(data).decode(bytes);
    }

    private byte[] decode(int bytes) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int bits = FIRST_BITS;
        int next = END + 1;
        int latest = -1;
        while (all.size() < bytes) {
            int code = code(bits);
            if (code == END) break;
            if (code == CLEAR) {
                bits = FIRST_BITS;
                next = END + 1;
                latest = -1;
                continue;
            }
            boolean isKnown = code < next || code == next && latest >= 0 && next < prefix.length;
            if (!isKnown) throw new IOException("one of its LZW codes is not valid");
            if (latest >= 0 && next < prefix.length) {
                prefix[next] = latest;
                length[next] = length[latest] + 1;
                last[next] = first(code == next ? latest : code);
                next++;
            }
            write(code, all);
            latest = code;
            if (next >= (1 << bits) - (isOld ? 0 : 1) && bits < MOST_BITS) bits++;
        }
        if (all.size() < bytes) throw new EOFException();
        byte[] decoded = all.toByteArray();
        return decoded.length == bytes ? decoded : Arrays.copyOf(decoded, bytes);
    }

    private byte first(int code) {
        int at = code;
        while (length[at] > 1) at = prefix[at];
        return last[at];
    }

    private void write(int code, ByteArrayOutputStream all) {
        int n = length[code];
        for (int i = n - 1, from = code; i >= 0; i--, from = prefix[from]) string[i] = last[from];
        all.write(string, 0, n);
    }

    private int code(int bits) throws EOFException {
        if (at + bits > data.length * 8L) throw new EOFException();
        int first = (int) (at >> 3);
        int place = (int) (at & 7);
        at += bits;
        int mask = (1 << bits) - 1;
        return isOld
                ? (octet(first) | octet(first + 1) << 8 | octet(first + 2) << 16) >> place & mask
                : (octet(first) << 16 | octet(first + 1) << 8 | octet(first + 2)) >> 24 - bits - place & mask;
    }

    private int octet(int i) {
        return i < data.length ? data[i] & 255 : 0;
    }
}
