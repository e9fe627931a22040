package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.ByteRun;

/** A mask in memory, one byte per pixel, row by row; it can be read and written, without a copy. */
public final class MemoryMask implements Coverage, MaskTarget {

    private final byte[] bytes;
    private final int width;
    private final int height;

    /** Of these width * height values. */
    public MemoryMask(byte[] bytes, int width, int height) {
        if (bytes.length != Math.multiplyExact(width, height))
            throw new IllegalArgumentException(bytes.length + " values, but must be " + width + " x " + height + ".");
        this.bytes = bytes;
        this.width = width;
        this.height = height;
    }

    /** Of zeros. */
    public MemoryMask(int width, int height) {
        this(new byte[Math.multiplyExact(width, height)], width, height);
    }

    /** The values themselves. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public long width() {
        return width;
    }

    @Override
    public long height() {
        return height;
    }

    @Override
    public ByteRun read(Tile tile) {
        return open(tile);
    }

    @Override
    public ByteRun open(Tile tile) {
        return new ByteRun(bytes, tile.start(width), tile.pixels());
    }
}
