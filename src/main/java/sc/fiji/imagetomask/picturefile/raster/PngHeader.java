package sc.fiji.imagetomask.picturefile.raster;

import java.nio.ByteBuffer;

/**
 * What the first part of a PNG says.
 *
 * @param width in pixels
 * @param height in pixels
 * @param bits of a value
 * @param colours 0 for grey, 2 for RGB, 3 for a palette, 4 for grey and 6 for RGB with alpha
 * @param interlaced whether its pixels are stored in seven passes
 */
record PngHeader(int width, int height, int bits, int colours, boolean interlaced) {

    static final int BYTES = 13;
    static final int INDEXED = 3;

    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int GREY_ALPHA = 4;

    /** @throws IllegalArgumentException if there is no such PNG */
    static PngHeader of(byte[] part) {
        ByteBuffer bytes = ByteBuffer.wrap(part);
        PngHeader header =
                new PngHeader(bytes.getInt(), bytes.getInt(), bytes.get(), bytes.get(), bytes.get(BYTES - 1) == 1);
        boolean isKnown = bytes.get(10) == 0 && bytes.get(11) == 0 && (part[BYTES - 1] & ~1) == 0;
        if (!isKnown || header.width <= 0 || header.height <= 0 || !header.hasItsBits())
            throw new IllegalArgumentException(header.toString());
        return header;
    }

    private boolean hasItsBits() {
        return switch (colours) {
            case GREY -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
            case INDEXED -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
            case RGB, GREY_ALPHA, RGB + GREY_ALPHA -> bits == 8 || bits == 16;
            default -> false;
        };
    }

    /** How many values a pixel has. */
    int channels() {
        return switch (colours) {
            case GREY_ALPHA -> 2;
            case RGB -> 3;
            case RGB + GREY_ALPHA -> 4;
            default -> 1;
        };
    }

    /** What a value can be at most. */
    int most() {
        return (1 << bits) - 1;
    }

    /** How many bytes there are from a pixel to the next one; at least 1. */
    int step() {
        return Math.max(1, channels() * bits / Byte.SIZE);
    }

    /** How many bytes a row of that many pixels has, without the number of its filter. */
    long rowBytes(int pixels) {
        return ((long) pixels * channels() * bits + Byte.SIZE - 1) / Byte.SIZE;
    }
}
