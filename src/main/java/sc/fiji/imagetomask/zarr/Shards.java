package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import sc.fiji.imagetomask.zarr.codec.Crc32cCodec;
import sc.fiji.imagetomask.zarr.store.Json;

/**
 * Files that hold many chunks and an index of them.
 *
 * @param chunk the size of a chunk in a shard
 * @param counts how many chunks a shard has along each dimension
 * @param indexOrder byte order of the index
 * @param checksum whether the index has a CRC32C
 * @param indexFirst whether the index is at the start of the file instead of the end
 */
record Shards(int[] chunk, int[] counts, ByteOrder indexOrder, boolean checksum, boolean indexFirst) {

    private static final int ENTRY_BYTES = 16;

    static Shards parse(Json grid, int[] shard, Json settings) throws IOException {
        int[] chunk = Sizes.chunk(settings, "chunk_shape", grid.sizes("chunk_shape", Integer.MAX_VALUE));
        int[] counts = new int[chunk.length];
        for (int d = 0; d < chunk.length; d++) {
            if (shard[d] % chunk[d] != 0) throw settings.wrong("chunk_shape", "sizes that divide those of the shard");
            counts[d] = shard[d] / chunk[d];
        }
        List<Json> codecs = settings.objects("index_codecs");
        boolean checksum = codecs.size() == 2 && codecs.get(1).text("name").equals("crc32c");
        if (codecs.isEmpty() || !codecs.get(0).text("name").equals("bytes") || codecs.size() > (checksum ? 2 : 1))
            throw settings.wrong("index_codecs", "bytes, and then crc32c or nothing");
        ByteOrder order = V3Codecs.byteOrder(codecs.get(0).objectOrEmpty("configuration"));
        return switch (settings.text("index_location", "end")) {
            case "end" -> new Shards(chunk, counts, order, checksum, false);
            case "start" -> new Shards(chunk, counts, order, checksum, true);
            default -> throw settings.wrong("index_location", "start or end");
        };
    }

    /** Bytes of the index, which may be more than memory holds if metadata lies. */
    long indexBytes() {
        long bytes = ENTRY_BYTES;
        for (int count : counts) {
            if (count > Long.MAX_VALUE / 2 / bytes) return Long.MAX_VALUE;
            bytes *= count;
        }
        return checksum ? bytes + Crc32cCodec.BYTES : bytes;
    }
}
