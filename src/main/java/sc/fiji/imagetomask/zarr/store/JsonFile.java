package sc.fiji.imagetomask.zarr.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Metadata as JSON files, of at most 16 MiB and 100 levels. */
public final class JsonFile {

    static final int MAX_BYTES = 16 << 20;
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxNumberLength(400)
            .build();

    public static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonFile() {}

    /**
     * The object in the file of that key, or null if there is no such file.
     *
     * @throws IOException naming the file, if it cannot be read, is too large, or holds no JSON object
     */
    public static Json read(Store store, String key) throws IOException {
        ByteBuffer bytes = store.read(key, MAX_BYTES, byte[]::new);
        return bytes == null ? null : parse(bytes, store.name(key));
    }

    static Json parse(ByteBuffer bytes, String file) throws IOException {
        try {
            JsonNode node = MAPPER.readTree(bytes.array(), 0, bytes.limit());
            if (node instanceof ObjectNode object) return new Json(file, object);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw Problem.in(file, "is not valid JSON", e);
        }
        throw Problem.in(file, "holds no JSON object");
    }

    public static byte[] bytes(JsonNode node) throws IOException {
        return MAPPER.writeValueAsBytes(node);
    }
}
