package sc.fiji.imagetomask.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import sc.fiji.imagetomask.zarr.store.Json;

/** Array metadata of Zarr v3, a {@code zarr.json} file. */
public final class V3Layout {

    public static final String FILE = "zarr.json";
    private static final Set<String> KNOWN = Set.of(
            "zarr_format",
            "node_type",
            "shape",
            "data_type",
            "chunk_grid",
            "chunk_key_encoding",
            "fill_value",
            "codecs",
            "attributes",
            "dimension_names",
            "storage_transformers");

    private V3Layout() {}

    public static ArrayLayout parse(Json json) throws IOException {
        requireKind(json, "array");
        requireUnderstood(json);
        long[] shape = Sizes.shape(json);
        DataType type = type(json);
        Json grid = named(json, "chunk_grid", "regular").objectOrEmpty("configuration");
        int[] chunk = Sizes.chunk(grid, "chunk_shape", shape);
        V3Codecs codecs = V3Codecs.parse(json, "codecs", type, shape.length);
        Shards shards = codecs.sharding() == null ? null : Shards.parse(grid, chunk, codecs.sharding());
        int[] inner = shards == null ? chunk : shards.chunk();
        Sizes.requireHeld(grid, "chunk_shape", inner, type);
        return new ArrayLayout(shape, inner, type, FillValue.of(json, type), keys(json), codecs.chunkCodec(), shards);
    }

    /** @throws IOException if the file is not of Zarr v3, or of another kind of node */
    public static void requireKind(Json json, String kind) throws IOException {
        if (!json.has("zarr_format") || json.get("zarr_format").asInt() != 3) throw json.wrong("zarr_format", "3");
        if (!json.text("node_type").equals(kind)) throw json.wrong("node_type", kind);
    }

    private static void requireUnderstood(Json json) throws IOException {
        Iterator<Map.Entry<String, JsonNode>> entries = json.node().fields();
        while (entries.hasNext()) {
            Map.Entry<String, JsonNode> entry = entries.next();
            JsonNode must = entry.getValue().get("must_understand");
            boolean said = !entry.getValue().isNull();
            if (!KNOWN.contains(entry.getKey()) && said && (must == null || must.asBoolean(true)))
                throw json.wrong(entry.getKey(), "nothing of that name");
        }
        if (json.has("storage_transformers")
                && !json.get("storage_transformers").isEmpty()) throw json.wrong("storage_transformers", "none");
    }

    private static DataType type(Json json) throws IOException {
        String must = "one of " + DataType.allV3Names();
        if (!json.has("data_type")) throw json.wrong("data_type", must);
        return DataType.ofV3(json.named("data_type").text("name")).orElseThrow(() -> json.wrong("data_type", must));
    }

    private static Json named(Json json, String key, String name) throws IOException {
        Json object = json.named(key);
        if (!object.text("name").equals(name)) throw json.wrong(key, "the name " + name);
        return object;
    }

    private static ChunkKeys keys(Json json) throws IOException {
        Json encoding = json.named("chunk_key_encoding");
        String name = encoding.text("name");
        boolean v3 = name.equals("default");
        if (!v3 && !name.equals("v2")) throw encoding.wrong("name", "default or v2");
        String separator = encoding.objectOrEmpty("configuration").text("separator", v3 ? "/" : ".");
        if (!ChunkKeys.isSeparator(separator))
            throw json.wrong("chunk_key_encoding", "the separator " + ChunkKeys.MUST);
        return new ChunkKeys(v3, separator);
    }
}
