package sc.fiji.imagetomask.zarr.codec;

import java.io.IOException;

/** Encodes bytes and decodes them. It has no state, so many threads can use one codec. */
public interface Codec {

    byte[] encode(byte[] plain) throws IOException;

    /**
     * The bytes that were encoded.
     *
     * @param maxBytes how many there are at most; more is an error, and memory grows only with what is there
     * @throws IOException with a text that follows "is damaged: ", if the bytes are not whole
     */
    byte[] decode(byte[] encoded, int maxBytes) throws IOException;

    /** The largest length of the encoded form of this number of bytes, by any encoder. */
    default long maxEncoded(long plain) {
        return plain + plain / 64 + 4096;
    }
}
