package sc.fiji.imagetomask.zarr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sc.fiji.imagetomask.zarr.store.JsonFile;

/**
 * How chunks are compressed when they are written.
 *
 * @param codec {@code none}, {@code gzip}, {@code zstd} or {@code blosc}
 * @param level 0..9; for zstd 0..22; ignored for none
 * @param inner the compressor inside Blosc: {@code blosclz}, {@code lz4}, {@code lz4hc}, {@code zlib} or {@code zstd};
 *     else null
 * @param shuffle the shuffle of Blosc: {@code noshuffle}, {@code shuffle} or {@code bitshuffle}; else null
 */
public record Compression(String codec, int level, String inner, String shuffle) {

    /** Those that {@link #named} knows. */
    public static final List<String> NAMES = List.of("none", "gzip", "zstd", "blosc");

    private static final List<String> INNER = List.of("blosclz", "lz4", "lz4hc", "zlib", "zstd");
    private static final List<String> SHUFFLES = List.of("noshuffle", "shuffle", "bitshuffle");

    /** No compression. */
    public static Compression none() {
        return new Compression("none", 0, null, null);
    }

    /** Gzip (RFC 1952), level 0..9. */
    public static Compression gzip(int level) {
        return new Compression("gzip", level, null, null);
    }

    /** Zstandard (RFC 8878), level 0..22, 0 being the usual one. */
    public static Compression zstd(int level) {
        return new Compression("zstd", level, null, null);
    }

    /** Blosc, level 0..9. */
    public static Compression blosc(String inner, int level, String shuffle) {
        return new Compression("blosc", level, inner, shuffle);
    }

    /**
     * By name, with usual settings: {@code none}, {@code gzip}, {@code zstd}, {@code blosc}.
     *
     * @throws IllegalArgumentException if the name is none of these
     */
    public static Compression named(String name) {
        return switch (name) {
            case "none" -> none();
            case "gzip" -> gzip(5);
            case "zstd" -> zstd(3);
            case "blosc" -> blosc("lz4", 5, "shuffle");
            default ->
                throw new IllegalArgumentException(
                        "compression is '" + name + "', but must be one of " + String.join(", ", NAMES) + ".");
        };
    }

    /** @throws IllegalArgumentException if a value is not allowed */
    public Compression {
        require("compression", codec, NAMES);
        int max = codec.equals("zstd") ? 22 : 9;
        if (level < 0 || level > max)
            throw new IllegalArgumentException("level is " + level + ", but must be in 0.." + max + ".");
        if (codec.equals("blosc")) {
            require("Blosc's compressor", inner, INNER);
            require("Blosc's shuffle", shuffle, SHUFFLES);
        }
    }

    private static void require(String what, String value, List<String> allowed) {
        if (!allowed.contains(value))
            throw new IllegalArgumentException(
                    what + " is '" + value + "', but must be one of " + String.join(", ", allowed) + ".");
    }

    /** The compressor of Zarr v2; null for none. */
    public ObjectNode v2() {
        if (codec.equals("none")) return null;
        ObjectNode node = JsonFile.MAPPER.createObjectNode().put("id", codec);
        if (!codec.equals("blosc")) return node.put("level", level);
        return node.put("cname", inner)
                .put("clevel", level)
                .put("shuffle", SHUFFLES.indexOf(shuffle))
                .put("blocksize", 0);
    }

    /** Adds the codec of Zarr v3, if there is one. */
    public void addV3(ArrayNode codecs, DataType type) {
        if (codec.equals("none")) return;
        ObjectNode settings = codecs.addObject().put("name", codec).putObject("configuration");
        switch (codec) {
            case "gzip" -> settings.put("level", level);
            case "zstd" -> settings.put("level", level).put("checksum", false);
            default ->
                settings.put("cname", inner)
                        .put("clevel", level)
                        .put("shuffle", shuffle)
                        .put("typesize", type.bytes())
                        .put("blocksize", 0);
        }
    }
}
