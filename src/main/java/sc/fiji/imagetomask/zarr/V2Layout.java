package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.zarr.codec.CodecChain;
import sc.fiji.imagetomask.zarr.codec.Codecs;
import sc.fiji.imagetomask.zarr.store.Json;
import sc.fiji.imagetomask.zarr.store.Store;

/** Array metadata of Zarr v2, a {@code .zarray} file. */
public final class V2Layout {

    public static final String FILE = ".zarray";

    private static final String SEPARATOR = "dimension_separator";

    private V2Layout() {}

    /** @param array the folder of the array in the store */
    public static ArrayLayout parse(Json json, Store store, String array) throws IOException {
        if (!json.has("zarr_format") || json.get("zarr_format").asInt() != 2) throw json.wrong("zarr_format", "2");
        long[] shape = Sizes.shape(json);
        int[] chunk = Sizes.chunk(json, "chunks", shape);
        DataType type = type(json);
        Sizes.requireHeld(json, "chunks", chunk, type);
        ByteOrder byteOrder = json.text("dtype").startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        if (json.has("filters") && !json.get("filters").isEmpty()) throw json.wrong("filters", "none");
        ChunkCodec codec = new ChunkCodec(type, byteOrder, dimensions(json, shape.length), chain(json, type));
        return new ArrayLayout(
                shape, chunk, type, FillValue.of(json, type), keys(json, store, array, shape.length), codec, null);
    }

    private static DataType type(Json json) throws IOException {
        String must = "one of " + DataType.allV3Names() + ", such as <u2";
        if (!json.has("dtype") || !json.get("dtype").isTextual()) throw json.wrong("dtype", must);
        String text = json.text("dtype");
        if (!text.matches("[<>|]..")) throw json.wrong("dtype", must);
        return DataType.ofCode(text.substring(1)).orElseThrow(() -> json.wrong("dtype", must));
    }

    private static int[] dimensions(Json json, int rank) throws IOException {
        return switch (json.text("order", "C")) {
            case "C" -> null;
            case "F" -> IntStream.range(0, rank).map(d -> rank - 1 - d).toArray();
            default -> throw json.wrong("order", "C or F");
        };
    }

    private static CodecChain chain(Json json, DataType type) throws IOException {
        if (!json.has("compressor")) return new CodecChain(List.of());
        Json compressor = json.object("compressor");
        return new CodecChain(List.of(Codecs.of(compressor, "id", compressor, type.bytes())));
    }

    private static ChunkKeys keys(Json json, Store store, String array, int rank) throws IOException {
        boolean isMissing = !json.has(SEPARATOR);
        String separator = isMissing ? ChunkKeys.separatorIn(store, array, rank) : json.text(SEPARATOR);
        if (!ChunkKeys.isSeparator(separator)) throw json.wrong(SEPARATOR, ChunkKeys.MUST);
        return new ChunkKeys(false, separator);
    }
}
