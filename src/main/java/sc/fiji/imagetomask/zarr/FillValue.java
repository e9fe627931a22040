package sc.fiji.imagetomask.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import sc.fiji.imagetomask.zarr.store.Json;

/**
 * The value of missing chunks, as the metadata gives it: a number, also as a text, {@code true} or {@code false}, {@code
 * "NaN"}, {@code "-Infinity"}, bits, or nothing.
 */
final class FillValue {

    private static final String KEY = "fill_value";

    private FillValue() {}

    /** 0 if there is none. */
    static double of(Json json, DataType type) throws IOException {
        if (!json.has(KEY)) return 0;
        Double value = number(json.get(KEY), type);
        if (value == null || !type.holds(value)) throw json.wrong(KEY, "a value of " + type.v3Name());
        return value;
    }

    private static Double number(JsonNode node, DataType type) {
        if (node.isNumber()) return node.doubleValue();
        if (node.isBoolean()) return node.booleanValue() ? 1.0 : 0.0;
        if (!node.isTextual()) return null;
        String text = node.textValue();
        if (type.isFloat() && text.startsWith("0x")) return bits(text, type);
        try {
            return switch (text) {
                case "NaN", "Infinity", "-Infinity" -> type.isFloat() ? Double.valueOf(text) : null;
                default -> new BigDecimal(text).doubleValue();
            };
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Double bits(String text, DataType type) {
        if (!text.matches("0x[0-9a-fA-F]{" + 2 * type.bytes() + "}")) return null;
        long bits = Long.parseUnsignedLong(text.substring(2), 16);
        return switch (type) {
            case FLOAT16 -> (double) Float16.value((int) bits);
            case FLOAT32 -> (double) Float.intBitsToFloat((int) bits);
            default -> Double.longBitsToDouble(bits);
        };
    }
}
