package sc.fiji.imagetomask.zarr.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Zlib (RFC 1950), with a compression level of 0..9. */
public final class ZlibCodec extends StreamCodec {

    private final int level;

    public ZlibCodec(int level) {
        this.level = level;
    }

    @Override
    public ByteBuffer encode(ByteBuffer plain) throws IOException {
        Deflater deflater = new Deflater(level);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(encoded, deflater)) {
            out.write(plain.array(), plain.arrayOffset() + plain.position(), plain.remaining());
        } finally {
            deflater.end();
        }
        return ByteBuffer.wrap(encoded.toByteArray());
    }

    @Override
    InputStream decoder(InputStream encoded, int maxBytes) {
        return new InflaterInputStream(encoded);
    }
}
