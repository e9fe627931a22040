package sc.fiji.imagetomask.zarr.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import sc.fiji.imagetomask.memory.ArrayPool;

/**
 * Codecs that are applied one after the other; the first one encodes the values.
 *
 * @param codecs may be none
 */
public record CodecChain(List<Codec> codecs) {

    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    private interface Step {
        ByteBuffer run(ByteBuffer bytes) throws IOException;
    }

    /** The encoded bytes; without codecs the same buffer. */
    public ByteBuffer encode(ByteBuffer plain) throws IOException {
        ByteBuffer bytes = plain;
        for (Codec codec : codecs) bytes = step(codec::encode, bytes, plain);
        return bytes;
    }

    /**
     * The bytes that were encoded; without codecs the same buffer.
     *
     * @param length how many there must be
     * @throws IOException with a text that follows "is damaged: ", if that is not so
     */
    public ByteBuffer decode(ByteBuffer encoded, int length) throws IOException {
        ByteBuffer bytes = encoded;
        for (int i = codecs.size() - 1; i >= 0; i--) {
            Codec codec = codecs.get(i);
            int max = new CodecChain(codecs.subList(0, i)).maxEncoded(length);
            bytes = step(buffer -> codec.decode(buffer, max), bytes, encoded);
        }
        if (bytes.remaining() != length)
            throw new IOException("it holds " + bytes.remaining() + " bytes, but must hold " + length);
        return bytes;
    }

    /** What lies between two codecs is not used any more afterwards. */
    private static ByteBuffer step(Step step, ByteBuffer bytes, ByteBuffer kept) throws IOException {
        ByteBuffer result = step.run(bytes);
        if (bytes.array() != kept.array() && bytes.array() != result.array()) ArrayPool.give(bytes.array());
        return result;
    }

    /** The largest length of the encoded form of this number of bytes. */
    public int maxEncoded(int plain) {
        long max = plain;
        for (Codec codec : codecs) max = codec.maxEncoded(max);
        return (int) Math.min(max, MAX_ARRAY);
    }
}
