package sc.fiji.imagetomask.picturefile.tiff.codec;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import sc.fiji.imagetomask.zarr.codec.ZstdCodec;

/**
 * How strips and tiles of a TIFF are compressed.
 *
 * <p>Design decision: no data are rejected because of the size that they claim: memory is allocated for the bytes that
 * are decoded so far, so data that end early need no more.
 */
public enum TiffCompression {
    NONE("", 1),
    FAX("", 2, 3, 4),
    LZW("", 5),
    JPEG("", 7),
    DEFLATE("", 8, 32946),
    PACK_BITS("", 32773),
    ZSTD("", 50000),
    OLD_JPEG("old-style JPEG", 6),
    JBIG("JBIG", 9, 10, 34661),
    THUNDER_SCAN("ThunderScan", 32809),
    NEXT("NeXT", 32766),
    JPEG_2000("JPEG 2000", 33003, 33004, 33005, 34712),
    LZMA("LZMA", 34925),
    LERC("LERC", 34887),
    WEBP("WebP", 50001),
    JPEG_XL("JPEG XL", 50002, 52546),
    UNKNOWN("an unknown method");

    private final String refusal;
    private final int[] numbers;

    /** @param refusal its name in the error if it is not read */
    TiffCompression(String refusal, int... numbers) {
        this.refusal = refusal;
        this.numbers = numbers;
    }

    /** Of the Compression of TIFF. */
    public static TiffCompression of(long number) {
        for (TiffCompression one : values()) for (int known : one.numbers) if (known == number) return one;
        return UNKNOWN;
    }

    /** Its name in the error if it cannot be read; empty if it can be read. */
    public String refusal() {
        return refusal;
    }

    /**
     * The bytes of a block that is compressed by anything but {@link #FAX} and {@link #JPEG}.
     *
     * @param bytes how many it becomes
     * @throws EOFException if it has fewer
     */
    public byte[] decode(byte[] data, int bytes) throws IOException {
        if (this == LZW) return LzwBytes.decode(data, bytes);
        if (this == NONE && data.length == bytes) return data;
        if (this == PACK_BITS) return PackBitsBytes.decode(data, bytes);
        try (InputStream stream = stream(new ByteArrayInputStream(data))) {
            byte[] decoded = stream.readNBytes(bytes);
            if (decoded.length < bytes) throw new EOFException();
            return decoded;
        }
    }

    private InputStream stream(InputStream data) throws IOException {
        return switch (this) {
            case NONE -> data;
            case DEFLATE -> new InflaterInputStream(data);
            case ZSTD -> ZstdCodec.plain(data);
            default -> throw new IllegalStateException(name());
        };
    }
}
