package sc.fiji.imagetomask.picturefile.tiff.codec;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.util.Arrays;

/**
 * Decodes a strip or tile of a TIFF that is compressed by PackBits (TIFF 6.0, section 9).
 *
 * <p>Design decision: own code, because the decoder of the library that reads TIFF takes a code that means nothing for the
 * end of the data, where less than 129 bytes are left to decode.
 */
final class PackBitsBytes {

    private static final int NOTHING = -128;

    private PackBitsBytes() {}

    /**
     * The first bytes of what is decoded.
     *
     * @throws EOFException if there are fewer
     */
    static byte[] decode(byte[] data, int bytes) throws EOFException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int at = 0; all.size() < bytes; ) {
            if (at >= data.length) throw new EOFException();
            int code = data[at++];
            if (code == NOTHING) continue;
            int count = 1 + Math.abs(code);
            int stored = code < 0 ? 1 : count;
            if (at + stored > data.length) throw new EOFException();
            if (code >= 0) all.write(data, at, count);
            else for (int i = 0; i < count; i++) all.write(data[at]);
            at += stored;
        }
        return Arrays.copyOf(all.toByteArray(), bytes);
    }
}
