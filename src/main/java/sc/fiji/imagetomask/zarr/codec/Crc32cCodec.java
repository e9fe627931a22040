package sc.fiji.imagetomask.zarr.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import sc.fiji.imagetomask.memory.ArrayPool;

/** Adds a checksum: four bytes at the end, little-endian, with the CRC32C of the bytes before (RFC 3720). */
public final class Crc32cCodec implements Codec {

    public static final int BYTES = 4;

    @Override
    public ByteBuffer encode(ByteBuffer plain) {
        return ByteBuffer.wrap(ArrayPool.bytes(plain.remaining() + BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(plain.duplicate())
                .putInt(checksum(plain))
                .flip();
    }

    @Override
    public ByteBuffer decode(ByteBuffer encoded, int maxBytes) throws IOException {
        int length = encoded.remaining() - BYTES;
        if (length < 0) throw new IOException("it is too short for its checksum");
        ByteBuffer plain = encoded.slice(encoded.position(), length);
        int stored = encoded.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt(encoded.limit() - BYTES);
        if (stored != checksum(plain)) throw new IOException("its checksum does not match");
        return plain;
    }

    @Override
    public long maxEncoded(long plain) {
        return plain + BYTES;
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate());
        return (int) checksum.getValue();
    }
}
