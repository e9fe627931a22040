package sc.fiji.imagetomask.zarr.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An object of a metadata file. Its values are read by name and kind; a value of another kind is an
 * {@link IOException} that names the file.
 *
 * @param file the name of the file that it is from, see {@link Store#name}
 * @param node the object
 */
public record Json(String file, ObjectNode node) {

    public IOException problem(String text) {
        return Problem.in(file, text);
    }

    /** "has KEY VALUE, but must have MUST". */
    public IOException wrong(String key, String must) {
        JsonNode value = node.get(key);
        return problem(
                value == null
                        ? "has no '" + key + "', but must have " + must
                        : "has '" + key + "' " + shortened(value) + ", but must have " + must);
    }

    /** Whether there is a value other than null. */
    public boolean has(String key) {
        return node.hasNonNull(key);
    }

    public JsonNode get(String key) {
        return node.get(key);
    }

    public Json object(String key) throws IOException {
        if (node.get(key) instanceof ObjectNode object) return new Json(file, object);
        throw wrong(key, "an object");
    }

    /** An object with a name; a text alone stands for an object with that name and nothing else (Zarr v3, extensions). */
    public Json named(String key) throws IOException {
        return has(key) && get(key).isTextual() ? new Json(file, named(get(key))) : object(key);
    }

    private static ObjectNode named(JsonNode text) {
        return JsonFile.MAPPER.createObjectNode().put("name", text.textValue());
    }

    /** The object of that name, an empty one if it is missing. */
    public Json objectOrEmpty(String key) throws IOException {
        return has(key) ? object(key) : new Json(file, JsonFile.MAPPER.createObjectNode());
    }

    /** The objects in the list of that name, of which a text may stand for one as in {@link #named}; none if it is missing. */
    public List<Json> allNamed(String key) throws IOException {
        if (!has(key) || !get(key).isArray()) return objects(key);
        ObjectNode whole = JsonFile.MAPPER.createObjectNode();
        ArrayNode list = whole.putArray(key);
        for (JsonNode item : get(key)) list.add(item.isTextual() ? named(item) : item);
        return new Json(file, whole).objects(key);
    }

    /** The objects in the list of that name; none if it is missing. */
    public List<Json> objects(String key) throws IOException {
        List<Json> objects = new ArrayList<>();
        if (!has(key)) return objects;
        if (!node.get(key).isArray()) throw wrong(key, "a list of objects");
        for (JsonNode item : node.get(key)) {
            if (!(item instanceof ObjectNode object)) throw wrong(key, "a list of objects");
            objects.add(new Json(file, object));
        }
        return objects;
    }

    public String text(String key) throws IOException {
        if (has(key) && node.get(key).isTextual()) return node.get(key).textValue();
        throw wrong(key, "a text");
    }

    /** The text of that name, or that one if it is missing. */
    public String text(String key, String missing) throws IOException {
        return has(key) ? text(key) : missing;
    }

    /** Whole numbers of {@code 1..max}. */
    public long[] sizes(String key, long max) throws IOException {
        String must = "a list of whole numbers of 1.." + max;
        if (!has(key) || !node.get(key).isArray()) throw wrong(key, must);
        long[] sizes = new long[node.get(key).size()];
        for (int i = 0; i < sizes.length; i++) {
            JsonNode item = node.get(key).get(i);
            boolean whole = item.isIntegralNumber() || item.isNumber() && item.doubleValue() % 1 == 0;
            if (!whole || !item.canConvertToLong() || item.longValue() < 1 || item.longValue() > max)
                throw wrong(key, must);
            sizes[i] = item.longValue();
        }
        return sizes;
    }

    /**
     * The finite numbers under that name; there must be this number of them.
     *
     * @param unknown what stands for null and for NaN, also as a text: some writers write these for what they do not know
     */
    public List<Double> numbers(String key, int count, double unknown) throws IOException {
        String must = "a list of " + count + " finite numbers";
        if (!has(key) || !node.get(key).isArray() || node.get(key).size() != count) throw wrong(key, must);
        List<Double> numbers = new ArrayList<>();
        for (JsonNode item : node.get(key)) {
            boolean isUnknown = item.isNull() || item.asText().equals("NaN");
            if (isUnknown) {
                numbers.add(unknown);
                continue;
            }
            if (!item.isNumber() || !Double.isFinite(item.doubleValue())) throw wrong(key, must);
            numbers.add(item.doubleValue());
        }
        return numbers;
    }

    /** All values as texts, numbers, lists and maps. */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(JsonFile.MAPPER.convertValue(node, new TypeReference<>() {}));
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() > 80 ? text.substring(0, 77) + "..." : text;
    }
}
