package sc.fiji.imagetomask.zarr.codec;

import java.io.IOException;
import java.util.List;

/**
 * Codecs that are applied one after the other; the first one encodes the values.
 *
 * @param codecs may be none
 */
public record CodecChain(List<Codec> codecs) {

    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    public byte[] encode(byte[] plain) throws IOException {
        byte[] bytes = plain;
        for (Codec codec : codecs) bytes = codec.encode(bytes);
        return bytes;
    }

    /**
     * The bytes that were encoded.
     *
     * @param length how many there must be
     * @throws IOException with a text that follows "is damaged: ", if that is not so
     */
    public byte[] decode(byte[] encoded, int length) throws IOException {
        byte[] bytes = encoded;
        for (int i = codecs.size() - 1; i >= 0; i--)
            bytes = codecs.get(i).decode(bytes, new CodecChain(codecs.subList(0, i)).maxEncoded(length));
        if (bytes.length != length)
            throw new IOException("it holds " + bytes.length + " bytes, but must hold " + length);
        return bytes;
    }

    /** The largest length of the encoded form of this number of bytes. */
    public int maxEncoded(int plain) {
        long max = plain;
        for (Codec codec : codecs) max = codec.maxEncoded(max);
        return (int) Math.min(max, MAX_ARRAY);
    }
}
