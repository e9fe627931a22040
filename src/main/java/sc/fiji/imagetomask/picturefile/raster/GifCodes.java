package sc.fiji.imagetomask.picturefile.raster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The LZW codes of a frame of a GIF, which lie in blocks of up to 255 bytes, the lowest bit first. */
final class GifCodes {

    private static final int MOST_BITS = 12;
    private static final int NONE = -1;

    private final ByteBuffer file;
    private final int firstBits;
    /** Of each code: the one that it prolongs, its last value and its length. */
    private final short[] before = new short[1 << MOST_BITS];

    private final byte[] last = new byte[1 << MOST_BITS];
    private final int[] length = new int[1 << MOST_BITS];
    private int block;
    private int held;
    private int heldBits;

    /** @param file at the number of bits of a value */
    GifCodes(ByteBuffer file) throws IOException {
        this.file = file;
        firstBits = file.get() & 255;
        if (firstBits < 1 || firstBits >= MOST_BITS) throw new IOException("its codes have " + firstBits + " bits");
        for (int value = 0; value < 1 << firstBits; value++) {
            last[value] = (byte) value;
            length[value] = 1;
        }
    }

    /** Fills the array; further values in the file are ignored. */
    void decode(byte[] pixels) throws IOException {
        int clear = 1 << firstBits;
        int next = clear + 2;
        int bits = firstBits + 1;
        int previous = NONE;
        for (int at = 0; at < pixels.length; ) {
            int code = code(bits);
            if (code == clear) {
                next = clear + 2;
                bits = firstBits + 1;
                previous = NONE;
                continue;
            }
            if (code == clear + 1) throw new EOFException();
            boolean isNew = code == next && previous != NONE;
            if (code >= next && !isNew) throw new IOException("its codes are broken");
            if (previous != NONE && next < 1 << MOST_BITS) {
                before[next] = (short) previous;
                length[next] = length[previous] + 1;
                last[next] = first(isNew ? previous : code);
                next++;
                if (next == 1 << bits && bits < MOST_BITS) bits++;
            }
            at = put(code, pixels, at);
            previous = code;
        }
    }

    private byte first(int code) {
        int at = code;
        while (length[at] > 1) at = before[at];
        return last[at];
    }

    private int put(int code, byte[] pixels, int at) {
        int end = at + length[code];
        int from = code;
        for (int i = end - 1; i >= at; i--, from = before[from]) if (i < pixels.length) pixels[i] = last[from];
        return Math.min(end, pixels.length);
    }

    private int code(int bits) throws IOException {
        while (heldBits < bits) {
            if (block == 0) block = file.get() & 255;
            if (block == 0) throw new EOFException();
            held |= (file.get() & 255) << heldBits;
            heldBits += Byte.SIZE;
            block--;
        }
        int code = held & (1 << bits) - 1;
        held >>>= bits;
        heldBits -= bits;
        return code;
    }
}
