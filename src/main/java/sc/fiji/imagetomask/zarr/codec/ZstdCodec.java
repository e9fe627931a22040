package sc.fiji.imagetomask.zarr.codec;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Zstandard (RFC 8878), with a compression level of -131072..22 and a checksum if asked for. */
public final class ZstdCodec extends StreamCodec {

    private static final int USUAL_WINDOW_LOG = 23;
    private static final int MAX_WINDOW_LOG = 27;

    private final int level;
    private final boolean checksum;

    public ZstdCodec(int level, boolean checksum) {
        this.level = level;
        this.checksum = checksum;
    }

    @Override
    public byte[] encode(byte[] plain) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.setLevel(level).setChecksum(checksum).setContentSize(true);
            return context.compress(plain);
        }
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
