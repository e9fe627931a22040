package sc.fiji.imagetomask.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** The value of missing chunks, as metadata tells it: a number, {@code "NaN"}, {@code "-Infinity"}, bits, or nothing. */
final class FillValue {

    private static final String KEY = "fill_value";

    private FillValue() {}

    /** None counts as 0. */
    static double of(Json json, DataType type) throws IOException {
        if (!json.has(KEY)) return 0;
        Double value = number(json.get(KEY), type);
        if (value == null || !type.holds(value)) throw json.wrong(KEY, "a value of " + type.v3Name());
        return value;
    }

    private static Double number(JsonNode node, DataType type) {
        if (node.isNumber()) return node.doubleValue();
        if (!node.isTextual() || !type.isFloat()) return null;
        return switch (node.textValue()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> bits(node.textValue(), type);
        };
    }

    private static Double bits(String text, DataType type) {
        if (!text.matches("0x[0-9a-fA-F]{" + 2 * type.bytes() + "}")) return null;
        long bits = Long.parseUnsignedLong(text.substring(2), 16);
        return type == DataType.FLOAT64 ? Double.longBitsToDouble(bits) : (double) Float.intBitsToFloat((int) bits);
    }
}
