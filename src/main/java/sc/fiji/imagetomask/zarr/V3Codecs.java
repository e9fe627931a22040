package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.zarr.codec.Codec;
import sc.fiji.imagetomask.zarr.codec.CodecChain;
import sc.fiji.imagetomask.zarr.codec.Codecs;
import sc.fiji.imagetomask.zarr.store.Json;

/**
 * The list of codecs of Zarr v3: {@code transpose}, then {@code bytes} or {@code sharding_indexed}, then those for bytes.
 *
 * @param chunkCodec the codec of a chunk; with shards, of a chunk in a shard
 * @param sharding settings of the sharding codec, or null
 */
record V3Codecs(ChunkCodec chunkCodec, Json sharding) {

    static V3Codecs parse(Json owner, String key, DataType type, int rank) throws IOException {
        int[] dimensions = null;
        ByteOrder byteOrder = null;
        List<Codec> chain = new ArrayList<>();
        List<Json> list = owner.allNamed(key);
        for (Json codec : list) {
            Json settings = codec.objectOrEmpty("configuration");
            boolean first = byteOrder == null && chain.isEmpty();
            switch (codec.text("name")) {
                case "transpose" -> {
                    if (!first || dimensions != null) throw owner.wrong(key, "at most one transpose, at the start");
                    dimensions = order(settings, rank);
                }
                case "bytes" -> {
                    if (!first) throw owner.wrong(key, "one codec bytes, before those that compress");
                    byteOrder = byteOrder(settings);
                }
                case "sharding_indexed" -> {
                    if (list.size() > 1) throw owner.wrong(key, "no other codec beside sharding_indexed");
                    V3Codecs inner = parse(settings, "codecs", type, rank);
                    if (inner.sharding != null) throw settings.wrong("codecs", "no shards in shards");
                    return new V3Codecs(inner.chunkCodec, settings);
                }
                default -> chain.add(Codecs.of(codec, "name", settings, type.bytes()));
            }
        }
        ByteOrder order = byteOrder == null ? ByteOrder.LITTLE_ENDIAN : byteOrder;
        return new V3Codecs(new ChunkCodec(type, order, dimensions, new CodecChain(chain)), null);
    }

    static ByteOrder byteOrder(Json settings) throws IOException {
        return switch (settings.text("endian", "little")) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw settings.wrong("endian", "little or big");
        };
    }

    private static int[] order(Json settings, int rank) throws IOException {
        int[] order = new int[rank];
        String must = "a permutation of 0.." + (rank - 1);
        if (!settings.has("order")
                || !settings.get("order").isArray()
                || settings.get("order").size() != rank) throw settings.wrong("order", must);
        for (int d = 0; d < rank; d++) order[d] = settings.get("order").get(d).asInt(-1);
        if (!IntStream.range(0, rank).allMatch(d -> IntStream.of(order).anyMatch(o -> o == d)))
            throw settings.wrong("order", must);
        return order;
    }
}
