package sc.fiji.imagetomask.picturefile.deflate;

import java.nio.ByteBuffer;

/** Bytes that become a whole zlib stream, RFC 1950, by the method that makes a sample of them small. */
public final class ZlibBlock {

    /** The first two bytes of a zlib stream: Deflate with a window of 32 KiB. */
    private static final byte[] START = {0x78, (byte) 0x9c};

    private static final byte[] NOTHING = {};

    /** The sample is this part of a block. */
    private static final int SAMPLED = 16;

    /** A sample of fewer bytes says little. */
    private static final int SMALLEST_SAMPLE = 1 << 13;

    private ZlibBlock() {}

    /** The start of a zlib stream, before its raw Deflate stream and its sum. */
    public static byte[] start() {
        return START.clone();
    }

    /** The end of a zlib stream. */
    public static byte[] end(int sum) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(sum).array();
    }

    /** The stream of these bytes. */
    public static DeflatedBytes of(byte[] bytes, Effort effort) {
        int sampled = effort.triesAll()
                ? bytes.length
                : Math.min(bytes.length, Math.max(SMALLEST_SAMPLE, bytes.length / SAMPLED));
        int from = (bytes.length - sampled) / 2;
        DeflatedBytes deflated = new DeflatedBytes();
        DeflateMethod best = effort.best(DeflateMethod.of(effort), method -> {
                    deflated.clear();
                    deflated.deflate(bytes, from, sampled, NOTHING, method, true);
                    return deflated.length();
                })
                .method();
        deflated.clear();
        deflated.add(START);
        deflated.deflate(bytes, 0, bytes.length, NOTHING, best, true);
        deflated.add(end(Adler.of(bytes, 0, bytes.length)));
        return deflated;
    }
}
