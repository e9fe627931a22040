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
import java.nio.file.Path;

/** Metadata as JSON files, of at most 16 MiB and 100 levels. */
public final class JsonFile {

    private static final int MAX_BYTES = 16 << 20;
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
     * The object in that file, or null if there is no such file.
     *
     * @throws IOException naming the file, if it leaves the root, is too large, or holds no JSON object
     */
    public static Json read(Path root, Path file) throws IOException {
        byte[] bytes = StoredFile.read(root, file, MAX_BYTES);
        if (bytes == null) return null;
        try {
            JsonNode node = MAPPER.readTree(bytes);
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
