package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.util.Arrays;
import sc.fiji.imagetomask.zarr.store.Json;

/**
 * The metadata of an array.
 *
 * @param shape values along each dimension
 * @param chunk the same of a chunk; with shards, of a chunk in a shard
 * @param type of the values
 * @param fill the value where there is no chunk
 * @param keys the names of the files
 * @param codec between values and bytes
 * @param shards how chunks lie in one file; null if each has its own
 */
public record ArrayLayout(
        long[] shape, int[] chunk, DataType type, double fill, ChunkKeys keys, ChunkCodec codec, Shards shards) {

    static final int MAX_RANK = 16;
    private static final int MAX_CHUNK_BYTES = Integer.MAX_VALUE - 64;

    /** The sizes under that key of a chunk, checked against the shape. */
    static int[] chunk(Json json, String key, long[] shape) throws IOException {
        long[] chunk = json.sizes(key, Integer.MAX_VALUE);
        if (chunk.length != shape.length) throw json.wrong(key, shape.length + " numbers, as many as dimensions");
        return Arrays.stream(chunk).mapToInt(Math::toIntExact).toArray();
    }

    static long[] shape(Json json) throws IOException {
        long[] shape = json.sizes("shape", Long.MAX_VALUE);
        if (shape.length < 1 || shape.length > MAX_RANK) throw json.wrong("shape", "1.." + MAX_RANK + " numbers");
        if (exceeds(shape, 8, Long.MAX_VALUE)) throw json.wrong("shape", "less than 2^60 values");
        return shape;
    }

    /** @throws IOException if a chunk is too large for memory */
    static void requireHeld(Json json, String key, int[] chunk, DataType type) throws IOException {
        if (exceeds(Arrays.stream(chunk).asLongStream().toArray(), type.bytes(), MAX_CHUNK_BYTES))
            throw json.wrong(key, "chunks of less than 2 GiB");
    }

    private static boolean exceeds(long[] sizes, long product, long max) {
        for (long size : sizes) {
            if (size > max / product) return true;
            product *= size;
        }
        return false;
    }

    int rank() {
        return shape.length;
    }

    /** Bytes of a whole chunk before they are encoded. */
    int chunkBytes() {
        return Blocks.length(chunk) * type.bytes();
    }
}
