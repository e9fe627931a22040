package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteOrder;
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

    public byte[] encode(Object values, int[] chunk) throws IOException {
        byte[] bytes = type.toBytes(values, byteOrder);
        if (dimensions != null) bytes = new Transposition(chunk, dimensions, type.bytes()).stored(bytes);
        return chain.encode(bytes);
    }

    /** @throws IOException with a text that follows "is damaged: " */
    Object decode(byte[] encoded, int[] chunk) throws IOException {
        byte[] bytes = chain.decode(encoded, Blocks.length(chunk) * type.bytes());
        if (dimensions != null) bytes = new Transposition(chunk, dimensions, type.bytes()).plain(bytes);
        return type.fromBytes(bytes, byteOrder);
    }

    int maxEncoded(int[] chunk) {
        return chain.maxEncoded(Blocks.length(chunk) * type.bytes());
    }
}
