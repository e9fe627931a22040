package sc.fiji.imagetomask.zarr.codec;

import com.scalableminds.bloscjava.Blosc;
import java.io.IOException;
import sc.fiji.imagetomask.zarr.store.Json;

/**
 * Makes the codec that an object of the metadata describes.
 *
 * <p>Design decision: a setting that matters only while compressing, such as a level, is never a reason to refuse an
 * image. Writers differ in them: those on Java's Deflater write level -1, for its default.
 */
public final class Codecs {

    private static final String KNOWN = "one of gzip, zlib, zstd, blosc, crc32c";

    private Codecs() {}

    /**
     * Makes one codec.
     *
     * @param owner has the key by which the name was found
     * @param key of the name, for errors
     * @param settings the codec's own
     * @param typeSize bytes of one value
     */
    public static Codec of(Json owner, String key, Json settings, int typeSize) throws IOException {
        return switch (owner.text(key)) {
            case "gzip" -> new GzipCodec(level(settings, "level", 5, 0, 9));
            case "zlib", "numcodecs.zlib" -> new ZlibCodec(level(settings, "level", 1, 0, 9));
            case "zstd", "numcodecs.zstd" -> zstd(settings);
            case "blosc", "numcodecs.blosc" -> blosc(settings, typeSize);
            case "crc32c" -> new Crc32cCodec();
            default -> throw owner.wrong(key, KNOWN);
        };
    }

    private static Codec zstd(Json settings) throws IOException {
        NativeCodec.ZSTD.requireFor(settings.file());
        boolean checksum = settings.has("checksum") && settings.get("checksum").asBoolean();
        return new ZstdCodec(level(settings, "level", 0, -131072, 22), checksum);
    }

    private static Codec blosc(Json settings, int typeSize) throws IOException {
        NativeCodec.BLOSC.requireFor(settings.file());
        return new BloscCodec(
                compressor(settings),
                level(settings, "clevel", 5, 0, 9),
                shuffle(settings, typeSize),
                level(settings, "typesize", typeSize, 1, 255),
                level(settings, "blocksize", 0, 0, Integer.MAX_VALUE));
    }

    /** Matters only while compressing: compressed data names its compressor itself. */
    private static Blosc.Compressor compressor(Json settings) {
        return switch (settings.get("cname") == null
                ? "lz4"
                : settings.get("cname").asText()) {
            case "blosclz" -> Blosc.Compressor.BLOSCLZ;
            case "lz4hc" -> Blosc.Compressor.LZ4HC;
            case "zlib" -> Blosc.Compressor.ZLIB;
            case "zstd" -> Blosc.Compressor.ZSTD;
            default -> Blosc.Compressor.LZ4;
        };
    }

    private static Blosc.Shuffle shuffle(Json settings, int typeSize) {
        Blosc.Shuffle automatic = typeSize == 1 ? Blosc.Shuffle.BIT_SHUFFLE : Blosc.Shuffle.BYTE_SHUFFLE;
        String value = settings.has("shuffle") ? settings.get("shuffle").asText() : "-1";
        return switch (value) {
            case "0", "noshuffle" -> Blosc.Shuffle.NO_SHUFFLE;
            case "1", "shuffle" -> Blosc.Shuffle.BYTE_SHUFFLE;
            case "2", "bitshuffle" -> Blosc.Shuffle.BIT_SHUFFLE;
            default -> automatic;
        };
    }

    /** The number under that key; another one where it is missing or out of range. */
    private static int level(Json settings, String key, int missing, int min, int max) {
        int value = settings.has(key) ? settings.get(key).asInt(missing) : missing;
        return value >= min && value <= max ? value : missing;
    }
}
