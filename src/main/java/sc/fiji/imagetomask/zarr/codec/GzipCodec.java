package sc.fiji.imagetomask.zarr.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Gzip (RFC 1952), with a compression level of 0..9. */
public final class GzipCodec extends StreamCodec {

    private final int level;

    public GzipCodec(int level) {
        this.level = level;
    }

    @Override
    public ByteBuffer encode(ByteBuffer plain) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream out = new LevelledStream(encoded, level)) {
            out.write(plain.array(), plain.arrayOffset() + plain.position(), plain.remaining());
        }
        return ByteBuffer.wrap(encoded.toByteArray());
    }

    @Override
    InputStream decoder(InputStream encoded, int maxBytes) throws IOException {
        return new GZIPInputStream(encoded, 8192);
    }

    private static final class LevelledStream extends GZIPOutputStream {

        LevelledStream(OutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }
}
