package sc.fiji.imagetomask.zarr;

import sc.fiji.imagetomask.memory.ArrayPool;

/**
 * The metadata of an array.
 *
 * @param shape values along each dimension
 * @param chunk values of a chunk along each dimension; with shards, of a chunk in a shard
 * @param type the type of the values
 * @param fill the value where there is no chunk
 * @param keys the names of the files of chunks
 * @param codec encodes the values of a chunk
 * @param shards how chunks lie in one file; null if each has its own
 */
public record ArrayLayout(
        long[] shape, int[] chunk, DataType type, double fill, ChunkKeys keys, ChunkCodec codec, Shards shards) {

    /** An array for the encoded bytes of a chunk; of the chunk's own length if these may be its values. */
    byte[] encoded(int length) {
        return length == chunkBytes() ? ArrayPool.take(byte[].class, length) : ArrayPool.bytes(length);
    }

    int rank() {
        return shape.length;
    }

    /** Bytes of a whole chunk before they are encoded. */
    int chunkBytes() {
        return Blocks.length(chunk) * type.bytes();
    }
}
