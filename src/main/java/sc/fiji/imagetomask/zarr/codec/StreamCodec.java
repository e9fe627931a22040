package sc.fiji.imagetomask.zarr.codec;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A codec that decodes by a stream. */
abstract class StreamCodec implements Codec {

    abstract InputStream decoder(InputStream encoded, int maxBytes) throws IOException;

    @Override
    public byte[] decode(byte[] encoded, int maxBytes) throws IOException {
        try (InputStream in = decoder(new ByteArrayInputStream(encoded), maxBytes)) {
            byte[] plain = in.readNBytes(maxBytes);
            if (in.read() >= 0) throw new IOException("it holds more than " + maxBytes + " bytes");
            return plain;
        } catch (EOFException e) {
            throw new IOException("it ends too early", e);
        }
    }
}
