package sc.fiji.imagetomask.zarr.codec;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A codec that decodes by a stream. */
abstract class StreamCodec implements Codec {

    abstract InputStream decoder(InputStream encoded, int maxBytes) throws IOException;

    @Override
    public ByteBuffer decode(ByteBuffer encoded, int maxBytes) throws IOException {
        InputStream bytes = new ByteArrayInputStream(
                encoded.array(), encoded.arrayOffset() + encoded.position(), encoded.remaining());
        try (InputStream in = decoder(bytes, maxBytes)) {
            byte[] plain = in.readNBytes(maxBytes);
            if (in.read() >= 0) throw new IOException("it holds more than " + maxBytes + " bytes");
            return ByteBuffer.wrap(plain);
        } catch (EOFException e) {
            throw new IOException("it ends too early", e);
        }
    }
}
