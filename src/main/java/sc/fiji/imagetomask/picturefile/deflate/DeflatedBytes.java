package sc.fiji.imagetomask.picturefile.deflate;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Grows as deflated bytes are added. It is used again for the next bytes, to save memory. */
public final class DeflatedBytes {

    private static final byte[] NONE = {};

    private byte[] array = NONE;
    private int length;

    /** Holds the bytes from its start on. */
    public byte[] array() {
        return array;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
    }

    public void add(byte... bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, array, length, bytes.length);
        length += bytes.length;
    }

    private void reserve(int more) {
        withRoom(length, more);
    }

    /** The array, long enough for that many bytes and as many more. */
    byte[] withRoom(int used, int more) {
        if (array.length - used < more)
            array = Arrays.copyOf(array, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(used + more, 2L * used)));
        return array;
    }

    /** Takes over what was written to the array. */
    void end(int written) {
        length = written;
    }

    /**
     * Adds the next part of a raw Deflate stream. It starts and ends at a byte.
     *
     * @param start of the bytes
     * @param n how many there are
     * @param before holds, at its end, the bytes of the stream before these, as many as this part may refer to
     * @param isLast whether this is the end of the stream
     */
    public void deflate(byte[] bytes, int start, int n, byte[] before, DeflateMethod method, boolean isLast) {
        if (!method.usesRepeats()) {
            HuffmanBlocks.add(this, bytes, start, n, isLast);
            return;
        }
        reserve(n / 2 + 64);
        Deflater deflater = new Deflater(method.level(), true);
        try {
            deflater.setStrategy(method.strategy());
            deflater.deflate(array, length, array.length - length); // takes the strategy over before any bytes come
            if (before.length > 0) {
                int used = Math.min(before.length, DeflateMethod.WINDOW);
                deflater.setDictionary(before, before.length - used, used);
            }
            deflater.setInput(bytes, start, n);
            if (isLast) deflater.finish();
            while (true) {
                length += deflater.deflate(
                        array, length, array.length - length, isLast ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
                if (length < array.length) return;
                reserve(n / 2 + 64);
            }
        } finally {
            deflater.end();
        }
    }
}
