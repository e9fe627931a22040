package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.util.Arrays;
import sc.fiji.imagetomask.zarr.store.Json;

/** Reads the sizes in the metadata of an array, and checks them. */
final class Sizes {

    private static final int MAX_RANK = 16;
    private static final int MAX_CHUNK_BYTES = Integer.MAX_VALUE - 64;

    private Sizes() {}

    /** The size of a chunk under this key; there must be one number per dimension of the shape. */
    static int[] chunk(Json json, String key, long[] shape) throws IOException {
        long[] chunk = json.sizes(key, Integer.MAX_VALUE);
        if (chunk.length != shape.length) throw json.wrong(key, shape.length + " numbers, as many as dimensions");
        return Arrays.stream(chunk).mapToInt(Math::toIntExact).toArray();
    }

    /** The shape of the array. */
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
}
