package sc.fiji.imagetomask.zarr.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Adds a checksum: four bytes at the end, little-endian, with the CRC32C of the bytes before (RFC 3720). */
public final class Crc32cCodec implements Codec {

    public static final int BYTES = 4;

    @Override
    public byte[] encode(byte[] plain) {
        return ByteBuffer.allocate(plain.length + BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(plain)
                .putInt(checksum(plain, plain.length))
                .array();
    }

    @Override
    public byte[] decode(byte[] encoded, int maxBytes) throws IOException {
        int length = encoded.length - BYTES;
        if (length < 0) throw new IOException("it is too short for its checksum");
        int stored = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
        if (stored != checksum(encoded, length)) throw new IOException("its checksum does not match");
        return Arrays.copyOf(encoded, length);
    }

    @Override
    public long maxEncoded(long plain) {
        return plain + BYTES;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
