package sc.fiji.imagetomask.zarr.codec;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import sc.fiji.imagetomask.memory.ArrayPool;

/** Zstandard (RFC 8878), with a compression level of -131072..22 and a checksum if asked for. */
public final class ZstdCodec extends StreamCodec {

    private static final int USUAL_WINDOW_LOG = 23;
    private static final int MAX_WINDOW_LOG = 27;

    /** A block of 128 kB takes at least 4 bytes. */
    private static final long MAX_RATIO = 1 << 15;

    /** Compressors that are used again. */
    private static final Queue<ZstdCompressCtx> CONTEXTS =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    private final int level;
    private final boolean checksum;

    public ZstdCodec(int level, boolean checksum) {
        this.level = level;
        this.checksum = checksum;
    }

    @Override
    public ByteBuffer encode(ByteBuffer plain) {
        ZstdCompressCtx context = CONTEXTS.poll();
        if (context == null) context = new ZstdCompressCtx();
        byte[] encoded = ArrayPool.bytes(Math.toIntExact(Zstd.compressBound(plain.remaining())));
        try {
            context.reset();
            context.setLevel(level).setChecksum(checksum).setContentSize(true);
            int start = plain.arrayOffset() + plain.position();
            int length = context.compressByteArray(encoded, 0, encoded.length, plain.array(), start, plain.remaining());
            return ByteBuffer.wrap(encoded, 0, length);
        } finally {
            if (!CONTEXTS.offer(context)) context.close();
        }
    }

    /** At once, if the bytes tell how many there will be; else, and if something is wrong with them, by a stream. */
    @Override
    public ByteBuffer decode(ByteBuffer encoded, int maxBytes) throws IOException {
        int start = encoded.arrayOffset() + encoded.position();
        int length = encoded.remaining();
        long told = Zstd.getFrameContentSize(encoded.array(), start, length);
        if (told <= 0 || told > Math.min(maxBytes, length * MAX_RATIO)) return super.decode(encoded, maxBytes);
        byte[] plain = ArrayPool.take(byte[].class, (int) told);
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            if (context.decompressByteArray(plain, 0, plain.length, encoded.array(), start, length) == told)
                return ByteBuffer.wrap(plain);
        } catch (ZstdException e) {
            // the stream says what is wrong
        }
        ArrayPool.give(plain);
        return super.decode(encoded, maxBytes);
    }

    /** Decodes a stream that does not say how long its content is. */
    public static InputStream plain(InputStream encoded) throws IOException {
        return new ZstdInputStream(encoded).setLongMax(MAX_WINDOW_LOG);
    }

    @Override
    InputStream decoder(InputStream encoded, int maxBytes) throws IOException {
        return new ZstdInputStream(encoded).setLongMax(windowLog(maxBytes));
    }

    private static int windowLog(int maxBytes) {
        int needed = Integer.SIZE - Integer.numberOfLeadingZeros(maxBytes);
        return Math.max(USUAL_WINDOW_LOG, Math.min(needed, MAX_WINDOW_LOG));
    }
}
