package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import sc.fiji.imagetomask.memory.ArrayPool;
import sc.fiji.imagetomask.zarr.codec.CodecChain;

/**
 * Encodes the values of a whole chunk as bytes, and decodes them.
 *
 * @param type the type of the values
 * @param byteOrder the order of the bytes of each value
 * @param dimensions the order of dimensions in the bytes, slowest first; null for that of the array
 * @param chain the codecs for the bytes
 */
public record ChunkCodec(DataType type, ByteOrder byteOrder, int[] dimensions, CodecChain chain) {

    /** The encoded bytes, in an array of {@link ArrayPool}, or in that of the values. */
    public ByteBuffer encode(Object values, int[] chunk) throws IOException {
        byte[] bytes = type.toBytes(values, byteOrder);
        if (dimensions != null) {
            byte[] plain = bytes;
            bytes = new Transposition(chunk, dimensions, type.bytes()).stored(plain);
            if (plain != values) ArrayPool.give(plain);
        }
        ByteBuffer encoded = chain.encode(ByteBuffer.wrap(bytes));
        if (bytes != values && bytes != encoded.array()) ArrayPool.give(bytes);
        return encoded;
    }

    /**
     * The values, in an array of {@link ArrayPool}, or in that of the encoded bytes.
     *
     * @throws IOException with a text that follows "is damaged: "
     */
    Object decode(ByteBuffer encoded, int[] chunk) throws IOException {
        ByteBuffer decoded = chain.decode(encoded, Blocks.length(chunk) * type.bytes());
        byte[] bytes = decoded.array();
        if (bytes.length != decoded.remaining()) decoded.get(bytes = new byte[decoded.remaining()]);
        if (dimensions != null) bytes = new Transposition(chunk, dimensions, type.bytes()).plain(bytes);
        Object values = type.fromBytes(bytes, byteOrder);
        if (decoded.array() != values && decoded.array() != encoded.array()) ArrayPool.give(decoded.array());
        return values;
    }

    int maxEncoded(int[] chunk) {
        return chain.maxEncoded(Blocks.length(chunk) * type.bytes());
    }
}
