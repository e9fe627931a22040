package sc.fiji.imagetomask.zarr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.zarr.codec.Crc32cCodec;
import sc.fiji.imagetomask.zarr.store.JsonFile;

/** Puts the chunk files of an array of Zarr v3 into shards of 1 x 2 x 2 chunks, with the index at the end. */
public final class ShardPacker {

    private static final int[] COUNTS = {1, 2, 2};

    private ShardPacker() {}

    public static void pack(Path folder) throws IOException {
        ZarrArray array = ZarrArray.open(folder);
        long[] grid = array.gridShape();
        Path shards = folder.resolve("shards");
        long[] shardGrid = IntStream.range(0, 3)
                .mapToLong(d -> (grid[d] - 1) / COUNTS[d] + 1)
                .toArray();
        for (long[] shard : new Grid(shardGrid)) {
            Path file = shards.resolve(array.layout().keys().of("", shard));
            Files.createDirectories(file.getParent());
            Files.write(file, shard(folder, array, shard));
        }
        Files.move(folder.resolve("c"), folder.resolve("chunks"));
        Files.move(shards.resolve("c"), folder.resolve("c"));
        describe(folder.resolve("zarr.json"), array.chunkShape());
    }

    private static byte[] shard(Path folder, ZarrArray array, long[] shard) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer index = ByteBuffer.allocate(16 * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (long[] inner : new Grid(new long[] {1, 2, 2})) {
            long[] chunk = {shard[0], 2 * shard[1] + inner[1], 2 * shard[2] + inner[2]};
            Path file = folder.resolve(array.layout().keys().of("", chunk));
            byte[] encoded = Files.exists(file) ? Files.readAllBytes(file) : null;
            index.putLong(encoded == null ? -1 : bytes.size()).putLong(encoded == null ? -1 : encoded.length);
            if (encoded != null) bytes.write(encoded);
        }
        ByteBuffer checked = new Crc32cCodec().encode(index.flip());
        bytes.write(checked.array(), checked.position(), checked.remaining());
        return bytes.toByteArray();
    }

    private static void describe(Path file, int[] chunk) throws IOException {
        ObjectNode json = (ObjectNode) JsonFile.MAPPER.readTree(file.toFile());
        ArrayNode codecs = (ArrayNode) json.get("codecs");
        ArrayNode shape = (ArrayNode) json.at("/chunk_grid/configuration/chunk_shape");
        ObjectNode sharding = JsonFile.MAPPER.createObjectNode();
        sharding.set("chunk_shape", shape.deepCopy());
        sharding.set("codecs", codecs.deepCopy());
        sharding.set("index_codecs", JsonFile.MAPPER.readTree("""
                [{"name": "bytes", "configuration": {"endian": "little"}}, {"name": "crc32c"}]"""));
        for (int d = 0; d < chunk.length; d++) shape.set(d, chunk[d] * COUNTS[d]);
        codecs.removeAll();
        codecs.addObject().put("name", "sharding_indexed").set("configuration", sharding);
        Files.write(file, JsonFile.bytes(json));
    }
}
