package sc.fiji.imagetomask.zarr.codec;

import com.scalableminds.bloscjava.Blosc;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Blosc 1: blocks that are shuffled by bytes or bits and then compressed. What a chunk says about itself is checked
 * against its true length before native code sees it.
 *
 * @param compressor of the blocks
 * @param level 0..9
 * @param shuffle of each block
 * @param typeSize bytes of one value
 * @param blockSize bytes of a block; 0 lets Blosc choose
 */
public record BloscCodec(Blosc.Compressor compressor, int level, Blosc.Shuffle shuffle, int typeSize, int blockSize)
        implements Codec {

    private static final int HEADER = 16;
    private static final int FORMAT = 2;
    private static final int STORED_FLAG = 2;
    private static final long MAX_RATIO = 1 << 15;

    /** Of bytes 0xff; more of them make a length that overflows in the native BloscLZ up to C-Blosc 1.21 (its issue 405). */
    private static final int LONGEST_RUN = 8_421_000;

    @Override
    public ByteBuffer encode(ByteBuffer plain) {
        return ByteBuffer.wrap(Blosc.compress(whole(plain), typeSize, compressor, level, shuffle, blockSize));
    }

    @Override
    public ByteBuffer decode(ByteBuffer encoded, int maxBytes) throws IOException {
        byte[] bytes = whole(encoded);
        requireSound(bytes, maxBytes);
        return ByteBuffer.wrap(Blosc.decompress(bytes));
    }

    /** An array of just these bytes: without a copy if the buffer has such an one. */
    private static byte[] whole(ByteBuffer bytes) {
        if (bytes.remaining() == bytes.array().length) return bytes.array();
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
    }

    private static void requireSound(byte[] encoded, int maxBytes) throws IOException {
        if (encoded.length < HEADER) throw new IOException("it is too short for a Blosc header");
        ByteBuffer header = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        long plain = header.getInt(4) & 0xffffffffL;
        long block = header.getInt(8) & 0xffffffffL;
        long length = header.getInt(12) & 0xffffffffL;
        if (header.get(0) != FORMAT) throw new IOException("it is not of Blosc format 2");
        if (length != encoded.length)
            throw new IOException(
                    "its Blosc header says that it has " + length + " bytes, but it has " + encoded.length);
        if (plain > maxBytes) throw new IOException("it holds more than " + maxBytes + " bytes");
        if (header.get(3) == 0 || block == 0 && plain > 0) throw new IOException("its Blosc header is not valid");
        if ((header.get(2) & STORED_FLAG) != 0) {
            if (plain + HEADER != length) throw new IOException("its Blosc header is not valid");
        } else if (plain > length * MAX_RATIO || plain > 0 && HEADER + 4 * ((plain + block - 1) / block) > length)
            throw new IOException("its Blosc header is not valid");
        else if (isBloscLz(header.get(2)) && hasLongRun(encoded))
            throw new IOException("its BloscLZ data say that they are longer than 2 GB");
    }

    private static boolean isBloscLz(byte flags) {
        return (flags & 0xe0) == 0;
    }

    private static boolean hasLongRun(byte[] encoded) {
        int run = 0;
        if (encoded.length > LONGEST_RUN)
            for (byte b : encoded) {
                run = b == -1 ? run + 1 : 0;
                if (run > LONGEST_RUN) return true;
            }
        return false;
    }
}
