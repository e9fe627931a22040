package sc.fiji.imagetomask.options;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Which OME-Zarr image is opened.
 *
 * @param path its folder or address; null if it is not given
 * @param level its resolution, 0 being the largest
 * @param field of a plate or of series, the folder of the image; empty for the only image
 * @param s3Endpoint the server that has what an address of S3 names; empty for the usual one
 * @param s3Anonymous whether S3 is asked without credentials
 */
public record OpenOptions(String path, int level, String field, String s3Endpoint, boolean s3Anonymous) {

    /** Nothing is given. */
    public static final OpenOptions DEFAULT = new OpenOptions(null, 0, "", "", false);

    /** The keys that a macro may use. */
    public static final List<String> KEYS = List.of("path", "level", "field", "s3-endpoint", "s3-anonymous");

    /**
     * The options in a macro's option string.
     *
     * @param variables replaces a value such as {@code &name} by the value of the variable
     * @throws IllegalArgumentException with one sentence, naming a key or value that is not allowed
     */
    public static OpenOptions parse(String text, UnaryOperator<String> variables) {
        OpenOptions options = OptionString.read(text, KEYS, variables, DEFAULT, OpenOptions::with);
        if (options.path == null)
            throw new IllegalArgumentException(
                    "path is missing, but must be the folder or address of an OME-Zarr image.");
        return options;
    }

    private OpenOptions with(String key, String value) {
        if (!KEYS.contains(key)) throw OptionString.unknown(key, value, KEYS);
        String given = value == null ? "" : value;
        return switch (key) {
            case "path" -> new OpenOptions(given, level, field, s3Endpoint, s3Anonymous);
            case "level" -> new OpenOptions(path, level(given), field, s3Endpoint, s3Anonymous);
            case "field" -> new OpenOptions(path, level, given.replaceAll("/+$", ""), s3Endpoint, s3Anonymous);
            case "s3-endpoint" -> withS3(given, s3Anonymous);
            default -> withS3(s3Endpoint, value == null || isTrue(key, given));
        };
    }

    /** The same with another way to ask S3. */
    public OpenOptions withS3(String endpoint, boolean isAnonymous) {
        return new OpenOptions(path, level, field, endpoint, isAnonymous);
    }

    private static boolean isTrue(String key, String text) {
        if (text.equals("true") || text.equals("false")) return text.equals("true");
        throw new IllegalArgumentException(key + " is '" + text + "', but must be true or false.");
    }

    private static int level(String text) {
        if (text.matches("\\d{1,3}")) return Integer.parseInt(text);
        throw new IllegalArgumentException("level is '" + text + "', but must be a whole number of 0 or more.");
    }
}
