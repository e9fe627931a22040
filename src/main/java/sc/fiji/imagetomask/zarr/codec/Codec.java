package sc.fiji.imagetomask.zarr.codec;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Encodes bytes and decodes them: those of an array from a buffer's position to its limit, which stay as they are. The
 * arrays of results may be of {@link sc.fiji.imagetomask.memory.ArrayPool}. Many threads can use one codec.
 */
public interface Codec {

    ByteBuffer encode(ByteBuffer plain) throws IOException;

    /**
     * The bytes that were encoded.
     *
     * @param maxBytes how many there are at most; more is an error, and memory grows only with what is there
     * @throws IOException with a text that follows "is damaged: ", if the bytes are not whole
     */
    ByteBuffer decode(ByteBuffer encoded, int maxBytes) throws IOException;

    /** The largest length of the encoded form of this number of bytes, by any encoder. */
    default long maxEncoded(long plain) {
        return plain + plain / 64 + 4096;
    }
}
