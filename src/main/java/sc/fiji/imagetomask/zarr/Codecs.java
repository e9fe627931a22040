package sc.fiji.imagetomask.zarr;

import com.scalableminds.bloscjava.Blosc;
import java.io.IOException;

/** The codec that an object of the metadata tells of. */
final class Codecs {

    private static final String KNOWN = "one of gzip, zlib, zstd, blosc, crc32c";

    private Codecs() {}

    /**
     * One codec.
     *
     * @param owner has the key by which the name was found
     * @param key of the name, for errors
     * @param settings the codec's own
     * @param typeSize bytes of one value
     */
    static Codec of(Json owner, String key, Json settings, int typeSize) throws IOException {
        return switch (owner.text(key)) {
            case "gzip" -> new GzipCodec(whole(settings, "level", 5, 0, 9));
            case "zlib", "numcodecs.zlib" -> new ZlibCodec(whole(settings, "level", 1, 0, 9));
            case "zstd", "numcodecs.zstd" -> zstd(settings);
            case "blosc", "numcodecs.blosc" -> blosc(settings, typeSize);
            case "crc32c" -> new Crc32cCodec();
            default -> throw owner.wrong(key, KNOWN);
        };
    }

    private static Codec zstd(Json settings) throws IOException {
        NativeCodec.ZSTD.requireFor(settings.file());
        boolean checksum = settings.has("checksum") && settings.get("checksum").asBoolean();
        return new ZstdCodec(whole(settings, "level", 0, -131072, 22), checksum);
    }

    private static Codec blosc(Json settings, int typeSize) throws IOException {
        NativeCodec.BLOSC.requireFor(settings.file());
        return new BloscCodec(
                compressor(settings),
                whole(settings, "clevel", 5, 0, 9),
                shuffle(settings, typeSize),
                whole(settings, "typesize", typeSize, 1, 255),
                whole(settings, "blocksize", 0, 0, Integer.MAX_VALUE));
    }

    /** Only told to Blosc when it compresses: what is compressed says itself by what. */
    private static Blosc.Compressor compressor(Json settings) throws IOException {
        return switch (settings.text("cname", "lz4")) {
            case "blosclz" -> Blosc.Compressor.BLOSCLZ;
            case "lz4" -> Blosc.Compressor.LZ4;
            case "lz4hc" -> Blosc.Compressor.LZ4HC;
            case "zlib" -> Blosc.Compressor.ZLIB;
            case "zstd" -> Blosc.Compressor.ZSTD;
            default -> throw settings.wrong("cname", "one of blosclz, lz4, lz4hc, zlib, zstd");
        };
    }

    private static Blosc.Shuffle shuffle(Json settings, int typeSize) throws IOException {
        Blosc.Shuffle automatic = typeSize == 1 ? Blosc.Shuffle.BIT_SHUFFLE : Blosc.Shuffle.BYTE_SHUFFLE;
        String value = settings.has("shuffle") ? settings.get("shuffle").asText() : "-1";
        return switch (value) {
            case "-1" -> automatic;
            case "0", "noshuffle" -> Blosc.Shuffle.NO_SHUFFLE;
            case "1", "shuffle" -> Blosc.Shuffle.BYTE_SHUFFLE;
            case "2", "bitshuffle" -> Blosc.Shuffle.BIT_SHUFFLE;
            default -> throw settings.wrong("shuffle", "one of noshuffle, shuffle, bitshuffle, or -1..2");
        };
    }

    private static int whole(Json settings, String key, int missing, int min, int max) throws IOException {
        if (!settings.has(key)) return missing;
        if (settings.get(key).canConvertToInt() && settings.get(key).isNumber()) {
            int value = settings.get(key).intValue();
            if (value >= min && value <= max) return value;
        }
        throw settings.wrong(key, "a whole number of " + min + ".." + max);
    }
}
